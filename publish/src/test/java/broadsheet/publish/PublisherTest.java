package broadsheet.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.model.Facts;
import broadsheet.model.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("publishing")
class PublisherTest {

    private static final String URL = "https://courier.example/bridge";

    @Nested
    @DisplayName("to a cluster that takes pages")
    class Accepting {

        private final MockProducer<byte[], byte[]> producer = producer(true);

        @Test
        void keysARecordByUrlAndPutsItsFactsIntoHeaders() {
            publish(producer, page("bridge.html", Map.of(Facts.URL, URL, Facts.CONTENT_TYPE, "text/html")));
            ProducerRecord<byte[], byte[]> sent = producer.history().get(0);
            assertThat(sent.topic()).isEqualTo("news.raw-pages");
            assertThat(new String(sent.key(), UTF_8)).isEqualTo(URL);
            assertThat(sent.headers().lastHeader(Facts.URL).value())
                    .asString(UTF_8)
                    .isEqualTo(URL);
            assertThat(sent.headers().lastHeader(Facts.CONTENT_TYPE).value())
                    .asString(UTF_8)
                    .isEqualTo("text/html");
        }

        @Test
        void keysByNameWithoutAUrl() {
            publish(producer, page("bridge.html", Map.of()));
            assertThat(producer.history().get(0).key()).asString(UTF_8).isEqualTo("bridge.html");
        }

        @Test
        void leavesTheTimestampToTheProducer() {
            publish(producer, page("old.html", Map.of(Facts.FETCHED_AT, "2001-01-01T00:00:00Z")));
            assertThat(producer.history().get(0).timestamp()).isNull();
        }

        @Test
        void countsWhatIsNotSentByKind() {
            PublishReport report = publish(
                    producer,
                    page("a.html", Map.of()),
                    new SourceItem.Unreadable("b.html", "EOFException"),
                    new SourceItem.Skipped("c.png", "not a page by its name"));
            assertThat(report).isEqualTo(new PublishReport(1, 0, 1, 1, List.of("unreadable: b.html: EOFException")));
            assertThat(report.summary()).isEqualTo("found=2 sent=1 refused=0 unreadable=1 skipped=1");
            assertThat(report.isComplete()).isFalse();
        }

        @Test
        void tellsItsProgress() {
            List<Long> progress = new ArrayList<>();
            new Publisher(producer, Topics.withPrefix("news"))
                    .publish(source(page("a", Map.of()), page("b", Map.of())), progress::add);
            assertThat(progress).containsExactly(1L, 2L);
        }
    }

    @Nested
    @DisplayName("a page that the cluster finds too large")
    class TooLarge {

        @Test
        void isReportedAndTheNextIsSent() {
            var producer = producer(false);
            PublishReport report = new Publisher(producer, Topics.withPrefix("news")).publish(found -> {
                found.accept(page("large.html", Map.of()));
                producer.errorNext(new RecordTooLargeException());
                found.accept(page("small.html", Map.of()));
                producer.completeNext();
            });
            assertThat(report.sent()).isEqualTo(1);
            assertThat(report.refused()).isEqualTo(1);
            assertThat(report.problems())
                    .containsExactly("refused: large.html: 3 bytes are more than the cluster accepts");
        }
    }

    @Nested
    @DisplayName("a cluster that takes nothing")
    class Refusing {

        @Test
        void endsTheSendingAtTheFirstFailure() {
            var producer = producer(false);
            assertThatThrownBy(() -> new Publisher(producer, Topics.withPrefix("news")).publish(found -> {
                        found.accept(page("a.html", Map.of()));
                        producer.errorNext(new TopicAuthorizationException("no right to write news.raw-pages"));
                        found.accept(page("b.html", Map.of()));
                    }))
                    .isInstanceOf(KafkaException.class)
                    .hasMessage("cannot publish a.html: no right to write news.raw-pages");
            assertThat(producer.history()).hasSize(1);
        }
    }

    private static PublishReport publish(Producer<byte[], byte[]> producer, SourceItem... found) {
        return new Publisher(producer, Topics.withPrefix("news")).publish(source(found));
    }

    private static PageSource source(SourceItem... found) {
        return sink -> List.of(found).forEach(sink);
    }

    private static SourceItem page(String name, Map<String, String> facts) {
        return new SourceItem.Page(new SourcePage(name, new byte[] {1, 2, 3}, facts));
    }

    private static MockProducer<byte[], byte[]> producer(boolean acknowledging) {
        var bytes = new ByteArraySerializer();
        return new MockProducer<>(acknowledging, null, bytes, bytes);
    }
}
