package broadsheet.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the contact to the brokers")
class BrokerContactTest {

    private final Map<String, Double> answers = new HashMap<>(Map.of("one", 1.0, "two", 1.0));
    private Duration clock = Duration.ZERO;
    private final BrokerContact contact =
            new BrokerContact("ingest", "b:9092", () -> Map.copyOf(answers), () -> clock.toNanos());

    private void after(int seconds) {
        clock = clock.plusSeconds(seconds);
        contact.look();
    }

    private void answer(String consumer) {
        answers.merge(consumer, 1.0, Double::sum);
    }

    @Test
    void isThereWhileHeartbeatsAreAnswered() {
        contact.look();
        for (int i = 0; i < 10; i++) {
            answer("one");
            answer("two");
            after(3);
        }
        assertThat(contact.isLost()).isFalse();
    }

    @Test
    void isLostWhenTwoHeartbeatsOfAConsumerHaveNotBeenAnswered() {
        contact.look();
        answer("one");
        after(5);
        answer("one");
        after(4);
        assertThat(contact.isLost()).isTrue();
    }

    @Test
    void staysLostWhileAConsumerThatWasMadeAnewHasNotBeenAnswered() {
        contact.look();
        after(9);
        answers.clear();
        answers.put("three", 0.0);
        after(1);
        assertThat(contact.isLost()).isTrue();
    }

    @Test
    void comesBackWithAnAnswer() {
        contact.look();
        after(600);
        assertThat(contact.isLost()).isTrue();
        answer("one");
        answer("two");
        after(1);
        assertThat(contact.isLost()).isFalse();
    }

    @Test
    void isShownInSeconds() {
        var meters = new SimpleMeterRegistry();
        contact.bindTo(meters);
        contact.look();
        after(90);
        assertThat(meters.get("broadsheet.broker.silence")
                        .tag("stage", "ingest")
                        .gauge()
                        .value())
                .isEqualTo(90.0);
    }
}
