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
    private static final double LONGER = 1.5;

    /** Part of what is shown that stands in it too: beside the beginning of an article there is a notice. */
    private static final double HELD = 0.5;

    private static final int PARAGRAPH = 40;

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

    private static double held(String shown, String fuller) {
        List<String> paragraphs =
                shown.lines().map(Block::plain).filter(line -> line.length() >= PARAGRAPH).toList();
        var passages = new Passages(fuller);
        int whole = 0;
        int held = 0;
        for (String paragraph : paragraphs) {
            whole += paragraph.length();
            held += passages.contain(paragraph) ? paragraph.length() : 0;
        }
        return whole == 0 ? 0 : (double) held / whole;
    }
}
