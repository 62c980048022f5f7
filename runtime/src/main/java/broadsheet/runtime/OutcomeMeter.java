package broadsheet.runtime;

import broadsheet.model.Json;
import broadsheet.model.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Counts what goes into the ledger, as {@code broadsheet_outcomes_total{stage, kind, reason}}. It stands at the
 * producer, so that it sees outcomes and accidents alike. Outcomes of a transaction that is aborted and done again
 * count twice here, and once in the ledger.
 */
public final class OutcomeMeter implements ProducerInterceptor<byte[], byte[]> {

    /** Configuration: the {@link MeterRegistry}. */
    static final String REGISTRY = "broadsheet.meters";

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
            registry.counter("broadsheet.outcomes", tags).increment();
        }
        return sent;
    }

    @Override
    public void close() {}
}
