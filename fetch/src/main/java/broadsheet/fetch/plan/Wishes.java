package broadsheet.fetch.plan;

import broadsheet.model.Fetch;
import java.time.Duration;

/**
 * What an answer asks of us.
 *
 * @param minutes how many to wait at least
 * @param quiet when not to ask
 */
public record Wishes(int minutes, QuietTimes quiet) {

    static final Wishes NONE = new Wishes(0, QuietTimes.NONE);

    static Wishes of(Fetch fetch) {
        return new Wishes(fetch.minutes().orElse(0), new QuietTimes(fetch.quietHours(), fetch.quietDays()));
    }

    /** How long to wait at least, as far as that is believed. */
    Duration least() {
        return Duration.ofMinutes(Math.min(minutes, Pace.LONGEST.toMinutes()));
    }
}
