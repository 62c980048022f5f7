package broadsheet.fetch.plan;

import broadsheet.fetch.feed.ShortHash;
import java.time.Duration;

/**
 * How long to wait after failures: twice as long each time, up to a cap, and not all at the same moment. The jitter is a
 * function of the URL and the count, so that a plan that is made again is the same plan.
 */
public final class Backoff {

    private static final int MOST_DOUBLINGS = 20;

    private Backoff() {}

    /**
     * The wait after so many failures in a row.
     *
     * @param first after the first failure
     * @param cap the most
     * @param failures from 1
     * @param name of what failed
     */
    public static Duration after(Duration first, Duration cap, int failures, String name) {
        double grown = first.toMillis() * Math.pow(2, Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1)));
        double jittered = Math.min((double) cap.toMillis(), grown) * (0.75 + 0.5 * fraction(name + " " + failures));
        return Duration.ofMillis((long) Math.min((double) cap.toMillis(), jittered));
    }

    /** A number from 0 to 1 that is always the same for a name. */
    static double fraction(String name) {
        return (Long.parseUnsignedLong(ShortHash.of(name), 16) >>> 11) * 0x1.0p-53;
    }
}
