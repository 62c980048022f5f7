package broadsheet.ingest.body;

import broadsheet.ingest.html.AnyOf;
import broadsheet.ingest.html.Block;
import java.util.regex.Pattern;

/**
 * Drops short blocks in which the page speaks to its reader: "Sign up for our newsletter", "This slideshow requires
 * JavaScript", "Image 3 of 5", and short codes that a system of publishing has left.
 */
final class DropNotices implements Rule {
    private static final AnyOf PHRASES = new AnyOf(PhraseList.lines("notices.txt"));
    private static final Pattern MARKS = Pattern.compile(
            "^(?:image|photo|slide|bild|foto|gallery) \\d{1,9} (?:of|von|/) \\d{1,9}$|^\\[/?[a-z_]{3,20}(?: [a-z_]{1,20} ?=[^\\]]{0,1000})?\\]",
            Pattern.CASE_INSENSITIVE);
    /** Characters of "Gallery 123 of 456". */
    private static final int LONGEST_COUNT = 24;

    /** Letters; a longer block says something else too. */
    private static final int SHORT = 180;

    /** Letters of a block that begins with such a phrase: the rest gives the reasons. */
    private static final int APPEAL = 300;

    @Override
    public void apply(Draft draft) {
        for (int i = draft.top().first(); i < draft.top().end(); i++) {
            Block block = draft.blocks().get(i);
            boolean isAppeal = block.letters() < APPEAL && PHRASES.begins(block.text());
            if (isAppeal || (block.letters() < SHORT && isNotice(block.text()))) {
                draft.dropForCertain(i, i + 1, "notice");
            }
        }
    }

    private static boolean isNotice(String text) {
        boolean canBeMark = text.charAt(0) == '[' || text.length() < LONGEST_COUNT;
        return (canBeMark && MARKS.matcher(text).lookingAt()) || PHRASES.isIn(text);
    }
}
