package broadsheet.sink;

import broadsheet.model.EnrichedArticle;
import broadsheet.model.Origin;
import broadsheet.runtime.TakedownRequest;
import broadsheet.runtime.TakedownsInForce;
import broadsheet.sink.publication.Effect;
import broadsheet.sink.takedowns.Takedowns;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Takes in articles; and, whether articles come or not, the takedowns that have been asked for since, step by step. An
 * article never comes before a takedown that reaches it: {@link Takedowns#on} asks for what stands on their topic.
 */
final class TrackVersions extends WorkOnArticles<EnrichedArticle> {

    /** Time between two steps of takedowns. */
    static final Duration PAUSE = Duration.ofMillis(200);

    private @Nullable TakedownsInForce asked;

    TrackVersions(SinkSettings settings) {
        super(settings);
    }

    @Override
    public void init(ProcessorContext<String, Effect> context) {
        super.init(context);
        asked = TakedownsInForce.of(context);
        // The clock says when takedowns are worked off and what is old is forgotten, and nothing of what becomes of
        // them.
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, this::goOn);
    }

    @Override
    public void process(Record<String, EnrichedArticle> record) {
        articles(record.timestamp()).arrive(record.value(), Origin.from(record.headers()), record.timestamp());
    }

    private void goOn(long now) {
        for (TakedownRequest request : Objects.requireNonNull(asked).news(Takedowns.STEP)) {
            takedowns(request.timestamp()).heed(request);
        }
        takedowns(now).workOff();
        articles(now).forgetSome();
    }
}
