package broadsheet.ingest.html;

import broadsheet.ingest.limits.Lower;
import java.nio.charset.StandardCharsets;

/**
 * A run of text between two block boundaries of a page: a paragraph, a heading, a list item, a row of a table.
 *
 * @param index place in the page, from 0
 * @param kind what the markup says it is
 * @param level heading level 1 to 6, or nesting of a list item, else 0
 * @param scope the innermost container
 * @param text whitespace collapsed; single line breaks of the page kept as {@code \n}; never empty
 * @param letters letters and digits, vowel signs included; an ideograph or a syllable counts as two, see {@link Writing}
 * @param linkLetters the part of {@code letters} that is inside links
 * @param links number of links that begin in it
 * @param stops sentence marks, commas included; clauses in a script that has none
 * @param emphasis letters in bold or italic type
 * @param pictures pictures and players between the block before and this one
 */
public record Block(
        int index,
        Kind kind,
        int level,
        Scope scope,
        String text,
        int letters,
        int linkLetters,
        int links,
        int stops,
        int emphasis,
        int pictures) {

    /** What the markup says a block is. */
    public enum Kind {
        PARAGRAPH(0),
        PLAIN(1),
        HEADING(2),
        ITEM(3),
        QUOTE(4),
        ROW(5),
        CAPTION(6),
        PREFORMATTED(7);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** A number that stays the same: the model was trained on it. */
        public int code() {
            return code;
        }
    }

    /** Share of the letters that are inside links, 0 to 1. */
    public double linkDensity() {
        return letters == 0 ? (links > 0 ? 1 : 0) : (double) linkLetters / letters;
    }

    /**
     * How much running prose this is: its letters, damped twice by its links; 0 for what is too short or has no sentence
     * mark.
     */
    public double mass() {
        if (letters < 20 || stops == 0) {
            return 0;
        }
        double own = 1 - linkDensity();
        return letters * own * own;
    }

    /** Letters and digits alone, in lower case: what is left to compare when typography does not count. */
    public static String plain(String text) {
        byte[] plain = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < plain.length; i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                return plainBeyondAscii(text);
            }
            plain[length] = PLAIN[c];
            length += PLAIN[c] == 0 ? 0 : 1;
        }
        return new String(plain, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** Of each character of ASCII what is left of it; 0 for nothing. */
    private static final byte[] PLAIN = ascii();

    private static byte[] ascii() {
        byte[] plain = new byte[128];
        for (int c = 0; c < plain.length; c++) {
            plain[c] = Character.isLetterOrDigit(c) ? (byte) Character.toLowerCase(c) : 0;
        }
        return plain;
    }

    private static String plainBeyondAscii(String text) {
        String lower = Lower.of(text);
        char[] plain = new char[lower.length()];
        int length = 0;
        for (int i = 0; i < plain.length; i++) {
            char c = lower.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < plain.length) {
                if (Character.isLetterOrDigit(lower.codePointAt(i)) && Character.isLowSurrogate(lower.charAt(i + 1))) {
                    plain[length++] = c;
                    plain[length++] = lower.charAt(++i);
                }
            } else if (c < 128 ? PLAIN[c] != 0 : Character.isLetterOrDigit(c)) {
                plain[length++] = c;
            }
        }
        return new String(plain, 0, length);
    }
}
