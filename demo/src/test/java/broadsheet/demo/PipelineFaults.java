package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.model.StageName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The promise, in the world as it is: real processes, three brokers, one kind of fault at a time under a steady load.
 * Afterwards every input has one outcome, and what is downstream is to the byte what an undisturbed run of the same
 * input left there. Run by {@code mvn verify -Pfaults}; {@code -Dfaults.seed} repeats a run, {@code -Dfaults.pages} sets
 * the size of the load, {@code -Dfaults.kills} the number of kills.
 */
@DisplayName("a fault")
class PipelineFaults {

    private static final long SEED = Long.getLong("faults.seed", 20_261_124L);
    private static final int PAGES = Integer.getInteger("faults.pages", 600);
    private static final int KILLS = Integer.getInteger("faults.kills", 20);
    private static final Duration UNREACHABLE = Duration.ofSeconds(60);

    private static ThreeBrokers brokers;
    private static DisturbedRuns runs;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void runUndisturbed() throws Exception {
        System.out.println("seed " + SEED + ", " + PAGES + " pages");
        Path directory = Files.createTempDirectory("broadsheet-faults");
        brokers = ThreeBrokers.start(directory.resolve("brokers"));
        runs = new DisturbedRuns(directory, brokers.bootstrapServers(), SteadyLoad.of(PAGES, SEED), Map.of());
    }

    @AfterAll
    static void stop() throws IOException {
        brokers.close();
    }

    /** The moment of a fault is chance, but the seed's. */
    private void passTime(int fromMillis, int toMillis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(fromMillis + random.nextInt(toMillis - fromMillis));
    }

    @Test
    void killingStagesChangesNothing() throws Exception {
        runs.changesNothing("kills", Duration.ofSeconds(5L * KILLS), pipeline -> {
            for (int kill = 0; kill < KILLS; kill++) {
                passTime(1_000, 9_000);
                pipeline.stage(StageName.OF_PAGES.get(kill % 3)).killAndRestart();
            }
        });
    }

    @Test
    void killingABrokerAndTheControllerChangesNothing() throws Exception {
        runs.changesNothing("brokers", Duration.ofSeconds(60), pipeline -> {
            passTime(3_000, 6_000);
            int controller = brokers.controller();
            int broker = (controller + 1 + random.nextInt(ThreeBrokers.COUNT - 1)) % ThreeBrokers.COUNT;
            for (int node : List.of(broker, controller)) {
                brokers.kill(node);
                passTime(5_000, 8_000);
                brokers.start(node);
                brokers.awaitAll();
            }
        });
    }

    @Test
    void losingABrokerFromSightForAMinuteChangesNothing() throws Exception {
        runs.changesNothing("unreachable", UNREACHABLE.plusSeconds(10), pipeline -> {
            passTime(3_000, 6_000);
            Process hidden = brokers.process(random.nextInt(ThreeBrokers.COUNT));
            JavaProcess.signal(hidden, "STOP");
            try {
                TimeUnit.SECONDS.sleep(UNREACHABLE.toSeconds());
            } finally {
                JavaProcess.signal(hidden, "CONT");
            }
            brokers.awaitAll();
        });
    }

    @Test
    void restartingAllStagesInTurnChangesNothing() throws Exception {
        runs.changesNothing("rolling", Duration.ofSeconds(45), pipeline -> {
            for (StageName stage : StageName.OF_PAGES) {
                passTime(3_000, 8_000);
                assertThat(pipeline.stage(stage).stopInTime()).as(stage.word()).isTrue();
                pipeline.stage(stage).start();
            }
        });
    }

    @Test
    void scalingAStageUpAndDownChangesNothing() throws Exception {
        runs.changesNothing("scaling", Duration.ofSeconds(60), pipeline -> {
            passTime(2_000, 4_000);
            SupervisedStage second = pipeline.another(StageName.SINK, 2).start();
            SupervisedStage third = pipeline.another(StageName.SINK, 3).start();
            passTime(25_000, 30_000);
            assertThat(second.stopInTime()).isTrue();
            passTime(4_000, 6_000);
            assertThat(third.stopInTime()).isTrue();
        });
    }

    @Test
    void fillingTheDiskOfAStageChangesNothing() throws Exception {
        Path state =
                Files.createDirectories(runs.directory("full").resolve("state").resolve("sink"));
        assumeTrue(
                JavaProcess.run("mount", "-t", "tmpfs", "-o", "size=48m", "faults", state.toString()) == 0,
                "skipped: a small file system of its own cannot be mounted here, which takes root");
        try {
            runs.changesNothing("full", Duration.ofSeconds(60), pipeline -> {
                passTime(8_000, 10_000);
                Path filler = state.resolve("filler");
                JavaProcess.run("dd", "if=/dev/zero", "of=" + filler, "bs=1M", "status=none");
                passTime(20_000, 25_000);
                Files.delete(filler);
            });
        } finally {
            JavaProcess.run("umount", "-l", state.toString());
        }
    }
}
