package broadsheet.ledger;

import broadsheet.model.Outcome;
import broadsheet.model.StageName;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The last audit as gauges: {@code broadsheet_audit_unaccounted}, {@code …_doubles}, {@code …_in_flight},
 * {@code …_deleted}, {@code …_inputs}, {@code …_redriven}, {@code …_dead_letters}, {@code …_settled{kind}}, {@code …_rejected{reason}}, {@code …_backlog{stage}} and
 * {@code …_timestamp_seconds}, when it was made, in seconds since 1970; {@code …_sources} that are watched,
 * {@code …_sources_silent}, and for those that are named {@code …_source_silent_seconds{source, feed}} and
 * {@code …_language_fallen_ratio{language}}, the share of the usual that still comes. These last two are there only while
 * there is something to say, and are at most {@value Silence#MOST_NAMED} series each.
 */
public final class AuditMeters {

    private static final String DESCRIPTION = "Of the last audit; docs/runbook.md says what it means";

    private final MeterRegistry meters;
    private final Map<String, AtomicLong> values = new ConcurrentHashMap<>();

    private final MultiGauge silent;
    private final MultiGauge fallen;

    public AuditMeters(MeterRegistry meters) {
        this.meters = meters;
        silent = MultiGauge.builder("broadsheet.audit.source.silent.seconds")
                .description(DESCRIPTION)
                .register(meters);
        fallen = MultiGauge.builder("broadsheet.audit.language.fallen.ratio")
                .description(DESCRIPTION)
                .register(meters);
    }

    /** Takes the figures of an audit. */
    public void show(Audit.Report report, Instant madeAt) {
        Balance balance = report.balance();
        set("unaccounted", Tags.empty(), report.unaccounted());
        set("doubles", Tags.empty(), balance.doubles());
        set("deleted", Tags.empty(), report.deleted());
        set("in.flight", Tags.empty(), report.inFlight());
        set("inputs", Tags.empty(), balance.inputs());
        set("redriven", Tags.empty(), balance.replaced());
        set("dead.letters", Tags.empty(), report.deadLetters());
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            if (kind.isFinal()) {
                set("settled", Tags.of("kind", kind.name()), balance.count(kind));
            }
        }
        balance.rejections().forEach((reason, count) -> set("rejected", Tags.of("reason", reason), count));
        report.backlog()
                .forEach((StageName stage, Long count) -> set("backlog", Tags.of("stage", stage.word()), count));
        show(report.silence());
        set("timestamp.seconds", Tags.empty(), madeAt.getEpochSecond());
    }

    private void show(Silence.Report silence) {
        set("sources", Tags.empty(), silence.sources());
        set("sources.silent", Tags.empty(), silence.silentSources());
        silent.register(
                silence.silent().stream()
                        .<MultiGauge.Row<?>>map(one -> MultiGauge.Row.of(
                                Tags.of("source", one.source(), "feed", one.feed()),
                                one.pause().toSeconds()))
                        .toList(),
                true);
        fallen.register(
                silence.fallen().stream()
                        .<MultiGauge.Row<?>>map(one ->
                                MultiGauge.Row.of(Tags.of("language", one.language()), one.arrived() / one.usual()))
                        .toList(),
                true);
    }

    private void set(String name, Tags tags, long value) {
        values.computeIfAbsent(name + tags, key -> gauge(name, tags)).set(value);
    }

    private AtomicLong gauge(String name, Tags tags) {
        AtomicLong value = new AtomicLong();
        Gauge.builder("broadsheet.audit." + name, value, AtomicLong::doubleValue)
                .description(DESCRIPTION)
                .tags(tags)
                .register(meters);
        return value;
    }
}
