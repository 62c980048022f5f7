package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.html.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the second scorer sees of a block's surroundings: how far it is from prose, pictures and end headings, and whether its container is one of a row. */
final class Context {
    private static final int FAR = 60;
    private static final int LEVELS = 6;

    private final Blocks blocks;
    private final int[] sinceEnd;
    private final int[] sinceProse;
    private final int[] untilProse;
    private final boolean[] repeats;
    /** How many siblings of a scope are made as it is, itself among them; 0 for one without blocks. */
    private final int[] alike;

    Context(Blocks blocks, Draft draft) {
        this.blocks = blocks;
        int size = blocks.size();
        sinceEnd = new int[size];
        sinceProse = new int[size];
        untilProse = new int[size];
        repeats = new boolean[size];
        Set<String> seen = new HashSet<>();
        int end = FAR;
        int prose = FAR;
        for (int i = 0; i < size; i++) {
            Block block = blocks.get(i);
            end = block.letters() < 60 && draft.top().holds(i) && EndHeadings.isEnd(block.text()) && !draft.isBoxedIn(i)
                    ? 0
                    : Math.min(FAR, end + 1);
            sinceEnd[i] = end;
            sinceProse[i] = prose;
            prose = isProse(block, draft) ? 0 : Math.min(FAR, prose + 1);
            repeats[i] = !seen.add(block.text());
        }
        prose = FAR;
        for (int i = size - 1; i >= 0; i--) {
            untilProse[i] = prose;
            prose = isProse(blocks.get(i), draft) ? 0 : Math.min(FAR, prose + 1);
        }
        alike = new int[blocks.scopes().size()];
        countAlike();
    }

    private static boolean isProse(Block block, Draft draft) {
        return block.mass() > 80 && draft.keeps(block.index());
    }

    private void countAlike() {
        List<Scope> filled = blocks.scopes().stream()
                .filter(scope -> scope.end() > scope.first())
                .toList();
        Map<Scope, Map<String, int[]>> counts = new HashMap<>();
        List<int[]> ofEach = new ArrayList<>(filled.size());
        for (Scope scope : filled) {
            int[] count = scope.parent()
                    .filter(parent -> parent.children() > 1)
                    .map(parent -> counts.computeIfAbsent(parent, none -> new HashMap<>())
                            .computeIfAbsent(making(scope), none -> new int[1]))
                    .orElseGet(() -> new int[1]);
            count[0]++;
            ofEach.add(count);
        }
        for (int i = 0; i < ofEach.size(); i++) {
            alike[filled.get(i).index()] = ofEach.get(i)[0];
        }
    }

    /** What siblings of the same making have in common. Text, which a table finds even where all hashes are one. */
    private static String making(Scope scope) {
        return scope.tag() + ' ' + scope.names();
    }

    int of(int index, float[] f, int start) {
        int at = start;
        Block block = blocks.get(index);
        f[at++] = block.pictures();
        f[at++] = index + 1 < blocks.size() ? blocks.get(index + 1).pictures() : 0;
        f[at++] = sinceEnd[index];
        f[at++] = sinceProse[index];
        f[at++] = untilProse[index];
        f[at++] = repeats[index] ? 1 : 0;
        Optional<Scope> scope = Optional.of(block.scope());
        int most = 0;
        int steps = 0;
        double massOfMost = 0;
        for (int level = 0; level < LEVELS && scope.isPresent(); level++) {
            int row = Math.max(1, alike[scope.get().index()]);
            boolean several = scope.get().end() - scope.get().first() > 1;
            if (several && row > most) {
                most = row;
                steps = level;
                massOfMost = blocks.mass(scope.get());
            }
            if (level < 2) {
                f[at++] = row;
            }
            scope = scope.get().parent();
        }
        at = start + 8;
        f[at++] = most;
        f[at++] = steps;
        f[at++] = (float) (massOfMost / Math.max(1, blocks.mass()));
        f[at++] = index + 1 < blocks.size()
                ? blocks.get(index + 1).scope().depth() - block.scope().depth()
                : 0;
        return at;
    }
}
