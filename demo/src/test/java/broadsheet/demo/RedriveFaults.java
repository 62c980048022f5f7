package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.Stages;
import broadsheet.demo.RedriveIT.Buggy;
import broadsheet.model.StageName;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import broadsheet.runtime.stage.StageService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is sent back is read and sent page by page: many large pages need no more memory than one. */
@DisplayName("sending back many pages")
class RedriveFaults {

    private static final int PAGES = Integer.getInteger("redrive.pages", 20_000);
    private static final int BYTES = 100_000;
    private static final String HEAP = "512m";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Test
    void takesNoMoreMemoryThanAFew() throws Exception {
        Path directory = Files.createTempDirectory("broadsheet-redrive-faults");
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0, Map.of())) {
            Map<String, String> said = new TreeMap<>(new Workspace(directory).settings());
            said.put("bootstrap-servers", broker.bootstrapServers());
            RuntimeSettings settings =
                    Stages.read(Settings.of(said, Map.of(), Optional.empty())).runtime();
            try (Cluster cluster = Cluster.connect(settings)) {
                cluster.ensureTopics();
            }
            failOnAll(settings, broker);
            Path log = directory.resolve("redrive.log");
            Process redrive = JavaProcess.start(
                    log,
                    HEAP,
                    List.of(
                            "broadsheet.cli.Main",
                            "redrive",
                            "--where=stage=ingest",
                            "--bootstrap-servers=" + broker.bootstrapServers()));
            assertThat(redrive.waitFor()).as(log.toString()).isZero();
            assertThat(Files.readString(log)).endsWith("sent=" + PAGES + " given-up=0 gone=0\n");
            System.out.println(PAGES + " pages of " + BYTES + " bytes were sent back in " + HEAP);
        }
    }

    /** Every page becomes a dead letter of a stage with a bug. */
    private static void failOnAll(RuntimeSettings settings, EmbeddedBroker broker) {
        Random random = new Random(20_261_201L);
        byte[] page = new byte[BYTES];
        try (StageService bug = StageService.start(
                        settings,
                        new Buggy(StageName.INGEST, settings.topics().rawPages()),
                        new SimpleMeterRegistry());
                OutsideClient client = new OutsideClient(broker.bootstrapServers())) {
            for (int number = 0; number < PAGES; number++) {
                random.nextBytes(page);
                client.send(page, Map.of("url", "https://courier.example/" + number));
            }
            Awaitility.await("all are dead letters")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> client.records("news.outcomes").size() == PAGES);
            assertThat(bug.health().isLive()).isTrue();
        }
    }
}
