package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.Stages;
import broadsheet.ledger.Backlog;
import broadsheet.ledger.Balance;
import broadsheet.ledger.Books;
import broadsheet.model.Outcome;
import broadsheet.model.StageName;
import broadsheet.model.Topics;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/** The three stages as processes, on topics of their own, with topics gone when it closes. Not thread-safe. */
final class PipelineOfProcesses implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path directory;
    private final Map<String, String> settings = new TreeMap<>();
    private final Stages stages;
    private final Cluster cluster;
    private final Map<StageName, SupervisedStage> first = new HashMap<>();
    private final List<SupervisedStage> all = new ArrayList<>();
    private final Instant started = Instant.now();

    /** On three brokers. */
    PipelineOfProcesses(String name, Path directory, String bootstrapServers) throws IOException {
        this(name, directory, bootstrapServers, Map.of());
    }

    /**
     * On any brokers.
     *
     * @param others settings of the stages that are others than for three brokers
     */
    PipelineOfProcesses(String name, Path directory, String bootstrapServers, Map<String, String> others)
            throws IOException {
        this.directory = Files.createDirectories(directory);
        settings.put("bootstrap-servers", bootstrapServers);
        settings.put("topic-prefix", name);
        settings.put("partitions", "3");
        settings.put("replication", "3");
        settings.put("http-port", "0");
        settings.put("copy-shards", "3");
        // What a killed instance worked on is taken over after six seconds, the least that the brokers allow.
        settings.put("kafka.consumer.session.timeout.ms", "6000");
        settings.put("kafka.consumer.heartbeat.interval.ms", "1500");
        settings.putAll(others);
        stages = Stages.read(Settings.of(settings, Map.of(), Optional.empty()));
        cluster = Cluster.connect(stages.runtime());
    }

    Stages stages() {
        return stages;
    }

    void start() {
        cluster.ensureTopics();
        for (StageName stage : StageName.OF_PAGES) {
            first.put(stage, another(stage, 1).start());
        }
    }

    /** Makes the topics, and starts so many instances of one stage, each with that heap. */
    List<SupervisedStage> start(StageName stage, int instances, String heap) {
        cluster.ensureTopics();
        List<SupervisedStage> started = new ArrayList<>();
        for (int number = 1; number <= instances; number++) {
            started.add(another(stage, number).within(heap).start());
        }
        return started;
    }

    /** How far the sink has come in its input, by partition: the next offset that it will read. */
    Map<Integer, Long> progress() {
        String group = ClientConfigs.applicationId(stages.runtime(), StageName.SINK);
        Map<Integer, Long> progress = new TreeMap<>();
        cluster.await(cluster.admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(), "read offsets")
                .forEach((partition, committed) -> {
                    if (partition
                            .topic()
                            .equals(stages.runtime().topics().enrichedArticles().name())) {
                        progress.put(partition.partition(), committed.offset());
                    }
                });
        return progress;
    }

    /** The first instance of a stage. */
    SupervisedStage stage(StageName stage) {
        return Objects.requireNonNull(first.get(stage));
    }

    /** One more instance of a stage, not started yet. */
    SupervisedStage another(StageName stage, int number) {
        String name = number == 1 ? stage.word() : stage.word() + "-" + number;
        Map<String, String> own = new TreeMap<>(settings);
        own.put("state-dir", directory.resolve("state").resolve(name).toString());
        int port = EmbeddedBroker.freePort();
        own.put("http-port", Integer.toString(port));
        SupervisedStage instance = new SupervisedStage(stage, directory.resolve(name + ".log"), own).answeringAt(port);
        all.add(instance);
        return instance;
    }

    /** Waits until the first articles have come through: a fault is to meet stages at work. */
    void awaitWork() {
        try (Books books = new Books(stages.runtime())) {
            Awaitility.await("work")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> books.balance().count(Outcome.Kind.PUBLISHED) > 0);
        }
    }

    /** Waits until nothing lies before any stage, and says how it then is. */
    Result awaitRest() {
        Backlog backlog = new Backlog(stages.runtime(), cluster);
        try (Books books = new Books(stages.runtime())) {
            Instant sent = Instant.now();
            Awaitility.await("rest")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptions()
                    .until(() ->
                            backlog.work().isNone() && books.balanceAtRest().open() == 0);
            int audit = Ending.of(
                            "audit",
                            "--bootstrap-servers=" + stages.runtime().bootstrapServers(),
                            "--topic-prefix=" + stages.runtime().topics().prefix())
                    .code();
            return new Result(
                    books.sumAtRest(),
                    audit,
                    content(),
                    all.stream().mapToInt(SupervisedStage::breakdowns).sum(),
                    Duration.between(started, sent),
                    Duration.between(sent, Instant.now()));
        }
    }

    private Map<String, Map<String, String>> content() {
        Topics topics = stages.runtime().topics();
        Map<String, Map<String, String>> content = new TreeMap<>();
        try (var client = new OutsideClient(stages.runtime().bootstrapServers())) {
            for (var topic : List.of(topics.publishedArticles(), topics.copies())) {
                content.put(topic.shortName(), lastByKey(client, topic.name()));
            }
        }
        return content;
    }

    private static Map<String, String> lastByKey(OutsideClient client, String topic) {
        Map<String, String> last = new TreeMap<>();
        client.lastByKey(topic).forEach((key, value) -> last.put(key, new String(value, StandardCharsets.ISO_8859_1)));
        return last;
    }

    /**
     * How it is when it has come to rest.
     *
     * @param balance the ledger summed up
     * @param auditCode how {@code broadsheet audit} ended
     * @param content by topic and key the last value, a char for each byte
     * @param breakdowns how often a stage ended of itself
     * @param underLoad from the start to the last page
     * @param toRest from there until nothing was left to do
     */
    record Result(
            Balance balance,
            int auditCode,
            Map<String, Map<String, String>> content,
            int breakdowns,
            Duration underLoad,
            Duration toRest) {

        /** Every input has its outcome, and none has two. */
        void assertBooksAddUp() {
            assertThat(auditCode).as("exit code of audit").isZero();
            assertThat(balance.open()).as("inputs without an outcome").isZero();
            assertThat(balance.doubles()).as("inputs with two outcomes").isZero();
        }

        String summary() {
            List<String> sizes = content.entrySet().stream()
                    .map(topic -> topic.getKey() + "=" + topic.getValue().size())
                    .toList();
            return balance.line() + " double=" + balance.doubles() + "; " + sizes + ", content "
                    + Integer.toHexString(content.hashCode()) + "; stages ended of themselves " + breakdowns
                    + " times; load " + underLoad.toSeconds() + " s, then " + toRest.toSeconds() + " s to rest";
        }
    }

    @Override
    public void close() {
        all.forEach(SupervisedStage::close);
        String prefix = stages.runtime().topics().prefix();
        List<String> own = cluster.await(cluster.admin().listTopics().names(), "list topics").stream()
                .filter(topic -> topic.startsWith(prefix + ".") || topic.startsWith(prefix + "-"))
                .toList();
        cluster.await(cluster.admin().deleteTopics(own).all(), "delete topics");
        cluster.close();
    }
}
