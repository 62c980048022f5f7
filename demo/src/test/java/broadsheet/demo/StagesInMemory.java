package broadsheet.demo;

import broadsheet.enrich.EnrichSettings;
import broadsheet.enrich.EnrichTopology;
import broadsheet.ingest.IngestSettings;
import broadsheet.ingest.IngestTopology;
import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Origin;
import broadsheet.model.PublishedArticle;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import broadsheet.runtime.stage.StageConfig;
import broadsheet.runtime.stage.StageTopology;
import broadsheet.sink.SinkSettings;
import broadsheet.sink.SinkTopology;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topologies of the three stages, one behind the other without a broker. Not thread-safe. */
final class StagesInMemory implements AutoCloseable {

    private static final Topics TOPICS = Topics.withPrefix("news");
    private static final Settings USUAL = Settings.of(Map.of(), Map.of(), Optional.empty());
    private static final EnrichTopology ENRICH = new EnrichTopology(TOPICS, EnrichSettings.read(USUAL));

    private final TopologyTestDriver ingest;
    private final TopologyTestDriver enrich;
    private final TopologyTestDriver sink;
    private final Map<String, PublishedArticle> published = new TreeMap<>();
    private final Map<String, PublishedArticle> copies = new TreeMap<>();
    private long offset;

    StagesInMemory(Path directory) {
        ingest = driver(new IngestTopology(TOPICS, IngestSettings.defaults()), directory);
        enrich = driver(ENRICH, directory);
        sink = driver(new SinkTopology(TOPICS, SinkSettings.defaults()), directory);
    }

    private static TopologyTestDriver driver(StageTopology stage, Path directory) {
        RuntimeSettings settings = RuntimeSettings.read(USUAL);
        Map<String, Object> config = StageConfig.streams(settings, stage.stage(), new SimpleMeterRegistry());
        config.put(
                StreamsConfig.STATE_DIR_CONFIG,
                directory.resolve(stage.stage().word()).toString());
        var properties = new Properties();
        properties.putAll(config);
        return new TopologyTestDriver(stage.build(new StreamsConfig(config)), properties);
    }

    /** Sends a raw record, and has all stages do what comes of it; returns the ids of the articles that it became. */
    List<String> send(Map<String, String> facts, byte[] page, Instant at) {
        Headers headers = Origin.of(0, offset++).writeTo(new RecordHeaders());
        facts.forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        write(ingest, TOPICS.rawPages(), new TestRecord<>(new byte[0], page, headers, at));
        List<TestRecord<String, Article>> articles = read(ingest, TOPICS.articles());
        articles.forEach(article -> write(enrich, TOPICS.articles(), article));
        List<TestRecord<String, EnrichedArticle>> enriched = read(enrich, TOPICS.enrichedArticles());
        enriched.forEach(article -> write(sink, TOPICS.enrichedArticles(), article));
        follow(TOPICS.publishedArticles(), published);
        follow(TOPICS.copies(), copies);
        return articles.stream().map(TestRecord::key).distinct().toList();
    }

    private void follow(Topic<String, PublishedArticle> topic, Map<String, PublishedArticle> last) {
        read(sink, topic).forEach(record -> {
            if (record.value() == null) {
                last.remove(record.key());
            } else {
                last.put(record.key(), record.value());
            }
        });
    }

    /** What compaction leaves of {@code news.published-articles}, by id. */
    Map<String, PublishedArticle> published() {
        return published;
    }

    /** What compaction leaves of {@code news.copies}, by id. */
    Map<String, PublishedArticle> copies() {
        return copies;
    }

    private static <K, V> void write(TopologyTestDriver driver, Topic<K, V> topic, TestRecord<K, V> record) {
        driver.createInputTopic(
                        topic.name(), topic.keys().serializer(), topic.values().serializer())
                .pipeInput(record);
    }

    private static <K, V> List<TestRecord<K, V>> read(TopologyTestDriver driver, Topic<K, V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        topic.keys().deserializer(),
                        topic.values().deserializer())
                .readRecordsToList();
    }

    @Override
    public void close() {
        ingest.close();
        enrich.close();
        sink.close();
    }
}
