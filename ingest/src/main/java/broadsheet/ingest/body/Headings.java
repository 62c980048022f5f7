package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;

/** Which headings of a page say its headline, found once for all rules. */
final class Headings {
    private static final int SHORTEST = 8;

    private final boolean[] says;
    /** Of each place, how many of them stand above it. */
    private final int[] above;

    private final int first;

    private Headings(boolean[] says, int[] above, int first) {
        this.says = says;
        this.above = above;
        this.first = first;
    }

    /** @param headline letters and digits alone; blank if unknown */
    static Headings of(Blocks blocks, String headline) {
        boolean[] says = new boolean[blocks.size()];
        int[] above = new int[blocks.size() + 1];
        int first = -1;
        for (Block block : blocks.all()) {
            int i = block.index();
            says[i] = block.kind() == Block.Kind.HEADING && says(block, headline);
            above[i + 1] = above[i] + (says[i] ? 1 : 0);
            first = first < 0 && says[i] ? i : first;
        }
        return new Headings(says, above, first);
    }

    private static boolean says(Block block, String headline) {
        if (headline.isEmpty() || block.letters() <= SHORTEST) {
            return false;
        }
        String plain = Block.plain(block.text());
        // It may have a kicker in front, which is no part of the headline.
        return headline.startsWith(plain)
                || plain.startsWith(headline)
                || (headline.length() > SHORTEST && plain.endsWith(headline));
    }

    /** Whether a block is a heading that says the headline, begins or ends with it, or begins it. */
    boolean contain(int block) {
        return says[block];
    }

    /** Whether one of the blocks {@code [first, end)} is. */
    boolean standIn(int first, int end) {
        return above[end] > above[first];
    }

    /** The first of them; -1 without one. */
    int first() {
        return first;
    }
}
