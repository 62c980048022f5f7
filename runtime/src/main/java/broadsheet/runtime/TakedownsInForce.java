package broadsheet.runtime;

import broadsheet.model.Article;
import broadsheet.model.Reach;
import broadsheet.model.Takedown;
import broadsheet.model.Topic;
import broadsheet.runtime.TakedownRequest.Unreadable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The takedowns in force, all of them in the memory of each instance, under the {@linkplain Reach#key one form} of their
 * keys. An instance works when it has read them: so no stage takes in an article before the takedowns that stood on the
 * topic when it started, and of one that was lifted by then it hears nothing but the end.
 */
public final class TakedownsInForce {

    /** What the names of its own steps begin with. */
    static final String READING = "read-takedowns";

    private static final String STORE = "hold-takedowns";

    private final KeyValueStore<String, TakedownRequest> store;
    private Optional<Position> known = Optional.empty();
    private long heard = -1;

    private TakedownsInForce(KeyValueStore<String, TakedownRequest> store) {
        this.store = store;
    }

    /** Has a topology hold them. */
    public static void hold(StreamsBuilder builder, Topic<String, Takedown> topic) {
        // Not a global table: that one keeps the keys as their producers spelled them. And the values as bytes: where
        // they are read Kafka Streams has no producer, and ends on one that it cannot read.
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(STORE), Serdes.String(), TakedownRequest.serde())
                        .withLoggingDisabled(),
                topic.name(),
                Consumed.with(topic.keys(), Serdes.ByteArray()).withName("read-" + topic.shortName()),
                () -> new Holding(topic));
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
        return Optional.ofNullable(store.get(key))
                .flatMap(TakedownRequest::takedown)
                .isPresent();
    }

    /**
     * What has been asked for since the last call, in the order of the topic; at the first call all that stands there. Of
     * several requests under one key only the last is named.
     */
    public List<TakedownRequest> news() {
        Position now = store.getPosition();
        if (known.filter(now::equals).isPresent()) {
            return List.of();
        }
        known = Optional.of(now.copy());
        List<TakedownRequest> news = new ArrayList<>();
        try (KeyValueIterator<String, TakedownRequest> all = store.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.offset() > heard) {
                    news.add(entry.value);
                }
            });
        }
        news.sort(Comparator.comparingLong(TakedownRequest::offset));
        if (!news.isEmpty()) {
            heard = news.get(news.size() - 1).offset();
        }
        return news;
    }

    private static final class Holding extends ContextualProcessor<String, byte[], Void, Void> {

        private final Topic<String, Takedown> topic;

        Holding(Topic<String, Takedown> topic) {
            this.topic = topic;
        }

        @Override
        public void process(Record<String, byte[]> record) {
            KeyValueStore<String, TakedownRequest> store = context().getStateStore(STORE);
            TakedownRequest request = read(record);
            store.put(request.place(), request);
        }

        private TakedownRequest read(Record<String, byte[]> record) {
            long offset = context().recordMetadata().map(RecordMetadata::offset).orElseThrow();
            Optional<Takedown> takedown = Optional.empty();
            Optional<Unreadable> unreadable = Optional.empty();
            try {
                takedown = Optional.ofNullable(topic.values().deserializer().deserialize(topic.name(), record.value()));
            } catch (RuntimeException e) {
                unreadable = Optional.of(Unreadable.of(record.value(), e));
            }
            return new TakedownRequest(record.key(), takedown, unreadable, topic.name(), offset, record.timestamp());
        }
    }
}
