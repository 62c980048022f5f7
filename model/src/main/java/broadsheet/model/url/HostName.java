package broadsheet.model.url;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hosts in one spelling: small letters of ASCII without a dot at the end, or an address by number. The mapping is that
 * of UTS 46, not transitional, as browsers do it: {@code ß} stays, what is fullwidth or composed becomes plain.
 *
 * <p>Source: URL Standard, host parsing; UTS 46, section 4.
 */
final class HostName {
    /** Longest name that DNS can answer for. */
    private static final int LONGEST = 253;

    private static final String FORBIDDEN = " #/:<>?@[\\]^|%\"`{}";
    private static final String DOTS = "\u3002\uff0e\uff61";
    private static final String IGNORED = "\u00ad\u034f\u200b\u2060\ufeff\u180b\u180c\u180d";
    private static final int CAPITAL_I_WITH_DOT = 0x130;

    private HostName() {}

    /** The host, or nothing if it can be none. */
    static Optional<String> parse(String text) {
        if (text.startsWith("[")) {
            return text.endsWith("]")
                    ? IpAddress.v6(text.substring(1, text.length() - 1)).map(address -> "[" + address + "]")
                    : Optional.empty();
        }
        // Encoded, a name may be three times as long, and as long again in a script of three bytes.
        if (text.isEmpty() || text.length() > 9 * LONGEST) {
            return Optional.empty();
        }
        return ascii(Percent.decode(text))
                .map(host -> host.endsWith(".") ? host.substring(0, host.length() - 1) : host)
                .filter(host -> !host.isEmpty() && host.length() <= LONGEST && isClean(host))
                .flatMap(host -> IpAddress.endsInANumber(host) ? IpAddress.v4(host) : Optional.of(host));
    }

    /** Whether a host in its one spelling is an address by number. */
    static boolean isNumeric(String host) {
        return host.startsWith("[") || IpAddress.endsInANumber(host);
    }

    private static boolean isClean(String host) {
        return !host.startsWith(".") && !host.endsWith(".") && !host.contains("..") && hasCleanLetters(host);
    }

    private static boolean hasCleanLetters(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c <= 0x20 || c >= 0x7f || FORBIDDEN.indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the name is of small letters, digits, hyphens and dots: most are, and stay as they are. */
    static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> ascii(String name) {
        if (isPlain(name)) {
            return Optional.of(name);
        }
        List<String> labels = new ArrayList<>();
        for (String label : mapped(name).split("\\.", -1)) {
            if (isAscii(label)) {
                labels.add(label);
                continue;
            }
            Optional<String> encoded = isValid(label) ? Punycode.encode(label) : Optional.empty();
            if (encoded.isEmpty()) {
                return Optional.empty();
            }
            labels.add("xn--" + encoded.get());
        }
        return Optional.of(String.join(".", labels));
    }

    private static String mapped(String name) {
        if (isAscii(name)) {
            return small(name);
        }
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return Normalizer.normalize(small(plain), Normalizer.Form.NFKC);
    }

    private static String small(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (DOTS.indexOf(point) >= 0) {
                out.append('.');
            } else if (point == CAPITAL_I_WITH_DOT) {
                out.append("i\u0307");
            } else if (IGNORED.indexOf(point) < 0 && !(point >= 0xfe00 && point <= 0xfe0f)) {
                out.appendCodePoint(Character.toLowerCase(point));
            }
        });
        return out.toString();
    }

    private static boolean isValid(String label) {
        int first = Character.getType(label.codePointAt(0));
        boolean marked = first == Character.NON_SPACING_MARK
                || first == Character.COMBINING_SPACING_MARK
                || first == Character.ENCLOSING_MARK;
        return !marked && !label.startsWith("xn--") && label.codePoints().allMatch(HostName::isValid);
    }

    private static boolean isValid(int point) {
        return switch (Character.getType(point)) {
            case Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            // The two joiners are part of words in Persian and in India.
            case Character.FORMAT -> point == 0x200c || point == 0x200d;
            default -> point != 0xfffd;
        };
    }
}
