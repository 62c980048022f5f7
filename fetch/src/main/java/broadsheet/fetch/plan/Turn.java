package broadsheet.fetch.plan;

import broadsheet.model.Fetch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When it is a subscription's turn again.
 *
 * @param plan as it is after the answer
 */
record Turn(FeedPlan plan) {

    private static final Duration LONGEST_FOR_MISSING = Duration.ofDays(7);
    private static final Duration MOST_JITTER = Duration.ofSeconds(30);
    private static final Duration AFTER_ROBOTS = Duration.ofHours(24);
    private static final int SPREAD_MILLIS = 60_000;

    /** The time after an answer; empty if it has ended. */
    Optional<Instant> after(String task, Fetch fetch, Instant now) {
        if (fetch.outcome() == Fetch.Outcome.GONE) {
            return Optional.empty();
        }
        Instant then = switch (fetch.outcome()) {
            case FETCHED, UNCHANGED -> usual(task, now);
            case BACKING_OFF, EXPIRED -> now.plus(Pace.SHORTEST);
            case ROBOTS -> fetch.notBefore().isPresent() ? now : now.plus(AFTER_ROBOTS);
            case NOT_FOUND -> now.plus(Backoff.after(interval(), LONGEST_FOR_MISSING, plan.failures(), task));
            default -> now.plus(Backoff.after(interval(), Pace.LONGEST, plan.failures(), task));
        };
        return Optional.of(fetch.notBefore()
                .filter(then::isBefore)
                .map(before -> spread(task, before))
                .orElse(then));
    }

    /** All that a host sent away until a time does not come back in one moment. */
    private static Instant spread(String task, Instant before) {
        return before.plusMillis((long) (SPREAD_MILLIS * Backoff.fraction(task)));
    }

    private Instant usual(String task, Instant now) {
        Duration own = interval();
        boolean told = plan.push().filter(agreed -> agreed.holds(now)).isPresent();
        Duration wait = told ? longer(own, Push.RARELY) : own;
        // Enough that feeds of one hour are not read in one second, and not so much that the hour is missed.
        double most = Math.min((double) MOST_JITTER.toMillis(), wait.toMillis() * 0.1);
        Duration jitter = Duration.ofMillis((long) (most * Backoff.fraction(task + now)));
        return plan.wishes().quiet().after(now.plus(wait).plus(jitter));
    }

    /** How long to wait between two requests that go well: the feed's pace; its wishes only make it longer. */
    Duration interval() {
        Duration own = plan.pace().map(Pace::interval).orElse(Pace.SHORTEST);
        Duration ordered = Duration.ofMinutes(plan.subscription().minutes().orElse(0));
        return longer(longer(own, plan.wishes().least()), ordered);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
