package broadsheet.ingest.limits;

/**
 * How much of one page is read, whatever it holds. Each is far beyond what a thousand real pages have, and low enough
 * that a page made to reach all of them at once costs a second and some hundred megabytes.
 *
 * <p>Four kinds, by what happens beyond them:
 *
 * <ul>
 *   <li>a field of metadata is cut where it is read ({@link Clip}), and nowhere else: {@link #FIELD}, {@link #LINE},
 *       {@link #ARTICLE_BODY}; one that makes no sense in part is left out: {@link #URL}, {@link #LANGUAGE_TAG};
 *   <li>of a list the first are read: {@link #AUTHORS}, {@link #KEYWORDS}, {@link #BLOCKS}, {@link #BLOCK},
 *       {@link #NAMES}, {@link #ALL_NAMES}, and of a feed {@link #ENTRIES}, the rest of which is said in a rejection of its own;
 *   <li>a page with more than this is not read at all, and is {@code TOO_LARGE}: {@link #TAGS}, {@link #ATTRIBUTES},
 *       {@link #JSON_TOKENS}, {@link #LINES}, {@link #BODY};
 *   <li>a page that needs more work than this is {@code TOO_COMPLEX}: {@link #WORK}.
 * </ul>
 */
public final class Limits {
    /** Characters of a title, a description, a date or any other field of metadata; the longest real one has 10,371. */
    public static final int FIELD = 20_000;

    /** Characters of a line that names people or a section, or that is compared with many others: a by-line, a title. */
    public static final int LINE = 1_000;

    /** Characters of a URL; browsers and servers take no longer ones. */
    public static final int URL = 4_096;

    /** Characters of a language tag; RFC 5646 asks for room for 35. */
    public static final int LANGUAGE_TAG = 64;

    /** Characters of the text in a page's structured data, which tells the blocks of the article. */
    public static final int ARTICLE_BODY = 200_000;

    /** Names of people in by-lines. */
    public static final int AUTHORS = 100;

    /** The publisher's keywords. */
    public static final int KEYWORDS = 50;

    /** Characters of one keyword: a longer one is none. */
    public static final int KEYWORD = 80;

    /** Angle brackets of markup; the richest of a thousand real pages has 14,000. */
    public static final int TAGS = 200_000;

    /**
     * Equals signs of markup, those of scripts included, or parts of tags between blanks; of the same pages none has more
     * than 15,000.
     */
    public static final int ATTRIBUTES = 300_000;

    /** Levels of elements; deeper ones become children of the last, so that no page can exhaust the stack. */
    public static final int DEPTH = 400;

    /** Blocks of text; the richest of a thousand real pages has 2,238. */
    public static final int BLOCKS = 6_000;

    /** Characters of one block, blanks and marks included: a paragraph of a hundred pages of a book. */
    public static final int BLOCK = 200_000;

    /** Characters of an element's class, id and role; theme makers fill some thousand. */
    public static final int NAMES = 16_384;

    /** The same of all elements of a page together. */
    public static final int ALL_NAMES = 2_000_000;

    /** Characters of one script of structured data; a whole newspaper article with its comments is a tenth of it. */
    public static final int SCRIPT = 1_000_000;

    /** Values, names and brackets of one JSON document that is held in memory. */
    public static final int JSON_TOKENS = 200_000;

    /** Entries of a feed. */
    public static final int ENTRIES = 2_000;

    /** Lines of a page in plain text. */
    public static final int LINES = 50_000;

    /** Characters of an article's text: three long novels. No page of news has a tenth of it. */
    public static final int BODY = 1_000_000;

    /** Visits of blocks and containers by all rules together; a rich page needs a hundredth of it. */
    public static final int WORK = 40_000_000;

    private Limits() {}
}
