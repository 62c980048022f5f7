package broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the contact to the brokers")
class BrokerContactTest {

    private final AtomicReference<OptionalDouble> age = new AtomicReference<>(OptionalDouble.empty());
    private final BrokerContact contact = new BrokerContact("ingest", "b:9092", age::get);

    @Test
    void isThereWhileHeartbeatsGoOut() {
        age.set(OptionalDouble.of(3));
        contact.look();
        assertThat(contact.isLost()).isFalse();
    }

    @Test
    void isLostWhenTwoHaveNotGoneOut() {
        age.set(OptionalDouble.of(8.5));
        contact.look();
        assertThat(contact.isLost()).isTrue();
    }

    @Test
    void staysLostWhileNoConsumerHasHadOneSince() {
        age.set(OptionalDouble.of(60));
        contact.look();
        age.set(OptionalDouble.empty());
        contact.look();
        assertThat(contact.isLost()).isTrue();
    }

    @Test
    void comesBack() {
        age.set(OptionalDouble.of(600));
        contact.look();
        age.set(OptionalDouble.of(0));
        contact.look();
        assertThat(contact.isLost()).isFalse();
    }

    @Test
    void isShownInSeconds() {
        var meters = new SimpleMeterRegistry();
        contact.bindTo(meters);
        age.set(OptionalDouble.of(90));
        contact.look();
        assertThat(meters.get("broadsheet.broker.silence")
                        .tag("stage", "ingest")
                        .gauge()
                        .value())
                .isBetween(90.0, 95.0);
    }
}
