package broadsheet.ingest.kind;

import java.util.regex.Pattern;

/** What the URL of a page tells about its kind. */
final class Address {
    private static final Pattern QUERY = Pattern.compile("[?#]");
    private static final Pattern HOST = Pattern.compile("^\\w{1,20}://[^/]{0,300}+");
    private static final Pattern YEAR_OR_MONTH = Pattern.compile("((19|20)\\d\\d|[01]?\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\d{4}");
    private static final Pattern DATED = Pattern.compile("/(19|20)\\d\\d/[01]?\\d(/[0-3]?\\d)?/[^/]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[-_]|%20");
    private static final int WORDS_OF_A_HEADLINE = 4;

    private Address() {}

    /**
     * Whether a URL looks like that of one story: a date and something behind it, a headline's words or a number in its
     * last part. That of a section does not.
     */
    static boolean isOfAStory(String url) {
        String path = HOST.matcher(QUERY.split(url, 2)[0]).replaceFirst("");
        boolean numberedQuery = NUMBER.matcher(url).find(Math.max(0, url.indexOf('?'))) && url.contains("?");
        if (numberedQuery || DATED.matcher(path).find()) {
            return true;
        }
        String last = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        last = last.substring(last.lastIndexOf('/') + 1);
        if (YEAR_OR_MONTH.matcher(last).matches()) {
            return false;
        }
        return NUMBER.matcher(last).find() || BETWEEN_WORDS.split(last, 0).length >= WORDS_OF_A_HEADLINE;
    }
}
