package broadsheet.model.url;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Addresses by number in one spelling: {@code 0x7f.1} is {@code 127.0.0.1}, and {@code [0:0::1]} is {@code [::1]}.
 *
 * <p>Source: URL Standard, host parsing; RFC 5952.
 */
final class IpAddress {
    private static final int GROUPS = 8;

    private IpAddress() {}

    /** Whether a host can only be an IPv4 address, or nothing: its last label is a number. */
    static boolean endsInANumber(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1);
        boolean digits = !last.isEmpty() && last.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits || (last.startsWith("0x") && number(last) >= 0);
    }

    /** An IPv4 address in whatever notation, dotted; empty if it is none. */
    static Optional<String> v4(String host) {
        String[] parts = host.split("\\.", 5);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            long most = last ? (1L << (8 * (5 - parts.length))) - 1 : 255;
            long value = number(parts[i]);
            if (value < 0 || value > most) {
                return Optional.empty();
            }
            address |= last ? value : value << (8 * (3 - i));
        }
        return Optional.of(
                (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255));
    }

    /** A number of C: hexadecimal behind 0x, octal behind 0; -1 if it is none. */
    private static long number(String text) {
        int radix = text.startsWith("0x") ? 16 : text.length() > 1 && text.startsWith("0") ? 8 : 10;
        String digits = text.substring(radix == 16 ? 2 : 0);
        if (digits.isEmpty()) {
            return radix == 16 ? 0 : -1;
        }
        long value = 0;
        for (int i = 0; i < digits.length() && value >= 0; i++) {
            int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
            value = digit < 0 || value > 0xffff_ffffL ? -1 : value * radix + digit;
        }
        return value;
    }

    /** An IPv6 address, without its brackets, in its shortest form; empty if it is none. */
    static Optional<String> v6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return Optional.empty();
        }
        int[] groups = new int[GROUPS];
        int before = groups(gap < 0 ? text : text.substring(0, gap), groups, gap < 0);
        int[] behind = new int[GROUPS];
        int after = gap < 0 ? 0 : groups(text.substring(gap + 2), behind, true);
        boolean whole = gap < 0 ? before == GROUPS : before >= 0 && after >= 0 && before + after < GROUPS;
        if (!whole) {
            return Optional.empty();
        }
        System.arraycopy(behind, 0, groups, GROUPS - after, after);
        return Optional.of(shortest(groups));
    }

    /** Reads groups parted by colons; how many there are, or -1. The last may be an IPv4 address. */
    private static int groups(String text, int[] groups, boolean last) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] parts = text.split(":", GROUPS + 1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean dotted = last && i == parts.length - 1 && parts[i].indexOf('.') > 0;
            if (count + (dotted ? 2 : 1) > GROUPS || (dotted && !dotted(parts[i], groups, count))) {
                return -1;
            }
            if (!dotted) {
                int value = group(parts[i]);
                if (value < 0) {
                    return -1;
                }
                groups[count] = value;
            }
            count += dotted ? 2 : 1;
        }
        return count;
    }

    private static int group(String text) {
        boolean hex = !text.isEmpty()
                && text.length() <= 4
                && text.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
        return hex ? Integer.parseInt(text, 16) : -1;
    }

    private static boolean dotted(String text, int[] groups, int at) {
        String[] parts = text.split("\\.", 5);
        boolean plain = parts.length == 4
                && Arrays.stream(parts)
                        .allMatch(part -> part.length() <= 3
                                && !part.isEmpty()
                                && part.chars().allMatch(c -> c >= '0' && c <= '9')
                                && (part.length() == 1 || part.charAt(0) != '0')
                                && Integer.parseInt(part) < 256);
        if (plain) {
            groups[at] = Integer.parseInt(parts[0]) << 8 | Integer.parseInt(parts[1]);
            groups[at + 1] = Integer.parseInt(parts[2]) << 8 | Integer.parseInt(parts[3]);
        }
        return plain;
    }

    private static String shortest(int[] groups) {
        int start = -1;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > longest) {
                start = i;
                longest = end - i;
            }
        }
        return start < 0
                ? join(groups, 0, GROUPS)
                : join(groups, 0, start) + "::" + join(groups, start + longest, GROUPS);
    }

    private static String join(int[] groups, int from, int to) {
        var joined = new StringJoiner(":");
        for (int i = from; i < to; i++) {
            joined.add(Integer.toHexString(groups[i]).toLowerCase(Locale.ROOT));
        }
        return joined.toString();
    }
}
