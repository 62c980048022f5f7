package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import java.util.regex.Pattern;

/**
 * Drops short blocks in which the page speaks to its reader: "Sign up for our newsletter", "This slideshow requires
 * JavaScript", "Image 3 of 5", and short codes that a system of publishing has left.
 */
final class DropNotices implements Rule {
    private static final AnyOf PHRASES = new AnyOf(String.join("|", PhraseList.lines("notices.txt")));
    private static final Pattern MARKS = Pattern.compile(
            "^(?:image|photo|slide|bild|foto|gallery) \\d+ (?:of|von|/) \\d+$|^\\[/?[a-z_]{3,20}( [a-z_]+ ?=[^\\]]*)?\\]",
            Pattern.CASE_INSENSITIVE);
    /** Letters; a longer block says something else too. */
    private static final int SHORT = 180;

    @Override
    public void apply(Draft draft) {
        for (Block block : draft.blocks().all()) {
            if (block.letters() < SHORT && isNotice(block.text())) {
                draft.dropForCertain(block.index(), block.index() + 1, "notice");
            }
        }
    }

    private static boolean isNotice(String text) {
        return PHRASES.isIn(text) || MARKS.matcher(text).find();
    }
}
