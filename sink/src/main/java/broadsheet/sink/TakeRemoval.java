package broadsheet.sink;

import broadsheet.model.Takedown;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Puts the key of a takedown into what goes to every partition. Its headers stay behind: a takedown is no input, and an
 * origin in them is its producer's word.
 */
final class TakeRemoval extends ContextualFixedKeyProcessor<String, Takedown, Removal> {

    @Override
    public void process(FixedKeyRecord<String, Takedown> record) {
        Removal removal = new Removal(record.key(), Optional.ofNullable(record.value()));
        context().forward(record.withValue(removal).withHeaders(new RecordHeaders()));
    }
}
