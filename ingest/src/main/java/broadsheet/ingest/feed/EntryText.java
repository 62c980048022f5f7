package broadsheet.ingest.feed;

import broadsheet.ingest.body.Extracted;
import broadsheet.ingest.body.MainText;
import broadsheet.ingest.html.BlockReader;
import broadsheet.ingest.html.Markup;
import java.util.regex.Pattern;

/** The text of a feed's entry, and whether it is the whole article or only whets the appetite. */
public final class EntryText {
    /** What readers are told where a text was cut off, in the languages of feeds; by itself, or after dots. */
    private static final Pattern READ_ON = Pattern.compile(
            "(?:read more|continue reading|read the full (?:article|story)|read full article|weiterlesen|lire la suite"
                    + "|leer más|(?:…|\\.\\.\\.|…\\]|\\.\\.\\.\\])\\s{0,9}more|\\[&hellip;)$",
            Pattern.CASE_INSENSITIVE);

    /** Characters of the longest of them. */
    private static final int LONGEST = 40;

    private static final Pattern APPEARED = Pattern.compile(
            "^(The post|Der Beitrag|L’article|La entrada) .{3,200} (first|zuerst|est apparu|se publicó)",
            Pattern.CASE_INSENSITIVE);
    /** A full text is seldom shorter; a summary is seldom longer. */
    private static final int FULL = 60;

    private static final int LONG_FOR_A_SUMMARY = 150;

    private EntryText() {}

    /** The text of the entry, without what feeds add to it. */
    public static Extracted of(FeedEntry entry) {
        Extracted text = MainText.whole(
                BlockReader.read(Markup.fragment(entry.html())), entry.title().orElse(""));
        int end = Math.max(0, text.text().lastIndexOf("\n\n"));
        String last = text.text().substring(end).strip();
        if (APPEARED.matcher(last).lookingAt()) {
            return new Extracted(text.text().substring(0, end), text.confidence(), text.verdicts());
        }
        return text;
    }

    /** Whether the text stops short of the article. */
    public static boolean isTeaser(FeedEntry entry, String text, int words) {
        return words < (entry.isDeclaredFull() ? FULL : LONG_FOR_A_SUMMARY) || isCutOff(text);
    }

    /** Whether it ends in dots that stand for the rest, or tells where to read on, whatever marks follow. */
    private static boolean isCutOff(String text) {
        int end = text.length();
        while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        String marks = text.substring(end);
        return marks.contains("…")
                || marks.contains("...")
                || READ_ON.matcher(text.substring(Math.max(0, end - LONGEST), end))
                        .find();
    }
}
