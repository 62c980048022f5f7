package broadsheet.ingest.kind;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.html.Scope;
import broadsheet.ingest.html.WordSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The headlines of other pages that a page shows in rows, and where its prose stands to them. Headlines are in a row when
 * their elements are made alike; what stands between two of them is the teaser of the first.
 *
 * @param count linked headlines that are in rows
 * @param teased letters of prose in teasers
 * @param free letters of prose elsewhere, page footers and the like not counted
 */
record Stories(int count, int teased, int free) {
    private static final int ROW = 4;
    private static final int SHORTEST = 16;
    private static final int LONGEST = 400;
    private static final int MOST_BLOCKS_OF_A_TEASER = 8;
    private static final int LONGEST_TEASER = 600;
    private static final int STEPS = 4;
    private static final WordSet BESIDE = WordSet.of("footer", "foot", "cookie", "cookies", "consent", "copyright");

    static Stories of(Blocks blocks) {
        boolean[] inside = new boolean[blocks.size()];
        int count = 0;
        for (List<Block> row : rows(blocks)) {
            count += row.size();
            for (int i = 0; i < row.size(); i++) {
                int start = row.get(i).index();
                int end = i + 1 < row.size() ? row.get(i + 1).index() : Math.min(blocks.size(), start + ROW);
                mark(inside, start, teaserEnd(blocks, start, end));
            }
        }
        int teased = 0;
        int free = 0;
        for (Block block : blocks.all()) {
            if (block.mass() > 0 && inside[block.index()]) {
                teased += block.letters();
            } else if (block.mass() > 0 && block.linkDensity() < 0.5 && !isBeside(block)) {
                free += block.letters();
            }
        }
        return new Stories(count, teased, free);
    }

    private static void mark(boolean[] inside, int start, int end) {
        for (int i = start; i < end; i++) {
            inside[i] = true;
        }
    }

    private static int teaserEnd(Blocks blocks, int start, int end) {
        boolean tooLong = end - start > MOST_BLOCKS_OF_A_TEASER || blocks.letters(start + 1, end) > LONGEST_TEASER;
        return tooLong ? start + 1 : end;
    }

    private static List<List<Block>> rows(Blocks blocks) {
        Map<String, List<Block>> alike = new LinkedHashMap<>();
        for (Block block : blocks.all()) {
            if (isStory(block)) {
                alike.computeIfAbsent(making(block), none -> new ArrayList<>()).add(block);
            }
        }
        return alike.values().stream().filter(row -> row.size() >= ROW).toList();
    }

    /** A linked headline by itself, or one with its teaser in the same block. */
    private static boolean isStory(Block block) {
        boolean headline = block.linkLetters() >= SHORTEST && block.letters() <= LONGEST;
        return headline && block.linkDensity() > (block.kind() == Block.Kind.PARAGRAPH ? 0.8 : 0.2);
    }

    private static String making(Block block) {
        var making = new StringBuilder(block.kind().name()).append(block.linkDensity() > 0.8);
        Optional<Scope> at = Optional.of(block.scope());
        for (int i = 0; i < STEPS && at.isPresent(); i++) {
            making.append('/').append(at.get().tag());
            at = at.get().parent();
        }
        return making.toString();
    }

    private static boolean isBeside(Block block) {
        for (Optional<Scope> at = Optional.of(block.scope());
                at.isPresent();
                at = at.get().parent()) {
            boolean named = !at.get().tag().equals("body") && at.get().isNamed(BESIDE);
            if (named || at.get().tag().equals("footer")) {
                return true;
            }
        }
        return false;
    }
}
