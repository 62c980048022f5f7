package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.Stages;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Json;
import broadsheet.model.Origin;
import broadsheet.model.StageName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two instances of the sink as processes, on a broker, with four partitions of articles: whatever the order of arrival,
 * and though one of them is killed at work, what is downstream in the end is the same to the byte. Run by {@code mvn
 * verify -Pfaults}; {@code -Ddedup.articles=FILE} gives it a file of the lines that {@code broadsheet dedup} reads.
 */
@DisplayName("with two instances of the sink, what is published in the end")
class SinkFaults {

    private static final String PARTITIONS = "4";

    private static List<byte[]> articles;
    private static Path directory;
    private static EmbeddedBroker broker;
    private static Map<String, Map<String, String>> inOrder;

    /** What is done to the instances while they work on the first half of the articles; it has the rest sent. */
    private interface Disturbance {
        void disturb(PipelineOfProcesses pipeline, List<SupervisedStage> instances, Rest rest) throws Exception;
    }

    /** The second half of the articles. */
    private interface Rest {
        void send() throws Exception;
    }

    @BeforeAll
    static void runInOrder() throws Exception {
        directory = Files.createTempDirectory("broadsheet-sink-faults");
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0, Map.of());
        String file = System.getProperty("dedup.articles", "");
        articles = file.isEmpty() ? invented() : read(Path.of(file));
        inOrder = run("in-order", articles, 0, (pipeline, instances, rest) -> rest.send());
        assertThat(inOrder.get("published-articles")).hasSizeGreaterThan(articles.size() / 3);
        assertThat(inOrder.get("copies")).hasSizeGreaterThan(articles.size() / 10);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static List<byte[]> read(Path file) throws IOException {
        List<byte[]> articles = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode tree = Json.mapper().readTree(line);
            String host = Objects.requireNonNullElse(
                    URI.create(tree.get("url").asText()).getHost(), "");
            articles.add(article(
                    tree.get("url").asText(),
                    host,
                    tree.get("title").asText(),
                    tree.get("text").asText(),
                    Instant.parse(tree.get("published").asText())));
        }
        return articles;
    }

    /** A story a minute, every third one a copy that leaves a paragraph out. */
    private static List<byte[]> invented() {
        var random = new Random(5);
        List<byte[]> articles = new ArrayList<>();
        List<List<String>> stories = new ArrayList<>();
        for (int number = 0; number < 1_500; number++) {
            boolean copy = number % 3 == 2;
            List<String> story = copy ? stories.get(random.nextInt(stories.size())) : story(random);
            stories.add(story);
            String host = "outlet" + random.nextInt(40) + ".example";
            articles.add(article(
                    "https://" + host + "/" + number,
                    host,
                    "Story " + number,
                    String.join("\n\n", copy ? story.subList(0, story.size() - 1) : story),
                    Instant.parse("2026-03-01T00:00:00Z").plus(Duration.ofMinutes(number))));
        }
        return articles;
    }

    private static List<String> story(Random random) {
        List<String> paragraphs = new ArrayList<>();
        for (int paragraph = 0; paragraph < 6; paragraph++) {
            var text = new StringBuilder("The");
            for (int word = 0; word < 30; word++) {
                text.append(" w").append(Integer.toString(random.nextInt(1 << 20), 36));
            }
            paragraphs.add(text.append('.').toString());
        }
        return paragraphs;
    }

    /** As ingest would have it: the same URL is the same id. */
    private static byte[] article(String url, String host, String headline, String body, Instant fetched) {
        ObjectNode article = Json.mapper().createObjectNode();
        article.put(
                "id",
                UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", ""));
        article.put("url", url).put("canonicalUrl", url);
        article.putObject("source").put("domain", host);
        article.put("headline", headline.isBlank() ? "untitled" : headline);
        article.put("body", body).put("fetchedAt", fetched.toString());
        article.put("language", "en").put("wordCount", 1).put("confidence", 1.0);
        List.of("authors", "keywords", "entities", "sections", "annotated").forEach(article::putArray);
        article.putObject("provenance");
        return Json.bytes(article);
    }

    private static Map<String, Map<String, String>> run(
            String name, List<byte[]> order, int standbys, Disturbance disturbance) throws Exception {
        Map<String, String> settings =
                Map.of("partitions", PARTITIONS, "replication", "1", "standbys", Integer.toString(standbys));
        Instant started = Instant.now();
        try (var pipeline =
                new PipelineOfProcesses(name, directory.resolve(name), broker.bootstrapServers(), settings)) {
            List<SupervisedStage> instances = pipeline.start(StageName.SINK, 2, "921m");
            int middle = order.size() / 2;
            send(order, 0, middle, pipeline.stages());
            disturbance.disturb(pipeline, instances, () -> send(order, middle, order.size(), pipeline.stages()));
            var result = pipeline.awaitRest();
            System.out.println(name + ": " + result.summary() + ", "
                    + Duration.between(started, Instant.now()).toSeconds() + " s in all");
            return result.content();
        }
    }

    private static void send(List<byte[]> order, int from, int to, Stages stages) throws Exception {
        String topic = stages.runtime().topics().enrichedArticles().name();
        Map<String, Object> config =
                Map.of("bootstrap.servers", stages.runtime().bootstrapServers());
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = from; i < to; i++) {
                String id =
                        Json.read(order.get(i), EnrichedArticle.class).article().id();
                sent.add(producer.send(new ProducerRecord<>(
                        topic,
                        null,
                        null,
                        id.getBytes(StandardCharsets.UTF_8),
                        order.get(i),
                        Origin.of(0, i).writeTo(new RecordHeaders()))));
            }
            for (var one : sent) {
                one.get();
            }
        }
    }

    private static List<byte[]> shuffled(long seed) {
        List<byte[]> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    @ParameterizedTest(name = "is the same for the shuffle with seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void isTheSameForAnyShuffle(long seed) throws Exception {
        assertThat(run("shuffle-" + seed, shuffled(seed), 0, (pipeline, instances, rest) -> rest.send()))
                .isEqualTo(inOrder);
    }

    @ParameterizedTest(name = "is the same though one is killed, with {0} standbys")
    @ValueSource(ints = {0, 1})
    void isTheSameThoughOneIsKilled(int standbys) throws Exception {
        assertThat(run("killed-" + standbys, articles, standbys, (pipeline, instances, rest) -> {
                    awaitProgress(pipeline, articles.size() / 6);
                    Map<Integer, Long> before = pipeline.progress();
                    Instant killed = Instant.now();
                    instances.get(0).kill();
                    rest.send();
                    Awaitility.await("the other one to take over")
                            .atMost(Duration.ofMinutes(2))
                            .pollInterval(Duration.ofMillis(100))
                            .until(() -> pipeline.progress().entrySet().stream()
                                    .allMatch(now -> now.getValue() > before.getOrDefault(now.getKey(), 0L)));
                    System.out.println("with " + standbys + " standbys, all partitions went on after "
                            + Duration.between(killed, Instant.now()).toMillis() + " ms");
                    instances.get(0).start();
                }))
                .isEqualTo(inOrder);
    }

    private static void awaitProgress(PipelineOfProcesses pipeline, int records) {
        Awaitility.await("work")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> pipeline.progress().size() == Integer.parseInt(PARTITIONS)
                        && pipeline.progress().values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum()
                                > records);
    }
}
