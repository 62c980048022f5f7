package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import java.util.List;

/**
 * Tells whether a text found elsewhere on a page is the article of which the page shows only the beginning: it is much
 * longer, and what is shown stands in it. Where next to nothing is shown, there is nothing to compare.
 */
public final class FullerText {
    /** Letters and digits; less is a caption or a notice. */
    private static final int NOTHING = 60;

    private static final int SHORTEST = 100;

    /** A text that is longer by less may have captions and remarks for it. */
    public static final double LONGER = 1.5;

    /** Part of what is shown that stands in it too: beside the beginning of an article there is a notice. */
    private static final double HELD = 0.5;

    private static final int PARAGRAPH = 40;

    /** Part of the other text behind which a beginning does not end: a text that is said twice is longer too. */
    private static final double BEGINNING = 0.75;

    /** Paragraphs; a beginning has no more. */
    private static final int MANY = 60;

    private FullerText() {}

    /** Whether {@code other} is the article of which {@code shown} is a part. */
    public static boolean is(String other, String shown) {
        String fuller = Block.plain(other);
        String part = Block.plain(shown);
        if (fuller.length() < SHORTEST || fuller.length() < LONGER * part.length()) {
            return false;
        }
        return part.length() < NOTHING || held(shown, fuller) >= HELD;
    }

    /** Part of the shown paragraphs that stand in the other text, provided that the last of them stands well before its end. */
    private static double held(String shown, String fuller) {
        List<String> paragraphs = shown.lines()
                .map(Block::plain)
                .filter(line -> line.length() >= PARAGRAPH)
                .limit(MANY)
                .toList();
        int whole = 0;
        int held = 0;
        int end = 0;
        for (String paragraph : paragraphs) {
            int at = fuller.lastIndexOf(paragraph);
            whole += paragraph.length();
            held += at < 0 ? 0 : paragraph.length();
            end = at < 0 ? end : at + paragraph.length();
        }
        return whole == 0 || end > BEGINNING * fuller.length() ? 0 : (double) held / whole;
    }
}
