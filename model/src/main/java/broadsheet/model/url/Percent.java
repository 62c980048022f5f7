package broadsheet.model.url;

import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding in one spelling: what needs none has none, hexadecimal digits are capitals, and a percent sign that
 * begins no code is encoded itself. Writing it again changes nothing. Linear in the length of the text.
 *
 * <p>Source: RFC 3986, sections 2.1 to 2.4 and 6.2.2; URL Standard, percent-encoded bytes.
 */
final class Percent {
    private static final String UNRESERVED = "-._~";
    /** Reserved, but of no meaning within a path or a query that sites go by: sharers encode them or not. */
    private static final String EQUAL_EITHER_WAY = "!$'()*,:;@";

    private static final String IN_PATHS = "/&=+";
    private static final String IN_QUERIES = "/&=+?";
    private static final String HEX = "0123456789ABCDEF";

    private Percent() {}

    /** A path in its one spelling; dot segments are left alone. */
    static String path(String text) {
        return encode(text, IN_PATHS);
    }

    /** A query or a fragment in its one spelling. */
    static String query(String text) {
        return encode(text, IN_QUERIES);
    }

    private static String encode(String text, String kept) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int code = point == '%' ? codeAt(text, i) : -1;
            if (code >= 0) {
                decoded(out, code);
                i += 3;
            } else {
                if (isPlain(point) || (point < 0x80 && kept.indexOf(point) >= 0)) {
                    out.append((char) point);
                } else {
                    bytes(out, point);
                }
                i += Character.charCount(point);
            }
        }
        return out.toString();
    }

    private static void decoded(StringBuilder out, int code) {
        if (isPlain(code)) {
            out.append((char) code);
        } else {
            escape(out, code);
        }
    }

    private static void bytes(StringBuilder out, int point) {
        boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        for (byte each : Character.toString(lone ? 0xfffd : point).getBytes(StandardCharsets.UTF_8)) {
            escape(out, each & 0xff);
        }
    }

    private static void escape(StringBuilder out, int code) {
        out.append('%').append(HEX.charAt(code >> 4)).append(HEX.charAt(code & 15));
    }

    private static boolean isPlain(int point) {
        return (point >= 'a' && point <= 'z')
                || (point >= 'A' && point <= 'Z')
                || (point >= '0' && point <= '9')
                || (point < 0x80 && (UNRESERVED.indexOf(point) >= 0 || EQUAL_EITHER_WAY.indexOf(point) >= 0));
    }

    /** The byte that the percent sign at {@code at} begins the code of; -1 if it begins none. */
    static int codeAt(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = digit(text.charAt(at + 1));
        int low = digit(text.charAt(at + 2));
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    /** The text behind the codes, read as UTF-8. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] from = text.getBytes(StandardCharsets.UTF_8);
        String bytes = new String(from, StandardCharsets.ISO_8859_1);
        byte[] to = new byte[from.length];
        int length = 0;
        for (int i = 0; i < from.length; i++) {
            int code = from[i] == '%' ? codeAt(bytes, i) : -1;
            to[length++] = code >= 0 ? (byte) code : from[i];
            i += code >= 0 ? 2 : 0;
        }
        return new String(to, 0, length, StandardCharsets.UTF_8);
    }
}
