package broadsheet.model.url;

import java.util.Optional;

/**
 * Names of Unicode in letters of ASCII. Source: RFC 3492; names and constants are the RFC's. The platform's {@code
 * java.net.IDN} is IDNA 2003 with the tables of Unicode 3.2: it makes {@code strasse} of {@code straße}, which is
 * another host today, and refuses what was assigned since.
 */
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 128;

    private Punycode() {}

    /** One label without its {@code xn--}; empty if it is too long to be reckoned with. */
    static Optional<String> encode(String label) {
        int[] points = label.codePoints().toArray();
        var out = new StringBuilder();
        label.codePoints().filter(point -> point < INITIAL_N).forEach(out::appendCodePoint);
        int basic = out.length();
        if (basic > 0) {
            out.append('-');
        }
        int n = INITIAL_N;
        long delta = 0;
        int bias = INITIAL_BIAS;
        for (int handled = basic; handled < points.length; n++) {
            int next = smallestFrom(points, n);
            delta += (long) (next - n) * (handled + 1);
            n = next;
            for (int point : points) {
                if (point < n) {
                    delta++;
                } else if (point == n) {
                    if (delta > Integer.MAX_VALUE) {
                        return Optional.empty();
                    }
                    number(out, (int) delta, bias);
                    bias = adapt((int) delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
        }
        return Optional.of(out.toString());
    }

    private static int smallestFrom(int[] points, int n) {
        int smallest = Integer.MAX_VALUE;
        for (int point : points) {
            if (point >= n && point < smallest) {
                smallest = point;
            }
        }
        return smallest;
    }

    private static void number(StringBuilder out, int delta, int bias) {
        int q = delta;
        for (int k = BASE; ; k += BASE) {
            int t = Math.min(T_MAX, Math.max(T_MIN, k - bias));
            if (q < t) {
                out.append(digit(q));
                return;
            }
            out.append(digit(t + (q - t) % (BASE - t)));
            q = (q - t) / (BASE - t);
        }
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    private static int adapt(int delta, int points, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / points;
        int k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
    }
}
