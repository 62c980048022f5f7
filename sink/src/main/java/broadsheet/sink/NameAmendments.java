package broadsheet.sink;

import broadsheet.sink.publication.Effect.Amend;
import org.apache.kafka.streams.processor.api.Record;

/** Takes in what later articles are to an original, and writes it again with their ids. */
final class NameAmendments extends WorkOnArticles<Amend> {

    NameAmendments(SinkSettings settings) {
        super(settings);
    }

    @Override
    public void process(Record<String, Amend> record) {
        rulings(record.timestamp()).amend(record.value());
    }
}
