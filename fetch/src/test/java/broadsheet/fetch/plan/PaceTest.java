package broadsheet.fetch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the pace of a feed")
class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    @Test
    void behaviour17StartsAsTheDatesOfTheFeedHaveIt() {
        List<Instant> hourly = IntStream.range(1, 25)
                .mapToObj(i -> NOW.minus(Duration.ofHours(i)))
                .toList();
        assertThat(Pace.of(hourly, NOW).interval()).isBetween(Duration.ofMinutes(25), Duration.ofMinutes(35));
    }

    @Test
    void behaviour17IsSlowForAFeedThatHasBeenSilentForWeeks() {
        assertThat(Pace.of(List.of(NOW.minus(Duration.ofDays(90))), NOW).interval())
                .isEqualTo(Pace.LONGEST);
    }

    @Test
    void behaviour17QuickensInABurst() {
        Pace daily = new Pace(1.0 / 24, 1.0 / 24, NOW);
        Pace bursting = daily.after(12, NOW.plus(Duration.ofHours(1)));
        assertThat(bursting.interval()).isLessThan(Duration.ofMinutes(20)).isGreaterThanOrEqualTo(Pace.SHORTEST);
    }

    @Test
    void behaviour17SlowsDownInSilenceUpToADay() {
        Pace pace = new Pace(4, 4, NOW);
        Instant at = NOW;
        Duration before = pace.interval();
        while (at.isBefore(NOW.plus(Duration.ofDays(60)))) {
            at = at.plus(before);
            pace = pace.after(0, at);
            assertThat(pace.interval()).isGreaterThanOrEqualTo(before);
            before = pace.interval();
        }
        assertThat(before).isEqualTo(Pace.LONGEST);
    }

    @Test
    void behaviour17IsNeverFasterThanFiveMinutes() {
        assertThat(new Pace(1000, 1000, NOW).interval()).isEqualTo(Pace.SHORTEST);
    }
}
