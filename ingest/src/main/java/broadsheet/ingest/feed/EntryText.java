package broadsheet.ingest.feed;

import broadsheet.ingest.body.Extracted;
import broadsheet.ingest.body.MainText;
import broadsheet.ingest.html.BlockReader;
import broadsheet.ingest.html.Markup;
import java.util.regex.Pattern;

/** The text of a feed's entry, and whether it is the whole article or only whets the appetite. */
public final class EntryText {
    private static final Pattern CUT_OFF = Pattern.compile(
            "(…|\\.\\.\\.|\\[…\\]|\\[\\.\\.\\.\\]|\\[&hellip;\\])\\s*(read more|continue reading|more|weiterlesen|lire"
                    + " la suite|leer más)?\\W*$|(read more|continue reading|read the full (article|story)|read full"
                    + " article|weiterlesen|lire la suite|leer más)\\W*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern APPEARED = Pattern.compile(
            "^(The post|Der Beitrag|L’article|La entrada) .{3,200} (first|zuerst|est apparu|se publicó).*",
            Pattern.CASE_INSENSITIVE);
    /** A full text is seldom shorter; a summary is seldom longer. */
    private static final int FULL = 60;

    private static final int LONG_FOR_A_SUMMARY = 150;

    private EntryText() {}

    /** The text of the entry, without what feeds add to it. */
    public static Extracted of(Entry entry) {
        Extracted text = MainText.whole(
                BlockReader.read(Markup.fragment(entry.html())), entry.title().orElse(""));
        String[] blocks = text.text().split("\n\n", 0);
        String last = blocks[blocks.length - 1];
        if (APPEARED.matcher(last).matches()) {
            int end = Math.max(0, text.text().length() - last.length() - 2);
            return new Extracted(text.text().substring(0, end), text.confidence(), text.verdicts());
        }
        return text;
    }

    /** Whether the text stops short of the article. */
    public static boolean isTeaser(Entry entry, String text, int words) {
        return words < (entry.isDeclaredFull() ? FULL : LONG_FOR_A_SUMMARY)
                || CUT_OFF.matcher(text).find();
    }
}
