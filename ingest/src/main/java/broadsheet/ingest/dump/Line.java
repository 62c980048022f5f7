package broadsheet.ingest.dump;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A line of a text dump.
 *
 * @param text without white space around it
 * @param afterBlank whether an empty line precedes it
 */
record Line(String text, boolean afterBlank) {
    private static final Pattern BULLET = Pattern.compile("^([•*·◦▪■►‣-]\\s|\\d{1,3}$|\\d{1,3}[.)]\\s)");
    private static final Pattern ENDS_SENTENCE = Pattern.compile("[.!?…。！？।؟][\"”’»')\\]]*$");
    private static final Pattern MAIL = Pattern.compile("^\\S+@\\S+\\.\\S+$");
    private static final Pattern BYLINE = Pattern.compile(
            "^(?:(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]uth?or:?|Автор:?)\\s+)?"
                    + "(\\p{Lu}[\\p{L}'’.-]+(?:\\s+(?:de|von|van|der|da|bin|al|\\p{Lu}[\\p{L}'’.-]*)){1,3}?)"
                    + "(?:\\s+(?:[Vv]iews?|[Rr]eporter|[Ss]taff|[Cc]orrespondent)\\b.*|\\s*[|,/-]\\s*(?:[Pp]ublished|[Uu]pdated|[Pp]osted)?.*)?$");

    /** Letters and digits. */
    int letters() {
        return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    int words() {
        return text.isEmpty() ? 0 : text.split("\\s+", 0).length;
    }

    boolean isBullet() {
        return BULLET.matcher(text).find();
    }

    boolean isMail() {
        return MAIL.matcher(text).matches();
    }

    boolean endsSentence() {
        return ENDS_SENTENCE.matcher(text).find();
    }

    /** Whether it reads like running text: long enough, and a sentence or at least most of one. */
    boolean isProse() {
        boolean enough = (letters() >= 60 && words() >= 8) || (letters() >= 40 && words() <= 3 && isIdeographic());
        return enough && !isBullet() && (endsSentence() || letters() >= 160);
    }

    private boolean isIdeographic() {
        return text.codePoints().anyMatch(c -> Character.isIdeographic(c) || (c >= 0x3040 && c < 0x3100));
    }

    /** The name in a by-line; blank if the line is none. */
    String author() {
        if (words() > 10 || endsSentence()) {
            return "";
        }
        var matcher = BYLINE.matcher(text);
        return matcher.matches() ? matcher.group(1) : "";
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }
}
