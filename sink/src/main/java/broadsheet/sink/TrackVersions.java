package broadsheet.sink;

import broadsheet.model.EnrichedArticle;
import broadsheet.model.Origin;
import broadsheet.runtime.TakedownRequest;
import broadsheet.runtime.TakedownsInForce;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Takes in articles, and before each of them the takedowns that have been asked for since; those also while no article
 * comes.
 */
final class TrackVersions extends WorkOnArticles<EnrichedArticle> {

    /** How long a takedown waits at most where no article comes. */
    static final Duration PAUSE = Duration.ofMillis(200);

    private @Nullable TakedownsInForce asked;

    TrackVersions(SinkSettings settings) {
        super(settings);
    }

    @Override
    public void init(ProcessorContext<String, Effect> context) {
        super.init(context);
        asked = TakedownsInForce.of(context);
        // The clock says when takedowns are looked for, and nothing of what becomes of them.
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, time -> heedTakedowns());
    }

    @Override
    public void process(Record<String, EnrichedArticle> record) {
        heedTakedowns();
        articles(record.timestamp()).arrive(record.value(), Origin.from(record.headers()), record.timestamp());
    }

    private void heedTakedowns() {
        for (TakedownRequest request : Objects.requireNonNull(asked).news()) {
            takedowns(request.timestamp()).heed(request);
        }
    }
}
