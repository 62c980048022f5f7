package broadsheet.runtime.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.requests.CorrelationIdMismatchException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a consumer that was answered by itself")
class SteadyConsumerTest {

    private static final TopicPartition PARTITION = new TopicPartition("news.takedowns", 0);
    private static final Duration SHORT = Duration.ofMillis(10);

    private final List<MockConsumer<byte[], byte[]>> made = new ArrayList<>();
    private final Consumer<byte[], byte[]> consumer = SteadyConsumer.of(this::make);

    private Consumer<byte[], byte[]> make() {
        var one = new MockConsumer<byte[], byte[]>("earliest");
        one.updateBeginningOffsets(Map.of(PARTITION, 0L));
        made.add(one);
        return one;
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset) {
        return new ConsumerRecord<>(
                "news.takedowns", 0, offset, new byte[0], Long.toString(offset).getBytes(StandardCharsets.UTF_8));
    }

    private static CorrelationIdMismatchException mismatch() {
        return new CorrelationIdMismatchException(
                "Correlation id for response (196608) does not match request (7)", 7, 196_608);
    }

    @Test
    void goesOnWhereItWas() {
        consumer.assign(List.of(PARTITION));
        consumer.seek(PARTITION, 0);
        made.get(0).addRecord(record(0));
        assertThat(consumer.poll(SHORT).count()).isEqualTo(1);
        made.get(0).setPollException(new KafkaException("in between", mismatch()));
        assertThat(consumer.poll(SHORT).isEmpty()).isTrue();
        assertThat(made).hasSize(2);
        assertThat(made.get(0).closed()).isTrue();
        made.get(1).addRecord(record(1));
        assertThat(consumer.poll(SHORT)).extracting(ConsumerRecord::offset).containsExactly(1L);
    }

    @Test
    void isNotHeldBackFromWhatIsAFault() {
        consumer.assign(List.of(PARTITION));
        made.get(0).setPollException(new AuthorizationException("not allowed"));
        assertThatThrownBy(() -> consumer.poll(SHORT)).isInstanceOf(AuthorizationException.class);
        assertThat(made).hasSize(1);
    }

    @Test
    void costsAThreadOfTheStageNoMoreThanThat() {
        assertThat(Breakdown.isNoAnswerOfABroker(new IllegalStateException("of the thread", mismatch())))
                .isTrue();
        assertThat(Breakdown.isNoAnswerOfABroker(new IllegalStateException("no such store")))
                .isFalse();
    }
}
