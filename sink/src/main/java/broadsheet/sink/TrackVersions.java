package broadsheet.sink;

import broadsheet.model.EnrichedArticle;
import broadsheet.model.Origin;
import broadsheet.runtime.takedowns.TakedownRequest;
import broadsheet.runtime.takedowns.TakedownsInForce;
import broadsheet.sink.publication.Effect;
import broadsheet.sink.takedowns.Takedowns;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Takes in articles; and, whether articles come or not, the takedowns that have been asked for since, step by step. An
 * article never comes before a takedown that reaches it: {@link Takedowns#on} asks for what stands on their topic.
 */
final class TrackVersions extends WorkOnArticles<EnrichedArticle> {

    private final SideWork sideWork;
    private @Nullable TakedownsInForce asked;
    private SideWork.@Nullable Turns turns;

    TrackVersions(SinkSettings settings, SideWork sideWork) {
        super(settings);
        this.sideWork = sideWork;
    }

    @Override
    public void init(ProcessorContext<String, Effect> context) {
        super.init(context);
        asked = TakedownsInForce.of(context);
        turns = sideWork.schedule(context, this::goOn);
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

    @Override
    public void close() {
        SideWork.Turns own = turns;
        if (own != null) {
            own.close();
        }
    }
}
