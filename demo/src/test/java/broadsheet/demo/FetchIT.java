package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The same as {@link FetchFaults} does for long, once. */
@DisplayName("hosts that are asked by two instances, one of which is killed")
class FetchIT {

    @Test
    void behaviours15And25AreAskedOneAtATimeAndForNothingTwiceButWhatWasOut() throws Exception {
        long seed = new Random().nextInt(1_000_000);
        System.out.println("fetch with seed " + seed);
        try (WatchedHosts hosts = WatchedHosts.open(6, 12, seed);
                FetchTrial trial = new FetchTrial(Files.createTempDirectory("broadsheet-fetch"), hosts, seed)) {
            trial.start(2);
            trial.kill(2, 20);
            var stand = trial.awaitRest();
            trial.checkThatOnlyWhatWasOutWasAskedForAgain(stand);
            trial.checkThatEachPageIsThereOnce();
            // The hosts' clock and ours are read at slightly different moments.
            assertThat(hosts.shortestPause()).as("seed %d", seed).isGreaterThan(Duration.ofMillis(950));
        }
    }
}
