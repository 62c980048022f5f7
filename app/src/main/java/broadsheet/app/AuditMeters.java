package broadsheet.app;

import broadsheet.model.Outcome;
import broadsheet.model.StageName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The last audit as gauges: {@code broadsheet_audit_unaccounted}, {@code …_doubles}, {@code …_in_flight},
 * {@code …_inputs}, {@code …_redriven}, {@code …_settled{kind}}, {@code …_rejected{reason}}, {@code …_backlog{stage}} and
 * {@code …_time_seconds}, when it was made, in seconds since 1970.
 */
final class AuditMeters {

    private final MeterRegistry meters;
    private final Map<String, AtomicLong> values = new ConcurrentHashMap<>();

    AuditMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Takes the figures of an audit. */
    void show(Audit.Report report, Instant madeAt) {
        Balance balance = report.balance();
        set("unaccounted", Tags.empty(), report.unaccounted());
        set("doubles", Tags.empty(), balance.doubles());
        set("in.flight", Tags.empty(), report.inFlight());
        set("inputs", Tags.empty(), balance.inputs());
        set("redriven", Tags.empty(), balance.replaced());
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            if (kind.isFinal()) {
                set("settled", Tags.of("kind", kind.name()), balance.count(kind));
            }
        }
        balance.rejections().forEach((reason, count) -> set("rejected", Tags.of("reason", reason), count));
        report.backlog()
                .forEach((StageName stage, Long count) -> set("backlog", Tags.of("stage", stage.word()), count));
        set("time.seconds", Tags.empty(), madeAt.getEpochSecond());
    }

    private void set(String name, Tags tags, long value) {
        values.computeIfAbsent(name + tags, key -> gauge(name, tags)).set(value);
    }

    private AtomicLong gauge(String name, Tags tags) {
        AtomicLong value = new AtomicLong();
        meters.gauge("broadsheet.audit." + name, tags, value);
        return value;
    }
}
