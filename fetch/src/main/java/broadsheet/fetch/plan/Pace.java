package broadsheet.fetch.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How fast a feed publishes, and from that how long to wait until it is read again.
 *
 * <p>Two decaying counts of new entries are kept, one that forgets in hours and one that forgets in days; each is an
 * unbiased estimate of the rate at which entries come (a Poisson process filtered by an exponential window), and so is
 * their mean. Reading twice as often as entries come costs two requests an entry on average, whatever the feed does: in a
 * burst the fast count shortens the wait, in silence both let it grow. Rejected: the mean gap of the entries that the feed
 * shows (blind to bursts and to silence), and halving and doubling (costs requests without end on feeds that alternate).
 *
 * @param fast entries an hour, by what came lately
 * @param slow entries an hour, by what came in the last days
 * @param at when the counts were as they are
 */
public record Pace(double fast, double slow, Instant at) {

    /** No feed is read more often. */
    public static final Duration SHORTEST = Duration.ofMinutes(5);

    /** None is read less often, unless it asks for it or fails. */
    public static final Duration LONGEST = Duration.ofHours(24);

    private static final double FAST_HOURS = 3;
    private static final double SLOW_HOURS = 72;
    private static final double REQUESTS_AN_ENTRY = 2;

    /** Of a feed that has no dates: four entries a day. */
    private static final double UNKNOWN = 1.0 / 6;

    private static final Duration LOOK_BACK = Duration.ofDays(14);

    /** As the dates have it that a feed shows when it is read for the first time. */
    public static Pace of(List<Instant> published, Instant now) {
        List<Instant> recent = published.stream()
                .filter(at -> at.isBefore(now) && at.isAfter(now.minus(LOOK_BACK)))
                .sorted()
                .toList();
        if (recent.isEmpty()) {
            double rate = published.isEmpty() ? UNKNOWN : 0;
            return new Pace(rate, rate, now);
        }
        double rate = recent.size() / Math.max(1, hours(Duration.between(recent.get(0), now)));
        return new Pace(rate, rate, now);
    }

    /** After it was read once more, with so many entries that were new. */
    public Pace after(int entries, Instant now) {
        double hours = Math.max(0, hours(Duration.between(at, now)));
        // What came since the last look came somewhere in between: it has decayed by half of the time on average.
        double half = hours / 2;
        return new Pace(
                fast * Math.exp(-hours / FAST_HOURS) + entries * Math.exp(-half / FAST_HOURS) / FAST_HOURS,
                slow * Math.exp(-hours / SLOW_HOURS) + entries * Math.exp(-half / SLOW_HOURS) / SLOW_HOURS,
                now);
    }

    /** How long to wait. */
    public Duration interval() {
        double rate = (fast + slow) / 2;
        double hours = rate <= 0
                ? (double) LONGEST.toHours()
                : Math.min((double) LONGEST.toHours(), 1 / (REQUESTS_AN_ENTRY * rate));
        Duration interval = Duration.ofMillis((long) (hours * 3_600_000));
        return interval.compareTo(SHORTEST) < 0 ? SHORTEST : interval;
    }

    private static double hours(Duration length) {
        return length.toMillis() / 3_600_000.0;
    }
}
