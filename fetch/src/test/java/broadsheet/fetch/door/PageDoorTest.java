package broadsheet.fetch.door;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.Facts;
import broadsheet.model.Topics;
import broadsheet.runtime.endpoint.Answer;
import broadsheet.runtime.endpoint.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("POST /raw-pages")
class PageDoorTest {

    private static final String TOKEN = "sixteen or more letters";
    private static final String URL = "https://courier.example/bridge";
    private static final Topics TOPICS = Topics.withPrefix("news");

    private final List<ProducerRecord<byte[], byte[]>> written = new ArrayList<>();
    private boolean behind;
    private final PageDoor door = new PageDoor(Optional.of(TOKEN), 1_000, TOPICS, this::write);

    private RecordMetadata write(ProducerRecord<byte[], byte[]> message) {
        if (behind) {
            throw new Outbox.Behind(new TimeoutException("late"));
        }
        written.add(message);
        return new RecordMetadata(new TopicPartition(message.topic(), 3), 17, 0, 0, 0, 0);
    }

    private static Delivery delivery(String body, String... headers) {
        Map<String, String> all = new HashMap<>(Map.of("authorization", "Bearer " + TOKEN));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return new Delivery("/raw-pages", Map.of(), all, body.getBytes(StandardCharsets.UTF_8));
    }

    private Answer post(Delivery delivery) {
        return door.refusal(delivery).orElseGet(() -> door.take(delivery));
    }

    private String fact(String name) {
        return Facts.text(written.get(0).headers(), name).orElse("");
    }

    @Nested
    @DisplayName("plain bytes")
    class Plain {

        @Test
        void areWrittenWithTheFactsOfTheirHeaders() {
            Answer answer = post(delivery(
                    "<html>",
                    "url",
                    URL,
                    "content-type",
                    "text/html; charset=utf-8",
                    "source",
                    new String("Süd-Kurier".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                    "user-agent",
                    "curl"));
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.text()).isEqualTo("{\"origin\":\"3@17\"}");
            assertThat(written.get(0).topic()).isEqualTo("news.raw-pages");
            assertThat(written.get(0).key()).asString().isEqualTo(URL);
            assertThat(written.get(0).value()).asString().isEqualTo("<html>");
            assertThat(fact(Facts.URL)).isEqualTo(URL);
            assertThat(fact(Facts.CONTENT_TYPE)).isEqualTo("text/html; charset=utf-8");
            assertThat(fact(Facts.SOURCE)).isEqualTo("Süd-Kurier");
            assertThat(written.get(0).headers().toArray()).hasSize(3);
        }

        @Test
        void needNoFactsAtAll() {
            assertThat(post(delivery("<html>")).status()).isEqualTo(202);
            assertThat(written.get(0).key()).isNull();
        }
    }

    @Nested
    @DisplayName("a CloudEvent")
    class Event {

        @Test
        void inBinaryModeKeepsItsAttributes() {
            post(delivery(
                    "<html>",
                    "ce-specversion",
                    "1.0",
                    "ce-id",
                    "1",
                    "ce-source",
                    "/crawler",
                    "ce-type",
                    "page",
                    "ce-subject",
                    URL + "?q=%C3%BC",
                    "content-type",
                    "text/html"));
            assertThat(fact(Facts.CE_SUBJECT)).isEqualTo(URL + "?q=ü");
            assertThat(fact(Facts.CE_SOURCE)).isEqualTo("/crawler");
            assertThat(fact(Facts.CONTENT_TYPE)).isEqualTo("text/html");
        }

        @Test
        void inStructuredModeIsTakenOutOfItsJson() {
            String data = Base64.getEncoder().encodeToString("<html>".getBytes(StandardCharsets.UTF_8));
            Answer answer = post(delivery(
                    "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/crawler\",\"type\":\"page\",\"subject\":\""
                            + URL
                            + "\",\"time\":\"2026-11-30T08:00:00Z\",\"datacontenttype\":\"text/html\",\"data_base64\":\""
                            + data + "\"}",
                    "content-type",
                    "application/cloudevents+json; charset=utf-8"));
            assertThat(answer.status()).isEqualTo(202);
            assertThat(written.get(0).value()).asString().isEqualTo("<html>");
            assertThat(written.get(0).key()).asString().isEqualTo(URL);
            assertThat(fact(Facts.CE_TIME)).isEqualTo("2026-11-30T08:00:00Z");
            assertThat(fact(Facts.CONTENT_TYPE)).isEqualTo("text/html");
        }

        @Test
        void thatIsNoneIsNotTaken() {
            for (String body : List.of("no JSON", "[]", "{\"specversion\":\"1.0\"}")) {
                var event = delivery(body, "content-type", "application/cloudevents+json");
                org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                        .isThrownBy(() -> post(event));
            }
            assertThat(written).isEmpty();
        }

        @Test
        void isOneAtATime() {
            assertThat(post(delivery("[]", "content-type", "application/cloudevents-batch+json"))
                            .status())
                    .isEqualTo(415);
        }
    }

    @Test
    void isForThoseWhoKnowTheToken() {
        assertThat(post(delivery("<html>", "authorization", "Bearer another one"))
                        .status())
                .isEqualTo(401);
        assertThat(post(delivery("<html>", "authorization", TOKEN)).status()).isEqualTo(401);
        var closed = new PageDoor(Optional.empty(), 1_000, TOPICS, this::write);
        assertThat(closed.refusal(delivery("<html>")).orElseThrow().status()).isEqualTo(403);
        assertThat(written).isEmpty();
    }

    @Test
    void takesNoMoreThanAPage() {
        assertThat(post(delivery("x".repeat(1_001))).status()).isEqualTo(413);
        assertThat(written).isEmpty();
    }

    @Test
    void takesNoAttributesThatAreLargerThanAnyPage() {
        String event =
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/crawler\",\"type\":\"page\",\"data\":\"x\",\"note\":\""
                        + "x".repeat(100_000) + "\"}";
        assertThat(post(delivery(event, "content-type", "application/cloudevents+json"))
                        .status())
                .isEqualTo(413);
        assertThat(written).isEmpty();
    }

    @Test
    void saysWhenTheBrokerIsBehind() {
        behind = true;
        Answer answer = post(delivery("<html>"));
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers()).containsKey("Retry-After");
    }
}
