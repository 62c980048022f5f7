package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.html.Scope;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the second scorer sees of a block: its own text, its containers, its neighbours, and how the rest of the page
 * that is made the same way looks. Nothing of it names a site or a word of the text.
 */
final class BlockVectors {
    private static final List<String> TAGS = List.of(
            "nav",
            "footer",
            "aside",
            "header",
            "form",
            "figure",
            "table",
            "article",
            "main",
            "blockquote",
            "li",
            "section");
    private static final Set<String> TAGS_SEEN = Set.copyOf(TAGS);
    private static final int OWN = 30;
    private static final int AROUND = 8;
    private static final int PAGE = 36;
    static final int COUNT = OWN + TAGS.size() + NameGroups.GROUPS.size() + PAGE + 6 * AROUND;

    private final Blocks blocks;
    private final Draft draft;
    private final float[][] own;
    private final NameGroups groups;
    private final int[][] tags;
    private final Map<Long, double[]> made = new HashMap<>();
    private final long[] signatures;
    private final int headlineAt;
    private final int firstProse;
    private final double mass;
    private final Passages structured;
    private final String description;
    private final List<String> authors;
    private final Context context;

    BlockVectors(Blocks blocks, Draft draft, Hints hints) {
        this.blocks = blocks;
        this.draft = draft;
        this.structured = new Passages(Block.plain(hints.articleBody()));
        this.description = Block.plain(hints.description());
        this.authors = hints.authors().stream()
                .map(Block::plain)
                .filter(name -> name.length() > 4)
                .toList();
        this.context = new Context(blocks, draft);
        groups = new NameGroups(blocks.scopes().size());
        tags = new int[blocks.scopes().size()][];
        mass = Math.max(1, blocks.mass());
        own = new float[blocks.size()][];
        signatures = new long[blocks.size()];
        int prose = -1;
        for (Block block : blocks.all()) {
            own[block.index()] = BlockFeatures.of(block);
            signatures[block.index()] = signature(block);
            double[] sums = made.computeIfAbsent(signatures[block.index()], none -> new double[3]);
            sums[0] += block.mass();
            sums[1]++;
            sums[2] += block.linkLetters();
            if (prose < 0 && block.mass() > 80 && draft.top().holds(block.index())) {
                prose = block.index();
            }
        }
        headlineAt = draft.headings().first();
        firstProse = prose;
    }

    /** A number for how a block and what it stands in are made; strings of it would be as long as a page cares to make them. */
    private static long signature(Block block) {
        Scope scope = block.scope();
        long signature = block.kind().name().hashCode();
        for (int i = 0; i < 4; i++) {
            signature = signature * 1_000_003 + scope.tag().hashCode();
            signature = signature * 1_000_003 + scope.names().hashCode();
            Optional<Scope> parent = scope.parent();
            if (parent.isEmpty()) {
                break;
            }
            scope = parent.get();
        }
        return signature;
    }

    /** The same for blocks that are made the same way, in containers made the same way. */
    long signature(int index) {
        return signatures[index];
    }

    float[] of(int index) {
        float[] f = Arrays.copyOf(own[index], COUNT);
        int at = OWN;
        Block block = blocks.get(index);
        int[] tagSteps = tagSteps(block.scope());
        for (int i = 0; i < TAGS.size(); i++) {
            f[at++] = tagSteps[i];
        }
        groups.distances(block.scope(), f, at);
        at += NameGroups.GROUPS.size();
        at = page(block, f, at);
        for (int offset : new int[] {-3, -2, -1, 1, 2, 3}) {
            around(index + offset, f, at);
            at += AROUND;
        }
        return f;
    }

    private int page(Block block, float[] f, int start) {
        int index = block.index();
        int at = start;
        Scope parent = container(block.scope());
        Scope grand = parent.parent().orElse(parent);
        Scope great = grand.parent().orElse(grand);
        double[] alike = made.getOrDefault(signatures[index], new double[3]);
        f[at++] = (float) index / blocks.size();
        f[at++] = (float) (blocks.mass(0, index) / mass);
        f[at++] = (float) (blocks.mass(index, blocks.size()) / mass);
        f[at++] = headlineAt < 0 ? -1000 : Math.max(-50, Math.min(50, index - headlineAt));
        f[at++] = firstProse < 0 ? -1000 : Math.max(-50, Math.min(50, index - firstProse));
        f[at++] = block.scope().depth();
        f[at++] = draft.top().holds(index) ? 1 : 0;
        f[at++] = block.scope().depth() - draft.top().depth();
        f[at++] = draft.keeps(index) ? 1 : 0;
        f[at++] = (float) (blocks.mass(parent) / mass);
        f[at++] = (float) (blocks.mass(grand) / mass);
        f[at++] = (float) (blocks.mass(great) / mass);
        f[at++] = (float) blocks.linkDensity(parent);
        f[at++] = (float) blocks.linkDensity(grand);
        f[at++] = (float) blocks.linkDensity(great);
        f[at++] = parent.end() - parent.first();
        f[at++] = grand.end() - grand.first();
        f[at++] = (float) (alike[0] / mass);
        f[at++] = (float) alike[1];
        f[at++] = (float) (blocks.mass(Math.max(0, index - 4), Math.min(blocks.size(), index + 5)) / mass);
        boolean compared = block.letters() < 400 && (description.length() > 20 || !authors.isEmpty());
        String whole = structured.tell() || compared ? Block.plain(block.text()) : "";
        f[at++] = !structured.tell() ? -1 : structured.contain(whole) ? 1 : 0;
        f[at++] = (float) Math.log1p(mass);
        String plain = block.letters() < 400 ? whole : "";
        f[at++] = plain.length() > 20
                        && description.length() > 20
                        && (description.startsWith(plain) || plain.startsWith(description))
                ? 1
                : 0;
        f[at++] = plain.length() < 120 && authors.stream().anyMatch(plain::contains) ? 1 : 0;
        return context.of(index, f, at);
    }

    /** The innermost scope that is more than the block's own element. */
    private static Scope container(Scope scope) {
        Scope at = scope;
        while (at.end() - at.first() <= 1 && at.parent().isPresent()) {
            at = at.parent().get();
        }
        return at;
    }

    private void around(int index, float[] f, int at) {
        if (index < 0 || index >= blocks.size()) {
            f[at] = -1;
            return;
        }
        Block block = blocks.get(index);
        f[at] = block.kind().code();
        f[at + 1] = block.letters();
        f[at + 2] = (float) block.linkDensity();
        f[at + 3] = block.stops();
        f[at + 4] = (float) block.mass();
        f[at + 5] = draft.keeps(index) ? 1 : 0;
        f[at + 6] = own[index][BlockFeatures.ANNOUNCES];
        f[at + 7] = own[index][BlockFeatures.ENDS_SENTENCE];
    }

    private int[] tagSteps(Scope scope) {
        int[] known = tags[scope.index()];
        if (known != null) {
            return known;
        }
        int[] steps = new int[TAGS.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = 12;
        }
        Optional<Scope> at = Optional.of(scope);
        for (int step = 0; step < 12 && at.isPresent(); step++) {
            String tag = at.get().tag();
            if (TAGS_SEEN.contains(tag)) {
                int i = TAGS.indexOf(tag);
                steps[i] = Math.min(steps[i], step);
            }
            at = at.get().parent();
        }
        tags[scope.index()] = steps;
        return steps;
    }
}
