package broadsheet.fetch.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How fast a feed publishes, and from that when to read it again: as soon as half an entry is to be expected.
 *
 * <p>What is to be expected is a rate over time. It is made of two decaying counts of new entries, one that forgets in
 * hours and one that forgets in days, each an unbiased estimate of the rate (a Poisson process filtered by an exponential
 * window), and of {@link Habits}: the hours of the day and minutes of the hour at which the feed used to publish. The slow
 * count goes by these habits; of the fast one counts what it has in excess, a burst. Reading whenever the sum of the rate
 * since the last reading comes to a half costs two requests an entry on average, whatever the feed does, and puts them
 * where entries come: a feed that a clock makes each hour is read right after that minute, a blog around its hour.
 *
 * <p>Source: Sia, Cho, Cho, "Efficient monitoring algorithm for fast news alerts" (2007), for the rate by hours and the
 * expectation as yardstick. Rejected: the mean gap of the entries that the feed shows (blind to bursts and to silence),
 * halving and doubling (costs requests without end on feeds that alternate), the wait by the rate at this moment alone (the
 * rate falls while one waits: a quarter more requests, and late for feeds with habits).
 *
 * @param fast entries an hour, by what came lately
 * @param slow entries an hour, by what came in the last days
 * @param habits when it used to publish
 * @param at when the counts were as they are
 */
public record Pace(double fast, double slow, Habits habits, Instant at) {

    /** No feed is read more often. */
    public static final Duration SHORTEST = Duration.ofMinutes(5);

    /** None is read less often, unless it asks for it or fails. */
    public static final Duration LONGEST = Duration.ofHours(24);

    private static final double FAST_HOURS = 3;
    private static final double SLOW_HOURS = 72;

    /** How many entries are to be expected when it is time to look. */
    private static final double EXPECTED = 0.5;

    /** How much of a burst is believed to go on. */
    private static final double BURST = 0.5;

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
            return new Pace(rate, rate, Habits.NONE, now);
        }
        double rate = recent.size() / Math.max(1, hours(Duration.between(recent.get(0), now)));
        return new Pace(rate, rate, Habits.NONE.after(recent, Duration.ZERO), now);
    }

    /**
     * After it was read once more.
     *
     * @param published of each entry that was new the date, if it has one
     */
    public Pace after(List<Optional<Instant>> published, Instant now) {
        double hours = Math.max(0, hours(Duration.between(at, now)));
        // What came since the last look came somewhere in between: it has decayed by half of the time on average.
        double half = hours / 2;
        int entries = published.size();
        List<Instant> believable = published.stream()
                .flatMap(Optional::stream)
                .filter(time -> time.isAfter(at) && !time.isAfter(now))
                .toList();
        return new Pace(
                fast * Math.exp(-hours / FAST_HOURS) + entries * Math.exp(-half / FAST_HOURS) / FAST_HOURS,
                slow * Math.exp(-hours / SLOW_HOURS) + entries * Math.exp(-half / SLOW_HOURS) / SLOW_HOURS,
                habits.after(believable, Duration.between(at, now)),
                now);
    }

    /** How long to wait, from the moment of the counts. */
    public Duration interval() {
        Duration waited = Duration.ZERO;
        double expected = 0;
        while (waited.compareTo(LONGEST) < 0) {
            // Each step ends where a bin of the habits ends.
            Duration step = habits.untilNextBin(at.plus(waited));
            double more = rate(waited.plus(step.dividedBy(2))) * hours(step);
            if (expected + more >= EXPECTED) {
                Duration part = Duration.ofMillis((long) (step.toMillis() * (EXPECTED - expected) / more));
                return clamped(waited.plus(part));
            }
            expected += more;
            waited = waited.plus(step);
        }
        return LONGEST;
    }

    /** Entries an hour that are to be expected after some time without any. */
    private double rate(Duration waited) {
        double hours = hours(waited);
        double usual = slow * Math.exp(-hours / SLOW_HOURS) * habits.ofHour(at.plus(waited));
        double lately = fast * Math.exp(-hours / FAST_HOURS);
        return usual * habits.ofMinute(at.plus(waited)) + BURST * Math.max(0, lately - usual);
    }

    private static Duration clamped(Duration wait) {
        return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static double hours(Duration length) {
        return length.toMillis() / 3_600_000.0;
    }
}
