package broadsheet.runtime.records;

import broadsheet.model.Json;
import broadsheet.model.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Counts what goes into the ledger, as {@code broadsheet_outcomes_total{stage, kind, reason}}, and how long it took what
 * was published ({@link LatencyMeter}). It stands at the
 * producer, so that it sees outcomes and accidents alike. Outcomes of a transaction that is aborted and done again
 * count twice here, and once in the ledger.
 */
public final class OutcomeMeter implements ProducerInterceptor<byte[], byte[]> {

    /** Configuration: the {@link MeterRegistry}. */
    public static final String REGISTRY = "broadsheet.meters";

    private static final Set<Outcome.Kind> PUBLISHED =
            EnumSet.of(Outcome.Kind.PUBLISHED, Outcome.Kind.REVISED, Outcome.Kind.COPY);

    private String ledger = "";
    private MeterRegistry registry = new SimpleMeterRegistry();

    @Override
    public void configure(Map<String, ?> config) {
        ledger = String.valueOf(config.get(DeadLetters.LEDGER));
        if (config.get(REGISTRY) instanceof MeterRegistry meters) {
            registry = meters;
        }
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> sent) {
        if (sent.topic().equals(ledger)) {
            Outcome outcome = Json.read(sent.value(), Outcome.class);
            Tags tags = Tags.of(
                    "stage", outcome.stage().word(),
                    "kind", outcome.kind().name(),
                    "reason", outcome.reason().orElse(""));
            Counter.builder("broadsheet.outcomes")
                    .description("Lines that the stage has written into the ledger")
                    .tags(tags)
                    .register(registry)
                    .increment();
            Long raw = sent.timestamp();
            if (PUBLISHED.contains(outcome.kind()) && raw != null) {
                long taken = Math.max(0, System.currentTimeMillis() - raw);
                LatencyMeter.in(registry).record(taken, TimeUnit.MILLISECONDS);
            }
        }
        return sent;
    }

    @Override
    public void close() {}
}
