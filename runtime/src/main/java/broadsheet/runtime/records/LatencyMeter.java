package broadsheet.runtime.records;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How long a page takes from the raw topic to downstream: {@code broadsheet_publish_latency_seconds}, a histogram. It
 * begins with the timestamp of the raw record, which every record that comes of it carries, and ends when the outcome of
 * the sink is sent; consumers see it when the transaction commits, a {@code commit-interval} later at most. Only what
 * was published counts: the first version of an article, another one, or a copy. A page that waits for hours counts so,
 * and one that is sent with an old timestamp as well.
 */
public final class LatencyMeter {

    private static final Duration[] BUCKETS = Stream.of(100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private static final Duration[] HOURS = {
        Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1)
    };

    private LatencyMeter() {}

    /** The histogram in a registry, there from the first question on, so that the first increase is seen. */
    public static Timer in(MeterRegistry meters) {
        return Timer.builder("broadsheet.publish.latency")
                .description("From the timestamp of the raw record to the outcome of the sink, of what was published")
                .serviceLevelObjectives(
                        Stream.of(BUCKETS, HOURS).flatMap(Stream::of).toArray(Duration[]::new))
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofDays(8))
                .register(meters);
    }
}
