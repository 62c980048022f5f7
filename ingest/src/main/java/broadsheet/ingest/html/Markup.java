package broadsheet.ingest.html;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Reads markup. Elements that lie deeper than the limit become children of that level, so that no page can exhaust the
 * stack; markup with more tags or attributes than any page of news has is not read at all, so that none can take seconds
 * or the memory.
 */
public final class Markup {
    private static final int DEPTH = 400;

    /** Angle brackets; the richest of a thousand real pages has 14,000. */
    private static final int MOST_TAGS = 200_000;

    /** Equals signs, those of scripts included; of the same pages none has more than 15,000. */
    private static final int MOST_ATTRIBUTES = 300_000;

    private Markup() {}

    /** Says that the markup is so broken that the parser fails on it. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(Throwable cause) {
            super("markup that the HTML parser fails on", cause);
        }
    }

    /** Says that there are more tags or attributes than are read. */
    public static final class TooRich extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooRich(String message) {
            super(message);
        }
    }

    /**
     * Reads a page.
     *
     * @throws TooRich before anything is read, if it has too many tags or attributes
     * @throws Unreadable if the parser fails on it: marks that are never closed at the limit of depth make jsoup 1.24
     *     reach behind the end of its list
     */
    public static Document page(String html, String url) {
        measure(html);
        try {
            return Parser.htmlParser().setMaxDepth(DEPTH).parseInput(html, url);
        } catch (IndexOutOfBoundsException failed) {
            throw new Unreadable(failed);
        }
    }

    /**
     * Reads a feed.
     *
     * @throws TooRich before anything is read, if it has too many tags or attributes
     */
    public static Document xml(String xml) {
        measure(xml);
        return Jsoup.parse(xml, "", Parser.xmlParser().setMaxDepth(DEPTH));
    }

    /**
     * Reads what stands in the body of a page.
     *
     * @throws TooRich before anything is read, if it has too many tags or attributes
     * @throws Unreadable if the parser fails on it
     */
    public static Document fragment(String html) {
        measure(html);
        try {
            return Jsoup.parseBodyFragment(html);
        } catch (IndexOutOfBoundsException failed) {
            throw new Unreadable(failed);
        }
    }

    private static void measure(String markup) {
        int tags = 0;
        int attributes = 0;
        for (int i = 0; i < markup.length(); i++) {
            char c = markup.charAt(i);
            tags += c == '<' ? 1 : 0;
            attributes += c == '=' ? 1 : 0;
        }
        if (tags > MOST_TAGS) {
            throw new TooRich(tags + " tags, limit " + MOST_TAGS);
        }
        if (attributes > MOST_ATTRIBUTES) {
            throw new TooRich(attributes + " attributes, limit " + MOST_ATTRIBUTES);
        }
    }
}
