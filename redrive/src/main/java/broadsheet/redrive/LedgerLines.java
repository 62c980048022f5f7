package broadsheet.redrive;

import broadsheet.model.Outcome;
import broadsheet.model.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Lines of the ledger as records, for those who write them besides a stage. */
record LedgerLines(Topic<String, Outcome> ledger) {

    ProducerRecord<byte[], byte[]> line(Outcome outcome) {
        return new ProducerRecord<>(
                ledger.name(),
                ledger.keys()
                        .serializer()
                        .serialize(ledger.name(), outcome.origin().text()),
                ledger.values().serializer().serialize(ledger.name(), outcome));
    }
}
