package broadsheet.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * How much of something came in each hour of the last two weeks, told by the times of the records: in which order they
 * are told makes no difference, so that it can be learned from partitions that are read one after the other. Not
 * thread-safe.
 */
final class Rhythm {

    /** How far back it reaches: two weekends, so that a weekend is nothing unusual. */
    static final int HOURS = 14 * 24;

    private final int[] counts = new int[HOURS];
    private long newest = Long.MIN_VALUE;
    private Instant last = Instant.MIN;
    private int arrivals;

    /** One came at that time. */
    void add(Instant at) {
        long hour = hour(at);
        if (arrivals > 0 && hour <= newest - HOURS) {
            return;
        }
        advance(hour);
        counts[slot(hour)]++;
        arrivals++;
        last = at.isAfter(last) ? at : last;
    }

    private void advance(long hour) {
        if (arrivals > 0) {
            for (long next = Math.max(newest + 1, hour - HOURS + 1); next <= hour; next++) {
                arrivals -= counts[slot(next)];
                counts[slot(next)] = 0;
            }
        }
        newest = Math.max(newest, hour);
    }

    static long hour(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), Duration.ofHours(1).toSeconds());
    }

    private static int slot(long hour) {
        return (int) Math.floorMod(hour, (long) HOURS);
    }

    private int count(long hour) {
        return hour > newest || hour <= newest - HOURS ? 0 : counts[slot(hour)];
    }

    /** How many came in the two weeks before the last. */
    int arrivals() {
        return arrivals;
    }

    /** When the last one came. */
    Instant last() {
        return last;
    }

    /** How many came from that hour on, up to and not including the other. */
    long between(long from, long to) {
        long sum = 0;
        for (long hour = from; hour < to; hour++) {
            sum += count(hour);
        }
        return sum;
    }

    /** The first hour in which any came, within the two weeks before {@code now}; the hour after it if none did. */
    long first(long now) {
        long hour = now - HOURS + 1;
        while (hour <= now && count(hour) == 0) {
            hour++;
        }
        return hour;
    }

    /** The longest run of hours without any, between the first and the last that had some, within two weeks. */
    Duration longestPause(long now) {
        int longest = 0;
        int pause = 0;
        for (long hour = first(now); hour <= newest; hour++) {
            pause = count(hour) == 0 ? pause + 1 : 0;
            longest = Math.max(longest, pause);
        }
        return Duration.ofHours(longest);
    }
}
