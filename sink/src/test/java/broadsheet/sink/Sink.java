package broadsheet.sink;

import broadsheet.model.EnrichedArticle;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.PublishedArticle;
import broadsheet.model.Receipt;
import broadsheet.model.Takedown;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import broadsheet.sink.memory.ArticleMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;

/** The whole topology of the sink under test, with the last record of each key on its two topics. */
public final class Sink implements AutoCloseable {

    static final Topics TOPICS = Topics.withPrefix("test");

    /** Of time that is not the machine's: in it the sink does one piece of side work, however slow the machine is. */
    static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

    private static final String APPLICATION = "test-sink";

    private final Path stateDir;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, EnrichedArticle> enriched;
    private final TestInputTopic<String, Takedown> takedowns;
    private final TestOutputTopic<String, byte[]> published;
    private final TestOutputTopic<String, byte[]> copies;
    private final TestOutputTopic<String, Outcome> outcomes;
    private final TestOutputTopic<String, Receipt> receipts;
    private final TestOutputTopic<byte[], byte[]> keptArticles;
    private final TestOutputTopic<byte[], byte[]> keptContents;
    private final Map<String, byte[]> lastPublished = new TreeMap<>();
    private final Map<String, byte[]> lastCopies = new TreeMap<>();
    private long offset;

    Sink() {
        this(SinkSettings.defaults());
    }

    Sink(SinkSettings settings) {
        stateDir = emptyDirectory();
        Properties config = config();
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(topology(settings), config);
        enriched = input(TOPICS.enrichedArticles());
        takedowns = input(TOPICS.takedowns());
        published = bytes(TOPICS.publishedArticles());
        copies = bytes(TOPICS.copies());
        outcomes = driver.createOutputTopic(
                TOPICS.outcomes().name(),
                TOPICS.outcomes().keys().deserializer(),
                TOPICS.outcomes().values().deserializer());
        receipts = driver.createOutputTopic(
                TOPICS.receipts().name(),
                TOPICS.receipts().keys().deserializer(),
                TOPICS.receipts().values().deserializer());
        keptArticles = changelog(ArticleMemory.ARTICLES);
        keptContents = changelog(ArticleMemory.CONTENTS);
    }

    private TestOutputTopic<byte[], byte[]> changelog(String store) {
        return driver.createOutputTopic(
                APPLICATION + "-" + store + "-changelog", new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Path emptyDirectory() {
        try {
            return Files.createTempDirectory("sink");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Topology topology(SinkSettings settings) {
        return new SinkTopology(TOPICS, settings).build(new StreamsConfig(config()));
    }

    private static Properties config() {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092");
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return config;
    }

    private <K, V> TestInputTopic<K, V> input(Topic<K, V> topic) {
        return driver.createInputTopic(
                topic.name(), topic.keys().serializer(), topic.values().serializer());
    }

    private TestOutputTopic<String, byte[]> bytes(Topic<String, ?> topic) {
        return driver.createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Puts an article in; returns what the ledger says of it, which is one line. */
    List<Outcome> put(EnrichedArticle article) {
        var headers = Origin.of(0, offset++).writeTo(new RecordHeaders());
        enriched.pipeInput(new TestRecord<>(article.article().id(), article, headers));
        return outcomes.readValuesToList();
    }

    /** Articles that were put in. */
    int inputs() {
        return (int) offset;
    }

    /** Keys that were written to, on either topic, since the last call. */
    Set<String> changedKeys() {
        Set<String> changed = new HashSet<>();
        newlyPublished().forEach(record -> changed.add(record.key()));
        newCopies().forEach(record -> changed.add(record.key()));
        return changed;
    }

    /** On how many of the two topics an id is, as of the last call of another method. */
    int topicsWith(String id) {
        return (lastPublished.containsKey(id) ? 1 : 0) + (lastCopies.containsKey(id) ? 1 : 0);
    }

    void takeDown(String key) {
        askToTakeDown(key);
        heedTakedowns();
    }

    /** Puts a takedown on its topic, and gives the sink no time to look. */
    void askToTakeDown(String key) {
        takedowns.pipeInput(key, new Takedown("desk", "test", Samples.MONDAY));
    }

    /** What was said of takedowns since the last call. */
    List<KeyValue<String, Receipt>> receipts() {
        return receipts.readKeyValuesToList();
    }

    void lift(String key) {
        takedowns.pipeInput(new TestRecord<>(key, null));
        heedTakedowns();
    }

    /** Gives the sink time for one step of takedowns, and to rest from the last one. */
    void heedTakedowns() {
        driver.advanceWallClockTime(LONG_ENOUGH);
    }

    /** Records that were written to {@code news.published-articles} since the last call. */
    List<TestRecord<String, byte[]>> newlyPublished() {
        return drain(published, lastPublished);
    }

    /** Records that were written to {@code news.copies} since the last call. */
    List<TestRecord<String, byte[]>> newCopies() {
        return drain(copies, lastCopies);
    }

    private static List<TestRecord<String, byte[]>> drain(
            TestOutputTopic<String, byte[]> topic, Map<String, byte[]> last) {
        List<TestRecord<String, byte[]>> records = new ArrayList<>(topic.readRecordsToList());
        for (TestRecord<String, byte[]> record : records) {
            if (record.value() == null) {
                last.remove(record.key());
            } else {
                last.put(record.key(), record.value());
            }
        }
        return records;
    }

    /** Bytes of the largest record of an article that was kept since the last call; 0 if none was. */
    int largestKept() {
        keptContents.readRecordsToList();
        return keptArticles.readRecordsToList().stream()
                .mapToInt(record -> record.value() == null ? 0 : record.value().length)
                .max()
                .orElse(0);
    }

    /** How many contents are kept. */
    int contents() {
        int count = 0;
        try (KeyValueIterator<String, EnrichedArticle> all = driver.<String, EnrichedArticle>getKeyValueStore(
                        ArticleMemory.CONTENTS)
                .all()) {
            for (; all.hasNext(); all.next()) {
                count++;
            }
        }
        return count;
    }

    /** What compaction leaves of {@code news.published-articles}, as text. */
    Map<String, String> published() {
        newlyPublished();
        return text(lastPublished);
    }

    /** What compaction leaves of {@code news.copies}, as text. */
    Map<String, String> copies() {
        newCopies();
        return text(lastCopies);
    }

    private static Map<String, String> text(Map<String, byte[]> last) {
        Map<String, String> text = new TreeMap<>();
        last.forEach((key, value) -> text.put(key, new String(value, StandardCharsets.UTF_8)));
        return text;
    }

    PublishedArticle publishedArticle(String id) {
        newlyPublished();
        return TOPICS.publishedArticles().values().deserializer().deserialize("", lastPublished.get(id));
    }

    PublishedArticle copy(String id) {
        newCopies();
        return TOPICS.copies().values().deserializer().deserialize("", lastCopies.get(id));
    }

    @Override
    public void close() {
        driver.close();
        delete(stateDir);
    }
}
