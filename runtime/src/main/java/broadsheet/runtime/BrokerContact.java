package broadsheet.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the brokers are there, as the stage's own consumers know it: each tells its group every three seconds that it
 * lives, and keeps the time of it. Kafka Streams itself stays {@code RUNNING} without a broker, and its clients try again
 * without a word.
 *
 * <p>{@code broadsheet_broker_silence_seconds{stage}} is how long that was ago.
 */
final class BrokerContact extends Thread implements AutoCloseable {

    /** Two heartbeats that do not come, and a little; health is to show a lost broker within ten seconds. */
    static final Duration LONGEST = Duration.ofSeconds(8);

    private static final Logger LOG = LoggerFactory.getLogger(BrokerContact.class);
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final Duration SAY_AGAIN = Duration.ofMinutes(5);

    private final String stage;
    private final String brokers;
    private final Supplier<OptionalDouble> secondsSinceHeartbeat;
    private volatile long last = System.nanoTime();
    private long said = Long.MIN_VALUE;
    private Duration longest = Duration.ZERO;

    /**
     * @param brokers where they are, for a person
     * @param secondsSinceHeartbeat of the consumer that has waited longest; empty if none has had one
     */
    BrokerContact(String stage, String brokers, Supplier<OptionalDouble> secondsSinceHeartbeat) {
        super("watch-brokers");
        setDaemon(true);
        this.stage = stage;
        this.brokers = brokers;
        this.secondsSinceHeartbeat = secondsSinceHeartbeat;
    }

    /** Of a stage's consumers, by their own metrics. */
    static BrokerContact of(String stage, String brokers, KafkaStreams streams) {
        return new BrokerContact(stage, brokers, () -> streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("last-heartbeat-seconds-ago"))
                .filter(metric -> metric.metricValue() instanceof Number age && age.doubleValue() >= 0)
                .mapToDouble(metric -> ((Number) metric.metricValue()).doubleValue())
                .max());
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
            long now = System.nanoTime();
            if (said == Long.MIN_VALUE || now - said > SAY_AGAIN.toNanos()) {
                said = now;
                LOG.warn(
                        "{} has had no answer from the brokers at {} for {} s; it goes on by itself when they are back",
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
        secondsSinceHeartbeat.get().ifPresent(age -> last = System.nanoTime() - (long) (age * 1e9));
    }

    /** How long ago the brokers were last heard of; since it started, if never. */
    private Duration silence() {
        return Duration.ofNanos(System.nanoTime() - last);
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
