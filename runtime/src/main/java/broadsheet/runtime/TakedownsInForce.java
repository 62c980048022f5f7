package broadsheet.runtime;

import broadsheet.model.Article;
import broadsheet.model.Reach;
import broadsheet.model.Takedown;
import broadsheet.model.Topic;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * The takedowns in force, all of them in the memory of each instance, under the {@linkplain Reach#key one form} of their
 * keys. An instance works when it has read them.
 */
public final class TakedownsInForce {

    private static final String STORE = "hold-takedowns";

    private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<Takedown>> store;

    private TakedownsInForce(ReadOnlyKeyValueStore<String, ValueAndTimestamp<Takedown>> store) {
        this.store = store;
    }

    /** Has a topology hold them. */
    public static void hold(StreamsBuilder builder, Topic<String, Takedown> topic) {
        // Not a global table: that one keeps the keys as their producers spelled them.
        builder.addGlobalStore(
                Stores.timestampedKeyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(STORE), topic.keys(), topic.values())
                        .withLoggingDisabled(),
                topic.name(),
                Topologies.reading(topic),
                Holding::new);
    }

    /** Those that a topology holds, for one of its processors. */
    public static TakedownsInForce of(ProcessingContext context) {
        return new TakedownsInForce(context.getStateStore(STORE));
    }

    /** Whether an article falls under one: by its id, by a URL of it in any spelling, or by a domain of it or one above. */
    public boolean forbid(Article article) {
        return Reach.of(article).stream().anyMatch(this::hold);
    }

    /** Whether the article of this id was taken down by it. */
    public boolean forbidId(String id) {
        return hold(Reach.ofId(id));
    }

    private boolean hold(String key) {
        return store.get(key) != null;
    }

    private static final class Holding extends ContextualProcessor<String, Takedown, Void, Void> {

        @Override
        public void process(Record<String, Takedown> record) {
            KeyValueStore<String, ValueAndTimestamp<Takedown>> store = context().getStateStore(STORE);
            String key = Reach.key(record.key());
            if (record.value() == null) {
                store.delete(key);
            } else {
                store.put(key, ValueAndTimestamp.make(record.value(), record.timestamp()));
            }
        }
    }
}
