package broadsheet.fetch.host;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.fetch.host.SimulatedFeed.Kind;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A slice of {@link Simulation}; the whole of it is a program, and its figures stand in docs/fetching.md. The seed is
 * another one each time, so the bounds leave room for chance where it has a part.
 */
@DisplayName("two hundred feeds in two days")
class SimulationTest {

    private static final long SEED = new Random().nextInt(1_000_000);

    private static Simulation simulation;

    @BeforeAll
    static void run() {
        System.out.println("simulation with seed " + SEED);
        simulation = new Simulation(200, Duration.ofDays(2), SEED).run();
        System.out.println(simulation.report());
    }

    private static SimulationFigures quick() {
        return simulation.of(Kind.BURSTY, Kind.HOURLY, Kind.RANDOM_HOURLY);
    }

    @Test
    void behaviour17FindsWhatFastFeedsPublishWithinMinutes() {
        assertThat(quick().delay(0.5)).as("seed %d", SEED).isLessThanOrEqualTo(Duration.ofMinutes(6));
        assertThat(simulation.of(Kind.HOURLY).delay(0.5)).as("seed %d", SEED).isLessThan(Duration.ofMinutes(10));
    }

    @Test
    void behaviour17AsksNoMoreThanTwiceAnItem() {
        assertThat(quick().requestsAnItem()).as("seed %d", SEED).isLessThan(2.3);
    }

    @Test
    void behaviour5NeverAsksWhereItIsToldToWait() {
        assertThat(simulation.pollsInsideRetryAfter()).as("seed %d", SEED).isZero();
    }

    @Test
    void behaviour15AsksOneAtATimeAndASecondApart() {
        assertThat(simulation.web().mostAtOnce()).as("seed %d", SEED).isEqualTo(1);
        assertThat(simulation.web().shortestPause()).as("seed %d", SEED).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void behaviour17NamesEveryLoss() {
        SimulationFigures all = simulation.of(Kind.values());
        assertThat(all.lostUnnamed()).as("seed %d", SEED).isZero();
        assertThat(all.completeness()).as("seed %d", SEED).isGreaterThanOrEqualTo(0.995);
    }

    @Test
    void behaviour4MostAnswersOfQuietFeedsAreNotModified() {
        assertThat(simulation.of(Kind.DEAD).notModified()).as("seed %d", SEED).isGreaterThanOrEqualTo(0.8);
    }
}
