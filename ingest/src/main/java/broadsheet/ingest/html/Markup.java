package broadsheet.ingest.html;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Reads HTML. Elements that lie deeper than the limit become children of that level, so that no page can exhaust the
 * stack.
 */
public final class Markup {
    private static final int DEPTH = 400;

    private Markup() {}

    /** Says that the markup is so broken that the parser fails on it. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(Throwable cause) {
            super("markup that the HTML parser fails on", cause);
        }
    }

    /**
     * Reads a page.
     *
     * @throws Unreadable if the parser fails on it: marks that are never closed at the limit of depth make jsoup 1.24
     *     reach behind the end of its list
     */
    public static Document page(String html, String url) {
        try {
            return Parser.htmlParser().setMaxDepth(DEPTH).parseInput(html, url);
        } catch (IndexOutOfBoundsException failed) {
            throw new Unreadable(failed);
        }
    }

    /**
     * Reads what stands in the body of a page.
     *
     * @throws Unreadable if the parser fails on it
     */
    public static Document fragment(String html) {
        try {
            return Jsoup.parseBodyFragment(html);
        } catch (IndexOutOfBoundsException failed) {
            throw new Unreadable(failed);
        }
    }
}
