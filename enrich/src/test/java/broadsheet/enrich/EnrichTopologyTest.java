package broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Json;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.StageName;
import broadsheet.model.Takedown;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the enrich stage")
class EnrichTopologyTest {

    private static final Topics TOPICS = Topics.withPrefix("news");
    private static final EnrichTopology STAGE = new EnrichTopology(TOPICS, EnrichSettings.defaults());
    private static final Origin ORIGIN = Origin.parse("3@17#2");
    private static final Instant TIME = Instant.parse("2026-03-02T09:00:00Z");

    private final Article article = Samples.article("Prime minister calls election", Samples.ELECTION);

    private TopologyTestDriver driver;
    private TestInputTopic<String, Article> articles;
    private TestInputTopic<String, Takedown> takedowns;
    private TestOutputTopic<String, EnrichedArticle> enriched;
    private TestOutputTopic<String, Outcome> outcomes;

    @BeforeEach
    void start() {
        driver = new TopologyTestDriver(STAGE.build(new StreamsConfig(config())), config());
        articles = input(TOPICS.articles());
        takedowns = input(TOPICS.takedowns());
        enriched = output(TOPICS.enrichedArticles());
        outcomes = output(TOPICS.outcomes());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void namesEveryNode() {
        String description = STAGE.build(new StreamsConfig(config())).describe().toString();
        assertThat(description).contains("annotate-articles").doesNotContain("KSTREAM-", "KTABLE-");
    }

    @Nested
    @DisplayName("given an article")
    class GivenAnArticle {

        @BeforeEach
        void send() {
            articles.pipeInput(record(article));
        }

        @Test
        void passesItOnUnderTheSameKeyWithTimeAndOrigin() {
            TestRecord<String, EnrichedArticle> result = enriched.readRecord();
            assertThat(result.key()).isEqualTo(article.id());
            assertThat(result.getRecordTime()).isEqualTo(TIME);
            assertThat(Origin.from(result.headers())).isEqualTo(ORIGIN);
        }

        @Test
        void addsLanguageAndSectionAndChangesNothingElse() {
            EnrichedArticle result = enriched.readValue();
            assertThat(result.article()).isEqualTo(article.withLanguage("en"));
            assertThat(result.sections().get(0).name()).isEqualTo("politics");
        }

        @Test
        void writesOneOutcomeUnderItsOrigin() {
            assertThat(outcomes.readKeyValuesToList())
                    .singleElement()
                    .satisfies(line -> assertThat(line.key).isEqualTo("3@17#2"))
                    .satisfies(line -> assertThat(line.value)
                            .isEqualTo(Outcome.of(StageName.ENRICH, Outcome.Kind.ENRICHED, ORIGIN, article.id())));
        }

        @Test
        void namesItsSourceAndLanguageInTheHeadersOfTheOutcomeAlone() {
            TestRecord<String, Outcome> line = outcomes.readRecord();
            assertThat(line.headers().lastHeader(Outcome.SOURCE).value())
                    .asString()
                    .isEqualTo(article.source().domain().orElseThrow());
            assertThat(line.headers().lastHeader(Outcome.LANGUAGE).value())
                    .asString()
                    .isEqualTo("en");
            assertThat(Origin.from(line.headers())).isEqualTo(ORIGIN);
            assertThat(enriched.readRecord().headers()).hasSize(1);
        }

        @Test
        void givesTheSameBytesForTheSameArticle() {
            articles.pipeInput(record(article));
            assertThat(Json.bytes(enriched.readValue())).isEqualTo(Json.bytes(enriched.readValue()));
        }
    }

    @Nested
    @DisplayName("under a takedown")
    class UnderATakedown {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0f3a5c7e9b1d2f4a6c8e0b1d3f5a7c9e",
                    "https://courier.example/a/1",
                    "http://www.Courier.example/a/1/#top",
                    "www.courier.example",
                    "example"
                })
        void withholdsTheArticle(String key) {
            takedowns.pipeInput(key, new Takedown("desk", "court order", TIME));
            articles.pipeInput(record(article));
            assertThat(enriched.isEmpty()).isTrue();
            assertThat(outcomes.readValuesToList()).extracting(Outcome::kind).containsExactly(Outcome.Kind.WITHHELD);
        }

        @Test
        @SuppressWarnings("NullAway") // A null value lifts a takedown.
        void passesOnTheArticleAgainWhenItIsLiftedInAnotherSpelling() {
            takedowns.pipeInput("www.courier.example", new Takedown("desk", "court order", TIME));
            takedowns.pipeInput("Courier.example", null);
            articles.pipeInput(record(article));
            assertThat(enriched.getQueueSize()).isEqualTo(1);
        }

        @Test
        void passesOnWhatItDoesNotName() {
            takedowns.pipeInput("rier.example", new Takedown("desk", "court order", TIME));
            articles.pipeInput(record(article));
            assertThat(enriched.getQueueSize()).isEqualTo(1);
        }
    }

    @Test
    void throwsOnARecordThatNoStageWrote() {
        var orphan = new TestRecord<>(article.id(), article);
        assertThatThrownBy(() -> articles.pipeInput(orphan))
                .hasRootCauseMessage("header is missing or no origin: " + Origin.HEADER);
        assertThat(enriched.isEmpty()).isTrue();
    }

    private static TestRecord<String, Article> record(Article article) {
        return new TestRecord<>(article.id(), article, ORIGIN.writeTo(new RecordHeaders()), TIME);
    }

    private <K, V> TestInputTopic<K, V> input(Topic<K, V> topic) {
        return driver.createInputTopic(
                topic.name(), topic.keys().serializer(), topic.values().serializer());
    }

    private <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
        return driver.createOutputTopic(
                topic.name(), topic.keys().deserializer(), topic.values().deserializer());
    }

    private static Properties config() {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "enrich-test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return config;
    }
}
