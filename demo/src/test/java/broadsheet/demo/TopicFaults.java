package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import broadsheet.cli.Stages;
import broadsheet.model.StageName;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What somebody does to the topics while stages run: a topic is deleted, and made anew; retention takes records that no
 * stage has read. None of it can be undone; what counts is that it is named, and counted. Ingest as a process on a broker
 * of its own. Run by {@code mvn verify -Pfaults}.
 */
@DisplayName("of its topics")
class TopicFaults {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int UNREAD = 12;

    private Path directory;
    private EmbeddedBroker broker;
    private OutsideClient client;
    private RuntimeSettings settings;
    private Cluster cluster;
    private SupervisedStage ingest;

    @BeforeEach
    void start() throws Exception {
        directory = Files.createTempDirectory("broadsheet-topics");
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0, Map.of());
        client = new OutsideClient(broker.bootstrapServers());
        int port = EmbeddedBroker.freePort();
        Map<String, String> said = new TreeMap<>(Map.of(
                "bootstrap-servers", broker.bootstrapServers(),
                "partitions", "2",
                "replication", "1",
                "http-port", Integer.toString(port),
                "state-dir", directory.resolve("state").toString()));
        settings = Stages.read(Settings.of(said, Map.of(), Optional.empty())).runtime();
        cluster = Cluster.connect(settings);
        cluster.ensureTopics();
        ingest = new SupervisedStage(StageName.INGEST, directory.resolve("ingest.log"), said)
                .answeringAt(port)
                .start();
        await("ready").atMost(PATIENCE).until(() -> ingest.answer("/ready").startsWith("200"));
    }

    @AfterEach
    void stop() {
        ingest.close();
        client.close();
        cluster.close();
        broker.close();
    }

    private void send(int pages) {
        List<String> origins = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            origins.add(client.send("", Map.of("url", "https://courier.example/" + page)));
        }
        assertThat(origins).hasSize(pages);
    }

    private String ready() {
        return ingest.answer("/ready");
    }

    private void awaitMetric(String line) {
        await(line).atMost(PATIENCE).until(() -> ingest.answer("/metrics").contains(line));
    }

    private Printed audit() {
        return Printed.of("audit", "--bootstrap-servers=" + broker.bootstrapServers());
    }

    @Test
    void oneThatIsDeletedIsNamedAndSoIsOneThatIsMadeAnew() throws Exception {
        String outcomes = settings.topics().outcomes().name();
        String labels = "{stage=\"ingest\",topic=\"" + outcomes + "\"}";
        assertThat(client.awaitOutcome(client.send("", Map.of()))).isEqualTo("REJECTED EMPTY");
        cluster.await(cluster.admin().deleteTopics(List.of(outcomes)).all(), "delete " + outcomes);
        await("not ready").atMost(PATIENCE).until(() -> ready().startsWith("503") && ready().contains("LACKS_TOPIC"));
        awaitMetric("broadsheet_topic_gone" + labels + " 1");
        assertThat(ingest.logged()).contains("topic " + outcomes + " is gone");

        cluster.ensureTopics();
        awaitMetric("broadsheet_topic_made_anew" + labels + " 1");
        assertThat(ingest.logged())
                .contains("topic " + outcomes + " was made anew while ingest runs: what it held is gone");
        // As the line says that one should.
        ingest.killAndRestart();
        await("ready again").atMost(PATIENCE).until(() -> ready().startsWith("200"));
        // Another client: what the first one has read of the topic is not on it any more.
        try (var anew = new OutsideClient(broker.bootstrapServers())) {
            assertThat(anew.awaitOutcome(anew.send("", Map.of()))).isEqualTo("REJECTED EMPTY");
        }
    }

    @Test
    void whatRetentionTakesBeforeItIsReadIsCounted() throws Exception {
        assertThat(client.awaitOutcome(client.send("", Map.of()))).isEqualTo("REJECTED EMPTY");
        assertThat(ingest.stopInTime()).isTrue();
        send(UNREAD);
        deleteAllRawPages();
        ingest.start();
        String last = client.send("", Map.of());
        assertThat(client.awaitOutcome(last)).isEqualTo("REJECTED EMPTY");
        await("counted").atMost(PATIENCE).untilAsserted(() -> {
            Printed audit = audit();
            assertThat(audit.said()).contains("deleted=" + UNREAD);
            assertThat(audit.code()).isEqualTo(1);
        });
    }

    /** What retention does, without the wait. */
    private void deleteAllRawPages() throws Exception {
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        for (int partition = 0; partition < 2; partition++) {
            all.put(
                    new TopicPartition(settings.topics().rawPages().name(), partition),
                    RecordsToDelete.beforeOffset(-1));
        }
        cluster.await(cluster.admin().deleteRecords(all).all(), "delete records");
    }
}
