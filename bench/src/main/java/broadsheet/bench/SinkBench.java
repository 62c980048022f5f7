package broadsheet.bench;

import broadsheet.demo.EmbeddedBroker;
import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Origin;
import broadsheet.model.Source;
import broadsheet.model.Topic;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import broadsheet.runtime.stage.StageService;
import broadsheet.sink.SinkSettings;
import broadsheet.sink.SinkTopology;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * What the state of a sink takes on disk, and how long an instance needs until it works again: with its state directory,
 * and without it, from the changelogs; and how long another one needs that is its standby.
 *
 * <p>A broker and a sink in this JVM, and invented articles, one in five an edited copy. Usage: {@code SinkBench ARTICLES
 * DIRECTORY}; the directory is to be empty or absent, and takes some 10 KB an article.
 */
public final class SinkBench {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int WAIT_MILLIS = 200;
    private static final int PARTITIONS = 4;
    private static final Map<String, String> PARTITIONED = Map.of("partitions", Integer.toString(PARTITIONS));
    /** Enough that each partition has some. */
    private static final int MORE = 100;

    private final InventedTexts texts = new InventedTexts();
    private final int articles;
    private final Path directory;
    private final String bootstrapServers;
    private final RuntimeSettings runtime;
    private final SinkSettings sink;

    private SinkBench(int articles, Path directory, String bootstrapServers) {
        this.articles = articles;
        this.directory = directory;
        this.bootstrapServers = bootstrapServers;
        runtime = settings("state", 0);
        sink = SinkSettings.read(Settings.of(PARTITIONED, Map.of(), Optional.empty()));
    }

    private RuntimeSettings settings(String stateDirectory, int standbys) {
        Map<String, String> named = new HashMap<>(PARTITIONED);
        named.put("bootstrap-servers", bootstrapServers);
        named.put("state-dir", directory.resolve(stateDirectory).toString());
        named.put("standbys", Integer.toString(standbys));
        return RuntimeSettings.read(Settings.of(named, Map.of(), Optional.empty()));
    }

    /**
     * Runs it.
     *
     * @throws IOException if the state directory cannot be read
     * @throws ExecutionException if the broker does not take an article
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path directory = Path.of(arguments[1]);
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0, Map.of())) {
            new SinkBench(Integer.parseInt(arguments[0]), directory, broker.bootstrapServers()).run();
        }
    }

    private void run() throws IOException, InterruptedException, ExecutionException {
        try (Cluster cluster = Cluster.connect(runtime)) {
            cluster.ensureTopics();
            produce(0, articles);
            long start = System.nanoTime();
            try (StageService service = start()) {
                while (service.health().isLive() && outcomes(cluster) < articles) {
                    Thread.sleep(WAIT_MILLIS);
                }
            }
            double seconds = seconds(start);
            System.out.printf(Locale.ROOT, "%,d articles taken in, %,.0f a second%n", articles, articles / seconds);
            System.out.printf(Locale.ROOT, "state on disk, bytes an article: %s%n", bytes("state"));
            System.out.printf(Locale.ROOT, "topics on disk, bytes an article: %s%n", bytes("broker"));
        }
        System.out.printf(Locale.ROOT, "works again with its state directory after %.1f s%n", restart());
        delete(directory.resolve("state"));
        System.out.printf(Locale.ROOT, "works again without it after %.1f s%n", restart());
        System.out.printf(Locale.ROOT, "state on disk then, bytes an article: %s%n", bytes("state"));
        System.out.printf(Locale.ROOT, "a standby has taken over after %.1f s%n", takeOver());
    }

    private StageService start() {
        return start(runtime, new SimpleMeterRegistry());
    }

    private StageService start(RuntimeSettings settings, MeterRegistry meters) {
        return StageService.start(settings, new SinkTopology(settings.topics(), sink), meters);
    }

    /** From when the instance that does the work leaves until its standby has taken in articles in every partition. */
    private double takeOver() throws InterruptedException, ExecutionException {
        var meters = new SimpleMeterRegistry();
        StageService active = start(settings("state", 1), new SimpleMeterRegistry());
        awaitReady(active);
        try (Cluster cluster = Cluster.connect(runtime);
                StageService standby = start(settings("standby", 1), meters)) {
            awaitReady(standby);
            while (!isLevel(meters)) {
                Thread.sleep(WAIT_MILLIS);
            }
            long before = outcomes(cluster);
            long start = System.nanoTime();
            active.close();
            produce(articles, MORE);
            while (outcomes(cluster) < before + MORE) {
                Thread.sleep(WAIT_MILLIS);
            }
            return seconds(start);
        }
    }

    private static void awaitReady(StageService service) throws InterruptedException {
        while (!service.health().isReady()) {
            Thread.sleep(WAIT_MILLIS);
        }
    }

    /** Whether the standbys of an instance have read all that is on their changelogs. */
    private static boolean isLevel(MeterRegistry meters) {
        List<Double> behind = meters.find("kafka.consumer.fetch.manager.records.lag").gauges().stream()
                .filter(gauge ->
                        String.valueOf(gauge.getId().getTag("client.id")).endsWith("restore-consumer"))
                .map(Gauge::value)
                .toList();
        return behind.size() > PARTITIONS && behind.stream().allMatch(lag -> lag == 0);
    }

    private double restart() throws InterruptedException {
        long start = System.nanoTime();
        try (StageService service = start()) {
            awaitReady(service);
            return seconds(start);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void produce(int from, int count) throws InterruptedException, ExecutionException {
        Topic<String, EnrichedArticle> topic = runtime.topics().enrichedArticles();
        try (var producer = new KafkaProducer<>(
                ClientConfigs.producer(runtime),
                topic.keys().serializer(),
                topic.values().serializer())) {
            Future<?> last = CompletableFuture.completedFuture(null);
            for (int i = from; i < from + count; i++) {
                EnrichedArticle article = article(i, texts.next());
                var headers = Origin.of(0, i).writeTo(new RecordHeaders());
                // The record's timestamp is now: what is older than the topic's retention would be deleted unread.
                last = producer.send(new ProducerRecord<>(
                        topic.name(), null, article.article().id(), article, headers));
            }
            last.get();
        }
    }

    private static EnrichedArticle article(int number, String text) {
        String host = "outlet" + number % 500 + ".example";
        String url = "https://" + host + "/news/" + number;
        var article = new Article(
                String.format(Locale.ROOT, "%032x", number * 0x9E3779B97F4A7C15L),
                Optional.of(url),
                Optional.of(url),
                new Source(Optional.of(host), Optional.empty()),
                "Article " + number,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                START.plusMillis(number * 200L),
                "en",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                text,
                Optional.empty(),
                1,
                Optional.empty(),
                1,
                Map.of());
        return new EnrichedArticle(article, List.of(), List.of(), List.of());
    }

    private long outcomes(Cluster cluster) {
        String topic = runtime.topics().outcomes().name();
        var partitions = new TreeMap<Integer, Long>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            var at = new TopicPartition(topic, partition);
            partitions.put(
                    partition,
                    cluster.await(
                                    cluster.admin()
                                            .listOffsets(Map.of(at, OffsetSpec.latest()))
                                            .partitionResult(at),
                                    "the end of " + at)
                            .offset());
        }
        return partitions.values().stream().mapToLong(Long::longValue).sum();
    }

    /** By store or topic. */
    private Map<String, Long> bytes(String under) throws IOException {
        Map<String, Long> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory.resolve(under))) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> bytes.merge(what(under, file), size(file) / articles, Long::sum));
        }
        return bytes;
    }

    private String what(String under, Path file) {
        Path inside = directory.resolve(under).relativize(file);
        if (under.equals("broker")) {
            return inside.getName(0).toString().replaceFirst("-\\d+$", "");
        }
        return inside.getNameCount() < 5 ? "other" : inside.getName(3).toString();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(directory)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
