package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import broadsheet.cli.Stages;
import broadsheet.model.StageName;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import broadsheet.runtime.stage.StageService;
import broadsheet.runtime.stage.StageTopology;
import broadsheet.runtime.stage.Topologies;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Named;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One page after the other goes the way that a page goes when a stage has a bug, and the bug is mended. */
@DisplayName("what a stage could not use")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RedriveIT {

    private static EmbeddedBroker broker;
    private static OutsideClient client;
    private static RuntimeSettings settings;
    private static Map<String, String> said;
    private static Optional<Demo.Running> atWork = Optional.empty();

    /** A stage with a bug: it fails on everything. */
    record Buggy(StageName stage, Topic<?, ?> input) implements StageTopology {
        @Override
        public Topology build(StreamsConfig config) {
            var builder = new StreamsBuilder(new TopologyConfig(config));
            builder.stream(input.name(), Topologies.reading(input))
                    .foreach((key, value) -> Integer.parseInt("a bug"), Named.as("fail"));
            return builder.build();
        }
    }

    @BeforeAll
    static void start() throws IOException {
        Path directory = Files.createTempDirectory("broadsheet-it");
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0, Map.of());
        client = new OutsideClient(broker.bootstrapServers());
        said = new HashMap<>(new Workspace(directory).settings());
        said.put("bootstrap-servers", broker.bootstrapServers());
        settings = Stages.read(Settings.of(said, Map.of(), Optional.empty())).runtime();
        try (Cluster cluster = Cluster.connect(settings)) {
            cluster.ensureTopics();
        }
    }

    @AfterAll
    static void stop() {
        atWork.ifPresent(Demo.Running::close);
        client.close();
        broker.close();
    }

    private static Printed run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--bootstrap-servers=" + broker.bootstrapServers();
        return Printed.of(all);
    }

    private static Demo.Running mended() {
        return new Demo(Stages.read(Settings.of(said, Map.of(), Optional.empty())), System.err).start();
    }

    /** The mended stages, at work until the end: to start all of them anew for each test takes longer than the test. */
    private static void haveThemAtWork() {
        if (atWork.isEmpty()) {
            atWork = Optional.of(mended());
        }
    }

    /** An outcome is seen a moment before the stage's place is. */
    private static void awaitAudit(String... parts) {
        await("audit")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(run("audit").said()).contains(parts).endsWith("unaccounted=0 double=0\n"));
    }

    private static StageService buggy(StageName stage, Topic<?, ?> input) {
        return StageService.start(settings, new Buggy(stage, input), new SimpleMeterRegistry());
    }

    @Test
    @Order(1)
    void becomesAnArticleWhenItIsSentBackAfterTheBugIsMended() {
        Topics topics = settings.topics();
        String origin;
        try (StageService bug = buggy(StageName.INGEST, topics.rawPages())) {
            origin = client.send(
                    PipelineIT.page("Ferry terminal to be rebuilt", "ferry terminal"),
                    Map.of("url", "https://courier.example/ferry"));
            assertThat(client.awaitOutcome(origin)).isEqualTo("DEAD_LETTERED NumberFormatException");
            assertThat(bug.health().isLive()).isTrue();
        }
        assertThat(run("redrive", "--dry-run").said())
                .startsWith(origin + "  NumberFormatException  a new article: ")
                .contains("https://courier.example/ferry");
        run("takedown", "courier.example", "--by", "legal desk", "--why", "court order", "--wait", "0");
        assertThat(run("redrive", "--dry-run").said())
                .startsWith(origin + "  NumberFormatException  withheld, under a takedown: ");
        run("takedown", "courier.example", "--lift", "--wait", "0");
        assertThat(run("redrive", "--dry-run").said()).contains("  a new article: ");
        assertThat(run("redrive", "--where", "reason=SomethingElse").said()).isEqualTo("sent=0 given-up=0 gone=0\n");

        Printed redrive = run("redrive", "--where", "reason=NumberFormatException", "--where", "stage=ingest");
        assertThat(redrive.said()).contains(origin + "  NumberFormatException").endsWith("sent=1 given-up=0 gone=0\n");
        try (Demo.Running running = mended()) {
            assertThat(running.statusPort()).isPositive();
            client.await(
                    "news.published-articles",
                    node -> node.path("headline").asText().equals("Ferry terminal to be rebuilt"));
            String successor = client.await(
                            "news.outcomes", node -> node.path("kind").asText().equals("REDRIVEN"))
                    .path("successor")
                    .asText();
            assertThat(client.awaitOutcome(successor)).isEqualTo("PUBLISHED");
        }
        assertThat(run("redrive").said()).isEqualTo("sent=0 given-up=0 gone=0\n");
        assertThat(run("audit")).satisfies(audit -> {
            assertThat(audit.said())
                    .contains("inputs=1 published=1")
                    .contains("dead-letters=0 redriven=1")
                    .endsWith("unaccounted=0 double=0\n");
            assertThat(audit.code()).isZero();
        });
    }

    @Test
    @Order(2)
    void goesBackToALaterStageWithoutPassingTheEarlierOnesAgain() {
        Topics topics = settings.topics();
        String origin;
        try (StageService bug = buggy(StageName.ENRICH, topics.articles());
                StageService ingest = StageService.start(
                        settings,
                        Stages.read(Settings.of(said, Map.of(), Optional.empty()))
                                .topology(StageName.INGEST),
                        new SimpleMeterRegistry())) {
            origin = client.send(
                    PipelineIT.page("Tram line gets new rails", "tram line"),
                    Map.of("url", "https://courier.example/tram"));
            assertThat(client.awaitOutcome(origin)).isEqualTo("DEAD_LETTERED NumberFormatException");
            assertThat(bug.health().isLive() && ingest.health().isLive()).isTrue();
        }
        assertThat(run("redrive").said()).contains("sent to news.articles, attempt 1");
        haveThemAtWork();
        client.await(
                "news.published-articles",
                node -> node.path("headline").asText().equals("Tram line gets new rails"));
        awaitAudit("inputs=2 published=2");
    }

    @Test
    @Order(3)
    void isSentBackSoOftenAndNoOftener() {
        Map<String, String> empty = Map.of("url", "https://courier.example/empty");
        String origin;
        haveThemAtWork();
        origin = client.send("", empty);
        assertThat(client.awaitOutcome(origin)).isEqualTo("REJECTED EMPTY");
        for (int attempt = 1; attempt <= 2; attempt++) {
            Printed redrive =
                    run("redrive", "--topic=rejections", "--where=url=" + empty.get("url"), "--max-attempts=2");
            assertThat(redrive.said()).contains("attempt " + attempt).endsWith("sent=1 given-up=0 gone=0\n");
            String last = origin;
            origin = client.await(
                            "news.outcomes",
                            node -> node.path("origin").asText().equals(last) && node.has("successor"))
                    .path("successor")
                    .asText();
            assertThat(client.awaitOutcome(origin)).isEqualTo("REJECTED EMPTY");
        }
        assertThat(run("redrive", "--topic=rejections", "--dry-run").said()).contains("EMPTY  rejected again: EMPTY");
        Printed redrive = run("redrive", "--topic=rejections", "--max-attempts=2");
        assertThat(redrive.said()).endsWith("sent=0 given-up=1 gone=0\n");
        assertThat(redrive.code()).isEqualTo(1);
        awaitAudit("inputs=3 published=2", "rejected=1");
    }

    @Test
    @Order(4)
    void isBackWithAllItsVersionsWhenATakedownOfItIsLifted() {
        haveThemAtWork();
        String first = sendLock("lock keeper");
        assertThat(client.awaitOutcome(first)).isEqualTo("PUBLISHED");
        String second = sendLock("lock keepers");
        assertThat(client.awaitOutcome(second)).isEqualTo("REVISED");
        String id = client.await(
                        "news.outcomes", node -> node.path("origin").asText().equals(second))
                .path("articleId")
                .asText();
        assertThat(run("takedown", LOCK, "--by=legal desk", "--why=court order").said())
                .isEqualTo(id + "\n");
        assertThat(client.awaitOutcome(sendLock("two lock keepers"))).isEqualTo("WITHHELD");
        assertThat(run("redrive", "--topic=raw-pages", "--article", id, "--dry-run")
                        .said())
                .contains(first + "  PUBLISHED  withheld, under a takedown: " + id);
        run("takedown", LOCK, "--lift");
        assertThat(run("redrive", "--topic=raw-pages", "--where=reason=WITHHELD", "--dry-run")
                        .said())
                .contains("  WITHHELD  a new article: " + id);
        assertThat(run("redrive", "--topic=raw-pages", "--article", id).said())
                .contains(first + "  PUBLISHED", second + "  REVISED", "  WITHHELD")
                .endsWith("sent=3 given-up=0 gone=0\n");
        client.await(
                "news.published-articles",
                node -> node.path("id").asText().equals(id)
                        && node.path("version").path("number").asInt() == 3);
        assertThat(run("redrive", "--topic=raw-pages", "--where=reason=WITHHELD")
                        .said())
                .isEqualTo("sent=0 given-up=0 gone=0\n");
        awaitAudit("inputs=6 published=3", "revised=2");
    }

    private static final String LOCK = "https://courier.example/lock";

    private static String sendLock(String about) {
        return client.send(PipelineIT.page("Old lock opens again", about), Map.of("url", LOCK));
    }

    @Test
    @Order(5)
    void isNotAllThereIsByMistake() {
        assertThat(run("redrive", "--topic=raw-pages").code()).isNotZero();
        assertThat(run("redrive", "--article=0123456789abcdef0123456789abcdef").code())
                .isNotZero();
    }
}
