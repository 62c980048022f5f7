package broadsheet.sink;

import broadsheet.sink.publication.Ruling;
import org.apache.kafka.streams.processor.api.Record;

/** Takes in what the judge of copies says, and publishes what waited for it. */
final class ApplyRulings extends WorkOnArticles<Ruling> {

    ApplyRulings(SinkSettings settings) {
        super(settings);
    }

    @Override
    public void process(Record<String, Ruling> record) {
        rulings(record.timestamp()).rule(record.value());
    }
}
