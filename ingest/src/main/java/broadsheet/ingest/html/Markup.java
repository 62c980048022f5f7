package broadsheet.ingest.html;

import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.TooMuch;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Reads markup. Elements that lie deeper than the limit become children of that level, so that no page can exhaust the
 * stack; markup with more tags or attributes than any page of news has is not read at all, so that none can take seconds
 * or the memory.
 */
public final class Markup {
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
     * @throws TooMuch before anything is read, if it has too many tags or attributes
     * @throws Unreadable if the parser fails on it: marks that are never closed at the limit of depth make jsoup 1.24
     *     reach behind the end of its list
     */
    public static Document page(String html, String url) {
        Measure.of(html);
        try {
            return Parser.htmlParser().setMaxDepth(Limits.DEPTH).parseInput(html, url);
        } catch (IndexOutOfBoundsException failed) {
            throw new Unreadable(failed);
        }
    }

    /**
     * Reads a feed.
     *
     * @throws TooMuch before anything is read, if it has too many tags or attributes
     */
    public static Document xml(String xml) {
        Measure.of(xml);
        return Jsoup.parse(xml, "", Parser.xmlParser().setMaxDepth(Limits.DEPTH));
    }

    /**
     * Reads what stands in the body of a page.
     *
     * @throws TooMuch before anything is read, if it has too many tags or attributes
     * @throws Unreadable if the parser fails on it
     */
    public static Document fragment(String html) {
        Measure.of(html);
        try {
            return Jsoup.parseBodyFragment(html);
        } catch (IndexOutOfBoundsException failed) {
            throw new Unreadable(failed);
        }
    }
}
