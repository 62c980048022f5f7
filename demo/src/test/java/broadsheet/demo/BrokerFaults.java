package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.StageName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The only broker is stopped under stages at work and a producer that goes on, and comes back later. Run by {@code mvn
 * verify -Pfaults}; {@code -Dfaults.minutes-away=10} is longer than any time limit that Kafka's clients and Kafka Streams have
 * by default.
 */
@DisplayName("a broker that is away")
class BrokerFaults {

    private static final long SEED = Long.getLong("faults.seed", 20_261_124L);
    private static final int PAGES = Integer.getInteger("faults.pages", 600);
    private static final Duration AWAY = Duration.ofMinutes(Integer.getInteger("faults.minutes-away", 1));

    /** What the runbook promises. */
    private static final Duration TIME_TO_NOTICE = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private LosableBroker broker;
    private DisturbedRuns runs;

    @BeforeEach
    void runUndisturbed() throws Exception {
        System.out.println("seed " + SEED + ", " + PAGES + " pages, away for " + AWAY.toMinutes() + " min");
        Path directory = Files.createTempDirectory("broadsheet-away");
        broker = LosableBroker.start(directory.resolve("broker"));
        runs = new DisturbedRuns(
                directory, broker.bootstrapServers(), SteadyLoad.of(PAGES, SEED), Map.of("replication", "1"));
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void isMissedByEachStageWhichGoesOnByItselfWhenItIsBack() throws Exception {
        var result = runs.changesNothing("away", AWAY.plusSeconds(20), pipeline -> {
            Map<StageName, SupervisedStage> stages = stages(pipeline);
            awaitReady(stages, "200", PATIENCE);
            Instant gone = Instant.now();
            broker.lose();
            awaitReady(stages, "503", TIME_TO_NOTICE);
            System.out.println("none is ready after " + millisSince(gone) + " ms");
            TimeUnit.MILLISECONDS.sleep(AWAY.toMillis() - millisSince(gone));
            stages.forEach(BrokerFaults::assertItWaitsAndSaysSo);
            Instant back = Instant.now();
            broker.bringBack();
            awaitReady(stages, "200", PATIENCE);
            System.out.println("all are ready " + millisSince(back) + " ms after the broker was started");
            stages.forEach((name, stage) -> assertThat(stage.logged())
                    .as(name.word())
                    .containsPattern(name.word() + " hears of the brokers again, after \\d+ s"));
        });
        assertThat(result.breakdowns()).as("stages that ended of themselves").isZero();
    }

    /** Those that pages pass, and one that asks for them. */
    private static Map<StageName, SupervisedStage> stages(PipelineOfProcesses pipeline) {
        Map<StageName, SupervisedStage> stages = new LinkedHashMap<>();
        StageName.OF_PAGES.forEach(name -> stages.put(name, pipeline.stage(name)));
        stages.put(StageName.FETCH, pipeline.another(StageName.FETCH, 1).start());
        return stages;
    }

    /** Waits until each of them gives that answer to whoever asks whether it is ready. */
    private static void awaitReady(Map<StageName, SupervisedStage> stages, String answer, Duration patience) {
        Awaitility.await("/ready to be " + answer)
                .atMost(patience)
                .untilAsserted(() -> assertThat(stages.values())
                        .allSatisfy(stage -> assertThat(stage.answer("/ready")).startsWith(answer)));
    }

    private static void assertItWaitsAndSaysSo(StageName name, SupervisedStage stage) {
        assertThat(stage.breakdowns()).as(name.word()).isZero();
        assertThat(stage.answer("/live")).as(name.word()).startsWith("200");
        assertThat(stage.answer("/ready")).as(name.word()).startsWith("503").contains("CUT_OFF");
        assertThat(stage.answer("/metrics")).as(name.word()).contains("broadsheet_broker_silence_seconds{stage=");
        assertThat(stage.logged())
                .contains(name.word() + ": no heartbeat has been answered by the brokers at 127.0.0.1:");
    }

    private static long millisSince(Instant when) {
        return Duration.between(when, Instant.now()).toMillis();
    }
}
