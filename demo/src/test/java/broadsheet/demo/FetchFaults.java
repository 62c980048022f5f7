package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Three instances of {@code fetch} become one and three again, and twenty times one of them is killed: hosts are asked as if
 * nothing had happened. Run by {@code mvn verify -Pfaults}; {@code -Dfaults.seed} makes other moments, {@code -Dfaults.kills}
 * and {@code -Dfaults.entries} (pages of each host) more or fewer.
 */
@DisplayName("hosts that are asked by three instances, of which one is killed now and then")
class FetchFaults {

    private static final long SEED = Long.getLong("faults.seed", 20261130);
    private static final int KILLS = Integer.getInteger("faults.kills", 20);
    private static final int HOSTS = 24;

    /** So many that there is work for all of it. */
    private static final int ENTRIES = Integer.getInteger("faults.entries", 60);

    private static final int MOST_BETWEEN = 60;

    @Test
    void behaviours15And25AreAskedOneAtATimeAndForNothingTwiceButWhatWasOut() throws Exception {
        System.out.println("fetch faults with seed " + SEED);
        Instant began = Instant.now();
        try (WatchedHosts hosts = WatchedHosts.open(HOSTS, ENTRIES, SEED);
                FetchTrial trial = new FetchTrial(Files.createTempDirectory("broadsheet-fetch-faults"), hosts, SEED)) {
            trial.start(3);
            trial.kill(KILLS * 2 / 5, MOST_BETWEEN);
            trial.leave(1);
            trial.kill(KILLS / 5, MOST_BETWEEN);
            trial.start(2);
            trial.kill(KILLS * 2 / 5, MOST_BETWEEN);
            var stand = trial.awaitRest();
            System.out.println("requests seen=" + hosts.log().size() + " ends=" + trial.ends()
                    + " breakdowns=" + trial.breakdowns() + " shortest pause="
                    + hosts.shortestPause().toMillis() + " ms, "
                    + Duration.between(began, Instant.now()).toSeconds() + " s");
            System.out.println(stand.line() + " doubles=" + stand.doubles());
            System.out.println("asked for again=" + trial.checkThatOnlyWhatWasOutWasAskedForAgain(stand));
            trial.checkThatEachPageIsThereOnce();
            // The hosts' clock and ours are read at slightly different moments.
            assertThat(hosts.shortestPause()).isGreaterThan(Duration.ofMillis(950));
        }
    }
}
