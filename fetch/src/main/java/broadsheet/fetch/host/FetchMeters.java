package broadsheet.fetch.host;

import broadsheet.model.Fetch;
import broadsheet.model.FetchRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What {@code /metrics} tells of asking: {@code broadsheet_fetches_total{kind, outcome}}, how many hosts want to be left
 * alone, how many requests wait, and how many feeds may have lost entries.
 */
final class FetchMeters {

    /** Counting all hosts takes a while; so often it is done. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final MeterRegistry registry;
    private final AtomicLong backingOff;
    private final AtomicLong waiting;
    private final AtomicLong out;
    private Instant looked = Instant.MIN;

    FetchMeters(MeterRegistry registry) {
        this.registry = registry;
        this.backingOff = registry.gauge("broadsheet.fetch.hosts.backing.off", new AtomicLong());
        this.waiting = registry.gauge("broadsheet.fetch.requests.waiting", new AtomicLong());
        this.out = registry.gauge("broadsheet.fetch.requests.out", new AtomicLong());
        registry.counter("broadsheet.fetch.turned.over");
        for (FetchRequest.Kind kind : FetchRequest.Kind.values()) {
            registry.counter("broadsheet.fetch.bytes", "kind", kind.word());
            registry.timer("broadsheet.fetch.time", "kind", kind.word());
            // A counter that is not there before the first is one whose first increase no alert sees.
            for (Fetch.Outcome outcome : Fetch.Outcome.values()) {
                registry.counter("broadsheet.fetches", "kind", kind.word(), "outcome", outcome.name());
            }
        }
    }

    void count(Errands.Done done) {
        Fetch fetch = done.result().fetch();
        Tags tags =
                Tags.of("kind", fetch.kind().word(), "outcome", fetch.outcome().name());
        registry.counter("broadsheet.fetches", tags).increment();
        registry.counter("broadsheet.fetch.bytes", "kind", fetch.kind().word()).increment(fetch.bytes());
        if (fetch.turnedOver()) {
            registry.counter("broadsheet.fetch.turned.over").increment();
        }
        if (fetch.milliseconds() > 0) {
            registry.timer("broadsheet.fetch.time", "kind", fetch.kind().word())
                    .record(Duration.ofMillis(fetch.milliseconds()));
        }
    }

    void show(Lanes lanes, int requestsOut, Instant now) {
        out.set(requestsOut);
        if (looked.equals(Instant.MIN) || !now.isBefore(looked.plus(LOOK))) {
            looked = now;
            waiting.set(lanes.all().stream().mapToInt(Lane::size).sum());
            backingOff.set(lanes.backingOff(now));
        }
    }
}
