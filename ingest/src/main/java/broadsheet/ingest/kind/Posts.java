package broadsheet.ingest.kind;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;

/** Counts the stories that a page shows whole, one below the other: a heading that is a link, and prose below it. */
final class Posts {
    /** Letters of prose; a teaser has less. */
    private static final double WHOLE = 300;

    private static final int SHORTEST_HEADLINE = 8;
    private static final double LINK = 0.8;

    private Posts() {}

    /** How many there are; headings of another element than the first one's are no headlines. */
    static int count(Blocks blocks) {
        int posts = 0;
        int heading = -1;
        for (Block block : blocks.all()) {
            if (isHeadline(block) && (heading < 0 || isMadeLike(block, blocks.get(heading)))) {
                posts += heading >= 0 && blocks.mass(heading, block.index()) >= WHOLE ? 1 : 0;
                heading = block.index();
            }
        }
        return posts + (heading >= 0 && blocks.mass(heading, blocks.size()) >= WHOLE ? 1 : 0);
    }

    private static boolean isHeadline(Block block) {
        return block.kind() == Block.Kind.HEADING
                && block.linkDensity() > LINK
                && block.linkLetters() >= SHORTEST_HEADLINE;
    }

    private static boolean isMadeLike(Block heading, Block first) {
        return heading.scope().tag().equals(first.scope().tag())
                && heading.scope().names().equals(first.scope().names());
    }
}
