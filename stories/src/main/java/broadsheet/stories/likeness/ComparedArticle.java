package broadsheet.stories.likeness;

import broadsheet.stories.traits.StoryTraits;
import java.time.Duration;
import java.time.Instant;

/** An article as it is compared: its traits, their sums, and its time. Immutable. */
public final class ComparedArticle {

    private static final double MILLIS_A_DAY = Duration.ofDays(1).toMillis();

    private final StoryTraits traits;
    private final ArticleTotals totals;
    private final Instant time;

    /**
     * @param traits what it shows of its event
     * @param time its content time
     */
    public ComparedArticle(StoryTraits traits, Instant time) {
        this.traits = traits;
        this.totals = ArticleTotals.of(traits);
        this.time = time;
    }

    public StoryTraits traits() {
        return traits;
    }

    public Instant time() {
        return time;
    }

    ArticleTotals totals() {
        return totals;
    }

    double daysFrom(ComparedArticle other) {
        return Duration.between(time, other.time).abs().toMillis() / MILLIS_A_DAY;
    }
}
