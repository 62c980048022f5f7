package broadsheet.sink;

import broadsheet.model.Origin;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A step on the articles of a partition. The steps share their stores, so that Kafka Streams runs them in one task.
 *
 * @param stores of {@link Memory}; the same for all steps
 * @param settings see there
 * @param step what a record does to the articles
 */
record WorkOnArticles<V>(Set<StoreBuilder<?>> stores, SinkSettings settings, Step<V> step)
        implements ProcessorSupplier<String, V, String, Effect> {

    /** What a record does to the articles. */
    @FunctionalInterface
    interface Step<V> {
        void apply(Articles articles, Record<String, V> record);
    }

    @Override
    public Processor<String, V, String, Effect> get() {
        return new Worker<>(this);
    }

    private static final class Worker<V> implements Processor<String, V, String, Effect> {

        private final WorkOnArticles<V> work;
        private @Nullable Articles articles;
        private long timestamp;

        Worker(WorkOnArticles<V> work) {
            this.work = work;
        }

        @Override
        public void init(ProcessorContext<String, Effect> context) {
            articles = new Articles(
                    new Memory(context),
                    work.settings,
                    context.taskId().partition(),
                    effect -> context.forward(record(effect)));
        }

        @Override
        public void process(Record<String, V> record) {
            timestamp = record.timestamp();
            work.step.apply(Objects.requireNonNull(articles, "init comes before process"), record);
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
            Effect.Ask ask = (Effect.Ask) effect;
            return new Record<>(ask.language(), effect, timestamp, Pending.headers(ask.pending()));
        }
    }
}
