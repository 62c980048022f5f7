package broadsheet.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("the AsyncAPI document")
class AsyncApiTest {

    private static final Topics TOPICS = Topics.withPrefix("news");
    private static final JsonNode DOCUMENT = Contract.document("asyncapi.json");

    /** What the values of each topic are; topics of raw bytes have no schema. */
    private static final Map<String, String> SCHEMAS = Map.ofEntries(
            Map.entry(TOPICS.subscriptions().name(), "subscription"),
            Map.entry(TOPICS.fetchRequests().name(), "fetch-request"),
            Map.entry(TOPICS.fetches().name(), "fetch"),
            Map.entry(TOPICS.fetchHosts().name(), "host-state"),
            Map.entry(TOPICS.articles().name(), "article"),
            Map.entry(TOPICS.enrichedArticles().name(), "enriched-article"),
            Map.entry(TOPICS.publishedArticles().name(), "published-article"),
            Map.entry(TOPICS.copies().name(), "published-article"),
            Map.entry(TOPICS.rejections().name(), "rejection"),
            Map.entry(TOPICS.outcomes().name(), "outcome"),
            Map.entry(TOPICS.takedowns().name(), "takedown"),
            Map.entry(TOPICS.receipts().name(), "receipt"));

    static Stream<Topic<?, ?>> topics() {
        return TOPICS.all().stream();
    }

    @Test
    void describesEveryTopicAndNoOther() {
        List<String> addresses = new ArrayList<>();
        DOCUMENT.path("channels")
                .forEach(channel -> addresses.add(channel.path("address").asText()));
        assertThat(addresses)
                .containsExactlyElementsOf(topics().map(Topic::name).toList());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void saysHowLongATopicIsKept(Topic<?, ?> topic) {
        JsonNode configuration = channel(topic).at("/bindings/kafka/topicConfiguration");
        assertThat(configuration.at("/cleanup.policy/0").asText())
                .isEqualTo(topic.isCompacted() ? "compact" : "delete");
        assertThat(configuration.path("retention.ms").asLong(0))
                .isEqualTo(topic.retention().map(time -> time.toMillis()).orElse(0L));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void namesTheSchemaOfItsValues(Topic<?, ?> topic) {
        String ref = message(topic).at("/payload/schema/$ref").asText();
        String expected =
                SCHEMAS.containsKey(topic.name()) ? "schema/" + SCHEMAS.get(topic.name()) + ".schema.json" : "";
        assertThat(ref).isEqualTo(expected);
        if (!ref.isEmpty()) {
            assertThat(Contract.document(ref).path("title").asText()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void describesKeyAndPurpose(Topic<?, ?> topic) {
        assertThat(channel(topic).path("description").asText()).isNotBlank();
        assertThat(message(topic).at("/bindings/kafka/key/description").asText())
                .isNotBlank();
    }

    @Test
    void namesEachHeaderThatARawPageMayHave() {
        var headers = new TreeSet<String>();
        message(TOPICS.rawPages()).at("/headers/properties").fieldNames().forEachRemaining(headers::add);
        assertThat(headers)
                .containsExactlyInAnyOrder(
                        Facts.URL,
                        Facts.CONTENT_TYPE,
                        Facts.FETCHED_AT,
                        Facts.SOURCE,
                        Facts.FEED_TITLE,
                        Facts.FEED_PUBLISHED,
                        Facts.HTTP_STATUS,
                        Facts.CE_SUBJECT,
                        Facts.CE_SOURCE,
                        Facts.CE_TIME,
                        Facts.WRAPPING,
                        Facts.REDRIVEN);
    }

    @Test
    void promisesTheOriginOnEveryDerivedRecord() {
        for (Topic<?, ?> topic : List.of(
                TOPICS.articles(),
                TOPICS.enrichedArticles(),
                TOPICS.rejections(),
                TOPICS.publishedArticles(),
                TOPICS.copies(),
                TOPICS.outcomes())) {
            assertThat(message(topic).at("/headers/properties").has(Origin.HEADER))
                    .as(topic.name())
                    .isTrue();
        }
    }

    private static JsonNode channel(Topic<?, ?> topic) {
        for (JsonNode channel : DOCUMENT.path("channels")) {
            if (channel.path("address").asText().equals(topic.name())) {
                return channel;
            }
        }
        throw new AssertionError("no channel for " + topic.name());
    }

    /** The one message of a topic's channel, its reference resolved. */
    private static JsonNode message(Topic<?, ?> topic) {
        JsonNode messages = channel(topic).path("messages");
        assertThat(messages).hasSize(1);
        String ref = messages.elements().next().path("$ref").asText();
        return Objects.requireNonNull(DOCUMENT.at(ref.substring(1)));
    }
}
