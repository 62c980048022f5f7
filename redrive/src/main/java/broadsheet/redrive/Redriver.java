package broadsheet.redrive;

import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.StageName;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.settings.RuntimeSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends originals back. The record and the line of the ledger that puts it in place of the old one are one transaction:
 * whatever happens in between, the books add up. There is one redriver at a time; a second one ends the first.
 */
public final class Redriver implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final LedgerLines ledger;

    /** From here on no other one writes, so that what is read afterwards is what there is. */
    public Redriver(RuntimeSettings settings) {
        Map<String, Object> config = new HashMap<>(ClientConfigs.producer(settings));
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.topics().prefix() + "-redrive");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        ledger = new LedgerLines(settings.topics().outcomes());
        producer.initTransactions();
    }

    /**
     * Sends it back and says so in the ledger; returns the input that now counts.
     *
     * @throws KafkaException if the cluster does not take it; nothing has happened then
     */
    public Origin send(Original original) {
        producer.beginTransaction();
        try {
            RecordMetadata sent = producer.send(original.sentBack()).get();
            Origin successor = original.stage() == StageName.INGEST
                    ? Origin.of(sent.partition(), sent.offset())
                    : original.origin();
            producer.send(ledger.line(Outcome.redriven(original.stage(), original.origin(), successor)))
                    .get();
            producer.commitTransaction();
            return successor;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException("not sent: " + original.origin(), e);
        } catch (ExecutionException e) {
            producer.abortTransaction();
            throw new KafkaException("not accepted: " + original.origin() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
