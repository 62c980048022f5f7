package broadsheet.sink;

import broadsheet.model.Origin;
import broadsheet.runtime.takedowns.TakedownsInForce;
import broadsheet.sink.memory.ArticleMemory;
import broadsheet.sink.publication.CloudEvent;
import broadsheet.sink.publication.Effect;
import broadsheet.sink.publication.Pending;
import broadsheet.sink.takedowns.Bans;
import broadsheet.sink.takedowns.Partition;
import broadsheet.sink.takedowns.Removals;
import broadsheet.sink.takedowns.Takedowns;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** A step on the articles of a partition. */
abstract class WorkOnArticles<V> implements Processor<String, V, String, Effect> {

    private final SinkSettings settings;
    private @Nullable Articles articles;
    private @Nullable Rulings rulings;
    private @Nullable Takedowns takedowns;
    private long timestamp;

    WorkOnArticles(SinkSettings settings) {
        this.settings = settings;
    }

    /**
     * Makes such steps. They share their stores, so that Kafka Streams runs them in one task.
     *
     * @param stores of {@link #memory}; the same for all steps
     */
    record Supplier<V>(
            Set<StoreBuilder<?>> stores, SinkSettings settings, Function<SinkSettings, WorkOnArticles<V>> step)
            implements ProcessorSupplier<String, V, String, Effect> {

        @Override
        public Processor<String, V, String, Effect> get() {
            return step.apply(settings);
        }
    }

    /** The stores, to be connected to every step. */
    static Set<StoreBuilder<?>> memory() {
        Set<StoreBuilder<?>> stores = new HashSet<>(ArticleMemory.stores());
        stores.addAll(Takedowns.stores());
        return Set.copyOf(stores);
    }

    @Override
    public void init(ProcessorContext<String, Effect> context) {
        var memory = new ArticleMemory(context, settings.reuseGap());
        var bans = new Bans(context);
        Consumer<Effect> effects = effect -> context.forward(record(effect));
        takedowns = new Takedowns(
                memory,
                bans,
                new Removals(context),
                new Partition(context.taskId().partition(), settings.partitions()),
                TakedownsInForce.of(context)::find,
                effects);
        articles = new Articles(memory, bans, settings, takedowns, effects);
        rulings = new Rulings(memory, bans, settings.reuseGap(), effects);
    }

    /**
     * The articles, to work on.
     *
     * @param at timestamp of what follows from the work, milliseconds since 1970
     */
    Articles articles(long at) {
        timestamp = at;
        return Objects.requireNonNull(articles, "init comes before process");
    }

    /** The rulings, likewise. */
    Rulings rulings(long at) {
        timestamp = at;
        return Objects.requireNonNull(rulings, "init comes before process");
    }

    /** The takedowns, likewise. */
    Takedowns takedowns(long at) {
        timestamp = at;
        return Objects.requireNonNull(takedowns, "init comes before process");
    }

    /** Under the key, and with the headers, that the effect has on its topic. */
    private Record<String, Effect> record(Effect effect) {
        if (effect instanceof Effect.Publish publish) {
            return new Record<>(publish.id(), effect, timestamp, CloudEvent.of(publish));
        }
        if (effect instanceof Effect.Tell tell) {
            Origin origin = tell.outcome().origin();
            return new Record<>(origin.text(), effect, timestamp, origin.writeTo(new RecordHeaders()));
        }
        if (effect instanceof Effect.Confirm confirm) {
            return new Record<>(confirm.key(), effect, timestamp);
        }
        if (effect instanceof Effect.Bury bury) {
            return new Record<>(bury.request().key(), effect, timestamp, bury.headers());
        }
        if (effect instanceof Effect.Amend amend) {
            return new Record<>(amend.home(), effect, timestamp);
        }
        Effect.Ask ask = (Effect.Ask) effect;
        return new Record<>(ask.language(), effect, timestamp, Pending.headers(ask.pending()));
    }
}
