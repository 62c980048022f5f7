package broadsheet.runtime.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the brokers are there, as the stage's own consumers know it: each tells its group every three seconds that it
 * lives, and counts the answers. Kafka Streams itself stays {@code RUNNING} without a broker, and its clients try again
 * without a word. Rejected: the clients' age of the last heartbeat, which is that of the last attempt.
 *
 * <p>{@code broadsheet_broker_silence_seconds{stage}} is how long ago the last answer was, of the consumer that has waited
 * longest.
 */
public final class BrokerContact extends Thread implements AutoCloseable {

    /** Two heartbeats that are not answered, and a little; health is to show a lost broker within ten seconds. */
    static final Duration LONGEST = Duration.ofSeconds(8);

    private static final Logger LOG = LoggerFactory.getLogger(BrokerContact.class);
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final Duration SAY_AGAIN = Duration.ofMinutes(5);

    private final String stage;
    private final String brokers;
    private final Supplier<Map<String, Double>> answers;
    private final LongSupplier nanos;
    private Map<String, Heard> heard = Map.of();
    private volatile long last;
    private long said = Long.MIN_VALUE;
    private Duration longest = Duration.ZERO;

    /**
     * @param brokers where they are, for a person
     * @param answers how many heartbeats of each consumer have been answered
     * @param nanos a clock
     */
    BrokerContact(String stage, String brokers, Supplier<Map<String, Double>> answers, LongSupplier nanos) {
        super("watch-brokers");
        setDaemon(true);
        this.stage = stage;
        this.brokers = brokers;
        this.answers = answers;
        this.nanos = nanos;
        last = nanos.getAsLong();
    }

    /** So many answers, the last of them then. */
    private record Heard(double answers, long at) {}

    /** Of a stage's consumers, by their own metrics. */
    static BrokerContact of(String stage, String brokers, KafkaStreams streams) {
        return new BrokerContact(stage, brokers, () -> answers(streams), System::nanoTime);
    }

    private static Map<String, Double> answers(KafkaStreams streams) {
        Map<String, Double> answers = new HashMap<>();
        streams.metrics().forEach((name, metric) -> {
            if (name.name().equals("heartbeat-total") && metric.metricValue() instanceof Number count) {
                answers.put(name.tags().getOrDefault("client-id", ""), count.doubleValue());
            }
        });
        return answers;
    }

    /** Shows it. */
    void bindTo(MeterRegistry meters) {
        Gauge.builder("broadsheet.broker.silence", () -> silence().toMillis() / 1000.0)
                .description("how long ago the stage last heard of its brokers")
                .baseUnit("seconds")
                .tag("stage", stage)
                .register(meters);
    }

    @Override
    public void run() {
        try {
            while (true) {
                look();
                TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    /** Asks the clients, and says when contact was lost, that it still is, and when it is back. */
    void look() {
        ask();
        Duration silence = silence();
        if (isLost()) {
            longest = silence;
            long now = nanos.getAsLong();
            if (said == Long.MIN_VALUE || now - said > SAY_AGAIN.toNanos()) {
                said = now;
                LOG.warn(
                        "{}: no heartbeat has been answered by the brokers at {} for {} s; it goes on by itself when they are back",
                        stage,
                        brokers,
                        silence.toSeconds());
            }
        } else if (said != Long.MIN_VALUE) {
            said = Long.MIN_VALUE;
            LOG.warn("{} hears of the brokers again, after {} s", stage, longest.toSeconds());
        }
    }

    private void ask() {
        long now = nanos.getAsLong();
        Map<String, Heard> next = new HashMap<>();
        answers.get().forEach((consumer, count) -> {
            Heard before = heard.get(consumer);
            next.put(consumer, before != null && before.answers() == count ? before : new Heard(count, now));
        });
        // One that was made anew has not been answered yet: what was known before stands.
        heard = next;
        next.values().stream()
                .filter(one -> one.answers() > 0)
                .mapToLong(Heard::at)
                .min()
                .ifPresent(oldest -> last = oldest);
    }

    /** How long ago the brokers were last heard of; since it started, if never. */
    private Duration silence() {
        return Duration.ofNanos(nanos.getAsLong() - last);
    }

    /** Whether they have been silent for too long. */
    boolean isLost() {
        return silence().compareTo(LONGEST) > 0;
    }

    @Override
    public void close() {
        interrupt();
    }
}
