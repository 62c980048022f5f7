package broadsheet.ingest.dump;

import broadsheet.ingest.html.Writing;
import java.util.regex.Pattern;

/**
 * A line of a text dump, with what is asked of it again and again.
 *
 * @param text without white space around it
 * @param afterBlank whether an empty line precedes it
 * @param letters letters and digits
 * @param words parts between blanks
 * @param isIdeographic whether it has ideographs or kana
 * @param isUnspaced whether it is in another script without spaces between words, which end sentences there instead
 */
record Line(String text, boolean afterBlank, int letters, int words, boolean isIdeographic, boolean isUnspaced) {
    private static final Pattern BULLET = Pattern.compile("^(?:[•*·◦▪■►‣-]\\s|\\d{1,3}$|\\d{1,3}[.)]\\s)");
    private static final Pattern BYLINE =
            Pattern.compile("^(?:(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]uth?or:?|Автор:?)\\s)?"
                    + "(\\p{Lu}[\\p{L}'’.-]{1,40}(?:\\s(?:de|von|van|der|da|bin|al|\\p{Lu}[\\p{L}'’.-]{0,40})){1,3}?)"
                    + "(?:\\s(?:[Vv]iews?|[Rr]eporter|[Ss]taff|[Cc]orrespondent)\\b.{0,200}|\\s?[|,/-].{0,200})?$");
    private static final String CLOSING = "\"”’»')]";
    /** Characters of a by-line with all that follows a name. */
    private static final int LONGEST_BYLINE = 300;

    private static final int LONGEST_MAIL = 320;

    static Line of(String text, boolean afterBlank) {
        int letters = 0;
        int words = text.isEmpty() ? 0 : 1;
        boolean ideographic = false;
        boolean unspaced = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            letters += Character.isLetterOrDigit(c) ? 1 : 0;
            words += c == ' ' ? 1 : 0;
            ideographic |= Character.isIdeographic(c) || (c >= 0x3040 && c < 0x3100);
            unspaced |= Writing.isUnspaced(c);
            i += Character.charCount(c);
        }
        return new Line(text, afterBlank, letters, words, ideographic, unspaced);
    }

    boolean isBullet() {
        return BULLET.matcher(text).find();
    }

    /** One word with a sign of mail, and a full stop behind it. */
    boolean isMail() {
        int at = text.indexOf('@', 1);
        int stop = text.lastIndexOf('.', text.length() - 2);
        return words == 1 && text.length() < LONGEST_MAIL && at > 0 && stop > at + 1;
    }

    boolean endsSentence() {
        int at = text.length() - 1;
        while (at > 0 && CLOSING.indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at >= 0 && Writing.endsSentence(text.codePointBefore(at + 1));
    }

    /** Whether it reads like running text: long enough, and a sentence or at least most of one. */
    boolean isProse() {
        boolean enough = (letters >= 60 && words >= 8)
                || (letters >= 40 && words <= 3 && isIdeographic)
                || (letters >= 80 && isUnspaced);
        return enough && !isBullet() && (letters >= 160 || isUnspaced || endsSentence());
    }

    /** The name in a by-line; blank if the line is none. */
    String author() {
        if (words > 10 || text.length() > LONGEST_BYLINE || endsSentence()) {
            return "";
        }
        var matcher = BYLINE.matcher(text);
        return matcher.matches() ? matcher.group(1) : "";
    }
}
