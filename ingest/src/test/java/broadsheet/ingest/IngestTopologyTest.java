package broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.Article;
import broadsheet.model.Facts;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.Rejection;
import broadsheet.model.Takedown;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IngestTopologyTest {
    private static final String URL = "https://courier.example/news/fish-market?p=7";

    private final Topics topics = Topics.withPrefix("news");
    private final Topology topology = new IngestTopology(topics, IngestSettings.defaults())
            .build(new StreamsConfig(Map.of(
                    StreamsConfig.APPLICATION_ID_CONFIG, "test",
                    StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1",
                    StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true)));
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> pages;
    private TestOutputTopic<String, Article> articles;
    private TestOutputTopic<String, Rejection> rejections;
    private TestOutputTopic<String, Outcome> outcomes;

    @BeforeEach
    void start() {
        driver = new TopologyTestDriver(topology, new Properties());
        pages = driver.createInputTopic(topics.rawPages().name(), new ByteArraySerializer(), new ByteArraySerializer());
        articles = output(topics.articles());
        rejections = output(topics.rejections());
        outcomes = output(topics.outcomes());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private <V> TestOutputTopic<String, V> output(Topic<String, V> topic) {
        return driver.createOutputTopic(
                topic.name(), topic.keys().deserializer(), topic.values().deserializer());
    }

    private void publish(String html) {
        var headers = new RecordHeaders().add(Facts.URL, URL.getBytes(StandardCharsets.UTF_8));
        pages.pipeInput(new TestRecord<>(null, html.getBytes(StandardCharsets.UTF_8), headers, Samples.FETCHED));
    }

    @Test
    void namesEachNode() {
        assertThat(topology.describe().toString()).doesNotContain("KSTREAM-").doesNotContain("KTABLE-");
    }

    @Nested
    @DisplayName("a page with an article")
    class WithArticle {
        @Test
        void goesOnUnderItsIdWithItsOrigin() {
            publish(Samples.HARBOUR_PAGE);
            TestRecord<String, Article> record = articles.readRecord();
            assertThat(record.key()).isEqualTo(record.value().id());
            assertThat(record.value().body()).isEqualTo(Samples.HARBOUR_BODY);
            assertThat(Origin.from(record.headers())).isEqualTo(Origin.of(0, 0));
            assertThat(record.value().fetchedAt()).isEqualTo(Samples.FETCHED);
        }

        @Test
        void hasOneOutcome() {
            publish(Samples.HARBOUR_PAGE);
            Outcome outcome = outcomes.readValue();
            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PARSED);
            assertThat(outcome.articleId()).contains(articles.readValue().id());
            assertThat(outcomes.isEmpty()).isTrue();
        }
    }

    @Nested
    @DisplayName("a page without an article")
    class WithoutArticle {
        @Test
        void isRejectedWithItsReason() {
            publish("");
            TestRecord<String, Rejection> record = rejections.readRecord();
            assertThat(record.key()).isEqualTo("0@0");
            assertThat(record.value().reason()).isEqualTo("EMPTY");
            assertThat(record.value().url()).contains(URL);
            assertThat(outcomes.readValue().kind()).isEqualTo(Outcome.Kind.REJECTED);
            assertThat(articles.isEmpty()).isTrue();
        }

        @Test
        void mayHaveNoValueAtAll() {
            pages.pipeInput(new TestRecord<byte[], byte[]>(null, null));
            assertThat(rejections.readValue().reason()).isEqualTo("EMPTY");
        }
    }

    @Nested
    @DisplayName("a feed")
    class OfEntries {
        @Test
        void isExpandedWithAnOutcomeForEachEntry() {
            publish("<rss><channel><item><title>One</title><description>Short.</description></item>"
                    + "<item><title>Two</title><content:encoded><![CDATA[" + Samples.paragraphs(Samples.HARBOUR_BODY)
                    + "]]></content:encoded></item></channel></rss>");
            List<Outcome> lines = outcomes.readValuesToList();
            assertThat(lines)
                    .extracting(Outcome::kind)
                    .containsExactly(Outcome.Kind.EXPANDED, Outcome.Kind.REJECTED, Outcome.Kind.PARSED);
            assertThat(lines.get(0).items()).contains(2);
            assertThat(lines).extracting(line -> line.origin().text()).containsExactly("0@0", "0@0#0", "0@0#1");
        }
    }

    @Nested
    @DisplayName("a takedown")
    class UnderTakedown {
        private void forbid(String key) {
            driver.createInputTopic(
                            topics.takedowns().name(),
                            topics.takedowns().keys().serializer(),
                            topics.takedowns().values().serializer())
                    .pipeInput(key, new Takedown("desk", "asked by the publisher", Instant.EPOCH));
        }

        @Test
        void ofTheDomainWithholdsTheArticle() {
            forbid("courier.example");
            publish(Samples.HARBOUR_PAGE);
            assertThat(outcomes.readValue().kind()).isEqualTo(Outcome.Kind.WITHHELD);
            assertThat(articles.isEmpty()).isTrue();
        }

        @Test
        void ofItsUrlInAnotherSpellingWithholdsItToo() {
            forbid(URL.replace("https://", "http://www.") + "/");
            publish(Samples.HARBOUR_PAGE);
            assertThat(outcomes.readValue().kind()).isEqualTo(Outcome.Kind.WITHHELD);
        }

        @Test
        void ofAnotherUrlDoesNot() {
            forbid("https://courier.example/news/another");
            publish(Samples.HARBOUR_PAGE);
            assertThat(articles.readValue().url()).isEqualTo(Optional.of(URL));
        }
    }
}
