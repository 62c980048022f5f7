package broadsheet.ingest.limits;

/**
 * The edges of words in patterns that are looked for in a text. Java's own {@code \b} goes back over all combining marks
 * before a place to find the letter that they stand on, at each of them anew: a run of a hundred thousand takes minutes.
 */
public final class WordEdges {
    private static final String WORD = "[\\p{L}\\p{N}_]";
    private static final String EDGE = "(?:(?<=" + WORD + ")(?!" + WORD + ")|(?<!" + WORD + ")(?=" + WORD + "))";

    private WordEdges() {}

    /** The same regular expression, in which each {@code \b} looks at its two neighbours and no further. */
    public static String near(String expression) {
        return expression.replace("\\b", EDGE);
    }
}
