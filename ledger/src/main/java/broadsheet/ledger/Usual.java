package broadsheet.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What was usual for a source or a language in the last two weeks, and whether that is missed at a time. Neither can be said
 * of one that is rare, or has not been known for three days.
 *
 * @param rhythm in which its articles came
 * @param now the time
 */
record Usual(Rhythm rhythm, Instant now) {

    /** Hours that are looked at together, so that one quiet hour is none. */
    static final int WINDOW = 6;

    private static final int KNOWN_HOURS = 72;
    private static final int KNOWN_DAYS = 3;
    private static final int LEAST = 20;
    private static final int DAY = 24;

    private long hour() {
        return Rhythm.hour(now);
    }

    private boolean isKnown() {
        return rhythm.arrivals() >= LEAST && hour() - rhythm.first(hour()) >= KNOWN_HOURS;
    }

    /** Whether it has paused for more than twice as long as ever. */
    boolean hasPausedTooLong() {
        return isKnown() && pause().compareTo(longestPause().plusHours(1).multipliedBy(2)) > 0;
    }

    /** How long it has paused now. */
    Duration pause() {
        return Duration.between(rhythm.last(), now);
    }

    /** Its longest pause before this one, in whole hours. */
    Duration longestPause() {
        return rhythm.longestPause(hour());
    }

    /** While it was there. */
    double arrivalsADay() {
        long hours = Math.max(1, Rhythm.hour(rhythm.last()) - rhythm.first(hour()) + 1);
        return rhythm.arrivals() * (double) DAY / hours;
    }

    /** Whether fewer than a quarter came of what is usual at this time of the day, and than half of what ever came then. */
    boolean hasFallen() {
        double usual = inWindows();
        long fewest = windows().stream().mapToLong(Long::longValue).min().orElse(0);
        return isKnown() && usual >= LEAST && inWindow() < usual / 4 && inWindow() < fewest / 2.0;
    }

    /** How many came in the last hours. */
    long inWindow() {
        return before(hour());
    }

    /** How many usually come in these hours of a day. */
    double inWindows() {
        return windows().stream().mapToLong(Long::longValue).average().orElse(0);
    }

    private long before(long end) {
        return rhythm.between(end - WINDOW, end);
    }

    /** How many came in the same hours of each day before; empty if it is not known for long enough. */
    private List<Long> windows() {
        List<Long> windows = new ArrayList<>();
        long first = rhythm.first(hour());
        for (long end = hour() - DAY; end - WINDOW >= first; end -= DAY) {
            windows.add(before(end));
        }
        return windows.size() < KNOWN_DAYS ? List.of() : windows;
    }
}
