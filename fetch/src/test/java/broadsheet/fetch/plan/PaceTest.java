package broadsheet.fetch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the pace of a feed")
class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    private static Pace of(double rate) {
        return new Pace(rate, rate, Habits.NONE, NOW);
    }

    @Test
    void behaviour17StartsAsTheDatesOfTheFeedHaveIt() {
        List<Instant> hourly = IntStream.range(1, 25)
                .mapToObj(i -> NOW.minus(Duration.ofMinutes(61L * i)))
                .toList();
        assertThat(Pace.of(hourly, NOW).interval()).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(45));
    }

    @Test
    void behaviour17IsSlowForAFeedThatHasBeenSilentForWeeks() {
        assertThat(Pace.of(List.of(NOW.minus(Duration.ofDays(90))), NOW).interval())
                .isEqualTo(Pace.LONGEST);
    }

    @Test
    void behaviour17QuickensInABurst() {
        Pace bursting =
                of(1.0 / 24).after(Collections.nCopies(12, Optional.<Instant>empty()), NOW.plus(Duration.ofHours(1)));
        assertThat(bursting.interval()).isLessThan(Duration.ofMinutes(20)).isGreaterThanOrEqualTo(Pace.SHORTEST);
    }

    @Test
    void behaviour17SlowsDownInSilenceUpToADay() {
        Pace pace = of(4);
        Instant at = NOW;
        Duration before = pace.interval();
        while (at.isBefore(NOW.plus(Duration.ofDays(60)))) {
            at = at.plus(before);
            pace = pace.after(List.of(), at);
            assertThat(pace.interval()).isGreaterThanOrEqualTo(before);
            before = pace.interval();
        }
        assertThat(before).isEqualTo(Pace.LONGEST);
    }

    @Test
    void behaviour17IsNeverFasterThanFiveMinutes() {
        assertThat(of(1000).interval()).isEqualTo(Pace.SHORTEST);
    }

    @Test
    void behaviour17LooksWhenHalfAnEntryIsToBeExpected() {
        assertThat(of(2).interval()).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(17));
        assertThat(of(0.25).interval())
                .as("a rate that falls while nothing comes takes longer to come to a half")
                .isBetween(Duration.ofMinutes(121), Duration.ofMinutes(180));
    }

    @Test
    void behaviour17LooksRightAfterTheMinuteAtWhichAFeedUsedToPublish() {
        Instant first = NOW.minus(Duration.ofDays(2)).plus(Duration.ofMinutes(22));
        List<Instant> bulletins = IntStream.range(0, 48)
                .mapToObj(i -> first.plus(Duration.ofHours(i)))
                .toList();
        assertThat(NOW.plus(Pace.of(bulletins, NOW).interval()))
                .isBetween(NOW.plus(Duration.ofMinutes(20)), NOW.plus(Duration.ofMinutes(27)));
    }

    @Test
    void behaviour17LooksInTheHourAtWhichAFeedUsedToPublish() {
        Instant noon = NOW.minus(Duration.ofDays(14)).plus(Duration.ofHours(4));
        List<Instant> daily = IntStream.range(0, 14)
                .mapToObj(i -> noon.plus(Duration.ofDays(i)).plus(Duration.ofMinutes(7L * i % 60)))
                .toList();
        assertThat(NOW.plus(Pace.of(daily, NOW).interval()))
                .isBetween(NOW.plus(Duration.ofHours(4)), NOW.plus(Duration.ofHours(6)));
    }
}
