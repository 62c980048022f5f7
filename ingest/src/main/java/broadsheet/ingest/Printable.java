package broadsheet.ingest;

import java.util.function.IntPredicate;

/**
 * Text without what nobody can see and a reader's program may obey: control characters, marks that turn the direction
 * of what follows, halves of surrogate pairs, and what Unicode will never assign. Joiners stay: words of Persian and
 * emoji need them.
 */
final class Printable {
    private Printable() {}

    /** One line: a control character or the end of a line is a blank. */
    static String line(String text) {
        return clean(text, point -> false).strip();
    }

    /** Running text, which keeps its line breaks and tabs. */
    static String text(String text) {
        return clean(text, point -> point == '\n' || point == '\t').strip();
    }

    private static String clean(String text, IntPredicate kept) {
        if (isClean(text, kept)) {
            return text;
        }
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (kept.test(point)) {
                out.append((char) point);
            } else if (isBreak(point)) {
                out.append(' ');
            } else if (!isHidden(point)) {
                out.appendCodePoint(point);
            }
        });
        return out.toString();
    }

    private static boolean isClean(String text, IntPredicate kept) {
        for (int i = 0; i < text.length(); i++) {
            int point = text.charAt(i);
            if (point >= 0x20 && point < 0x7f) {
                continue;
            }
            point = text.codePointAt(i);
            i += Character.charCount(point) - 1;
            if (!kept.test(point) && (isBreak(point) || isHidden(point))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBreak(int point) {
        return point < 0x20 || (point >= 0x7f && point < 0xa0) || point == 0x2028 || point == 0x2029;
    }

    private static boolean isHidden(int point) {
        boolean turns = (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean never = (point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point <= 0xfdef);
        return turns || half || never || point == 0xfeff;
    }
}
