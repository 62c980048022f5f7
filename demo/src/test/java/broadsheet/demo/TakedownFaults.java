package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.Json;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.Receipt;
import broadsheet.model.StageName;
import broadsheet.model.Takedown;
import broadsheet.model.Topics;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.clients.TopicReader;
import broadsheet.runtime.settings.RuntimeSettings;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A sink at work is asked for many takedowns, and one that reaches very many articles; one of its two instances is killed
 * in the middle. Run by {@code mvn verify -Pfaults}; {@code -Dtakedowns.articles=N} says how many articles the domain has
 * and {@code -Dtakedowns.urls=N} how many URLs are asked for. It prints the times.
 */
@DisplayName("a sink that is asked for very many removals")
class TakedownFaults {

    private static final int PARTITIONS = 4;
    private static final int ARTICLES = Integer.getInteger("takedowns.articles", 6_000);
    private static final int URLS = Integer.getInteger("takedowns.urls", 2_000);
    /** What docs/runbook.md says that a sink of so many articles needs: 2 KB for each besides what Compose gives it. */
    private static final String HEAP = 921 + 2 * (ARTICLES + URLS) / 1_000 + "m";

    /** Articles a second that come meanwhile. */
    private static final int RATE = Integer.getInteger("takedowns.rate", 20);

    /** For the other instance, and the one that starts again, to be at work. */
    private static final Duration TAKING_OVER = Duration.ofSeconds(Integer.getInteger("takedowns.taking-over", 20));

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** When each article that comes meanwhile was sent, and after how long its outcome was there. */
    private final Map<Long, Instant> sent = new ConcurrentHashMap<>();

    private final Map<Long, Duration> waited = new ConcurrentHashMap<>();
    private final AtomicInteger outcomes = new AtomicInteger();

    @Test
    void goesOnWithArticlesAndConfirmsThemAllThoughAnInstanceIsKilled() throws Exception {
        Path directory = Files.createTempDirectory("broadsheet-takedown-faults");
        // What a killed instance worked on is taken over after six seconds, and its open transaction ends after ten:
        // what is
        // behind it on the topics can be read by nobody before.
        var settings = Map.of(
                "partitions", Integer.toString(PARTITIONS),
                "replication", "1",
                "standbys", "1",
                "record-time", "5s",
                "transaction-timeout", "10s",
                "kafka.consumer.session.timeout.ms", "6000");
        var looksForOpenOnes = Map.of("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0, looksForOpenOnes);
                var pipeline = new PipelineOfProcesses("removals", directory, broker.bootstrapServers(), settings)) {
            List<SupervisedStage> instances = pipeline.start(StageName.SINK, 2, HEAP);
            RuntimeSettings runtime = pipeline.stages().runtime();
            var stop = new AtomicBoolean();
            Thread listening = background(() -> listen(runtime, stop));
            produce(runtime, 0, ARTICLES + URLS);
            Awaitility.await("articles").atMost(PATIENCE).until(() -> outcomes.get() >= ARTICLES + URLS);
            System.out.println(ARTICLES + URLS + " articles are there");

            Thread coming = background(() -> keepComing(runtime, stop));
            Awaitility.await("some to come").until(() -> waited.size() > 5 * RATE);
            Instant begun = Instant.now();
            askForRemovals(runtime);
            awaitReceipts(runtime, (URLS + 1) * PARTITIONS / 4);
            System.out.println("a quarter of the receipts after " + since(begun) + "; articles until then: "
                    + waits(begun, Instant.now()));
            Instant killed = Instant.now();
            // Those whose outcome was still to come waited for the other instance then.
            Duration slowestBefore = slowest(begun, killed);
            instances.get(0).killAndRestart();
            int receipts = awaitReceipts(runtime, (URLS + 1) * PARTITIONS);
            Instant done = Instant.now();
            System.out.printf(
                    Locale.ROOT,
                    "%d receipts of %d takedowns after %s; articles after the kill: %s; later: %s%n",
                    receipts,
                    URLS + 1,
                    since(begun),
                    waits(killed, killed.plus(TAKING_OVER)),
                    waits(killed.plus(TAKING_OVER), done));
            Thread.sleep(2_000);
            stop.set(true);
            coming.join();
            listening.join();

            var result = pipeline.awaitRest();
            System.out.println(result.summary());
            assertThat(Objects.requireNonNull(result.content().get("published-articles"))
                            .keySet())
                    .noneMatch(id -> Long.parseLong(id.substring(16), 16) < ARTICLES + URLS)
                    .hasSize(sent.size());
            assertThat(result.breakdowns()).isZero();
            assertThat(slowestBefore).isLessThan(Duration.ofSeconds(2));
            assertThat(slowest(killed.plus(TAKING_OVER), done)).isLessThan(Duration.ofSeconds(2));
        }
    }

    private static String since(Instant begin) {
        return Duration.between(begin, Instant.now()).toMillis() + " ms";
    }

    /** Of the articles that were sent in that time, the longest wait for an outcome. */
    private Duration slowest(Instant from, Instant to) {
        List<Wait> waits = sentBetween(from, to);
        return waits.isEmpty() ? Duration.ZERO : waits.get(waits.size() - 1).time();
    }

    /** How long the articles that were sent in that time waited, to be printed. */
    private String waits(Instant from, Instant to) {
        List<Wait> waits = sentBetween(from, to);
        if (waits.isEmpty()) {
            return "none";
        }
        Wait slowest = waits.get(waits.size() - 1);
        return String.format(
                Locale.ROOT,
                "%d, half within %d ms, 99 of 100 within %d ms, the slowest %d ms, sent %d s from the begin",
                waits.size(),
                waits.get(waits.size() / 2).time().toMillis(),
                waits.get(waits.size() * 99 / 100).time().toMillis(),
                slowest.time().toMillis(),
                Duration.between(from, slowest.sent()).toSeconds());
    }

    /** An article that was sent, and how long it waited for an outcome, or has waited until now. */
    private record Wait(Instant sent, Duration time) {}

    /** The shortest first. */
    private List<Wait> sentBetween(Instant from, Instant to) {
        Instant now = Instant.now();
        return sent.entrySet().stream()
                .filter(entry ->
                        !entry.getValue().isBefore(from) && entry.getValue().isBefore(to))
                .map(entry -> new Wait(
                        entry.getValue(), waited.getOrDefault(entry.getKey(), Duration.between(entry.getValue(), now))))
                .sorted(Comparator.comparing(Wait::time))
                .toList();
    }

    private interface Work {
        void run() throws Exception;
    }

    private static Thread background(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }

    private void listen(RuntimeSettings runtime, AtomicBoolean stop) throws InterruptedException {
        try (var reader = new TopicReader<>(runtime, runtime.topics().outcomes())) {
            while (!stop.get()) {
                reader.drain(next -> {
                    Outcome outcome = next.value();
                    outcomes.incrementAndGet();
                    long number = outcome.origin().offset();
                    if (sent.containsKey(number)) {
                        waited.put(number, Duration.between(sent.get(number), Instant.now()));
                    }
                });
                Thread.sleep(20);
            }
        }
    }

    private static KafkaProducer<String, byte[]> producer(RuntimeSettings runtime) {
        Map<String, Object> config = new HashMap<>(ClientConfigs.producer(runtime));
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    private void produce(RuntimeSettings runtime, int from, int to) {
        try (var producer = producer(runtime)) {
            for (int i = from; i < to; i++) {
                send(producer, runtime.topics(), i);
            }
        }
    }

    private void keepComing(RuntimeSettings runtime, AtomicBoolean stop) throws InterruptedException {
        try (var producer = producer(runtime)) {
            for (int i = ARTICLES + URLS; !stop.get(); i++) {
                sent.put((long) i, Instant.now());
                send(producer, runtime.topics(), i);
                Thread.sleep(1_000 / RATE);
            }
        }
    }

    private static void send(KafkaProducer<String, byte[]> producer, Topics topics, int number) {
        byte[] value = article(number);
        send(
                producer,
                new ProducerRecord<>(
                        topics.enrichedArticles().name(),
                        null,
                        null,
                        id(number),
                        value,
                        Origin.of(0, number).writeTo(new RecordHeaders())));
    }

    /** What is not taken would be missed at the end: the failure is told apart from the sink's. */
    private static void send(KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> record) {
        var unused = producer.send(record, (taken, failure) -> {
            if (failure != null) {
                throw new IllegalStateException("not taken: " + record.key(), failure);
            }
        });
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "%016x%016x", number * 0x9E3779B97F4A7C15L, number);
    }

    /** The first ones are of the large domain, then come those that are taken down by URL, then others. */
    private static String url(int number) {
        String host = number < ARTICLES
                ? "desk" + number % 7 + ".large.example"
                : number < ARTICLES + URLS ? "small" + number % 50 + ".example" : "other.example";
        return "https://" + host + "/news/" + number;
    }

    private static byte[] article(int number) {
        var text = new StringBuilder("The");
        long word = number * 0x9E3779B97F4A7C15L + 1;
        for (int i = 0; i < 60; i++) {
            word = word * 6364136223846793005L + 1442695040888963407L;
            text.append(" w").append(Long.toString(word >>> 40, 36));
        }
        ObjectNode article = Json.mapper().createObjectNode();
        article.put("id", id(number)).put("url", url(number)).put("canonicalUrl", url(number));
        article.putObject("source").put("domain", URI.create(url(number)).getHost());
        article.put("headline", "Story " + number).put("body", text.append('.').toString());
        article.put(
                "fetchedAt",
                Instant.parse("2026-03-01T00:00:00Z").plusSeconds(number).toString());
        article.put("language", "en").put("wordCount", 61).put("confidence", 1.0);
        List.of("authors", "keywords", "entities", "sections", "annotated").forEach(article::putArray);
        article.putObject("provenance");
        return Json.bytes(article);
    }

    private static void askForRemovals(RuntimeSettings runtime) {
        var topic = runtime.topics().takedowns().name();
        byte[] takedown = Json.bytes(new Takedown("desk", "test", Instant.parse("2026-03-02T00:00:00Z")));
        try (var producer = producer(runtime)) {
            send(producer, new ProducerRecord<>(topic, "large.example", takedown));
            for (int i = ARTICLES; i < ARTICLES + URLS; i++) {
                send(producer, new ProducerRecord<>(topic, url(i), takedown));
            }
        }
    }

    /** Waits for so many different receipts; returns how many there are. */
    private static int awaitReceipts(RuntimeSettings runtime, int wanted) {
        Set<String> receipts = new HashSet<>();
        var withdrawn = new ArrayList<Integer>();
        try (var reader = new TopicReader<>(runtime, runtime.topics().receipts())) {
            Awaitility.await("receipts").atMost(PATIENCE).until(() -> {
                reader.drain(next -> {
                    Receipt receipt = next.value();
                    if (receipts.add(receipt.partition() + " " + next.key())
                            && next.key().equals("large.example")) {
                        withdrawn.add(receipt.withdrawn());
                    }
                });
                return receipts.size() >= wanted;
            });
        }
        int all = withdrawn.stream().mapToInt(Integer::intValue).sum();
        System.out.println("receipts for the domain from " + withdrawn.size() + " partitions: " + all + " withdrawn");
        assertThat(withdrawn.size() < PARTITIONS || all == ARTICLES).isTrue();
        return receipts.size();
    }
}
