package broadsheet.runtime.takedowns;

import broadsheet.model.Article;
import broadsheet.model.Reach;
import broadsheet.model.Takedown;
import broadsheet.model.Topic;
import broadsheet.runtime.clients.TopicReader;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.takedowns.TakedownRequest.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    public static final String READING = "read-takedowns";

    private static final String STORE = "hold-takedowns";

    private final KeyValueStore<String, TakedownRequest> store;
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

    /**
     * A takedown as somebody asked for it.
     *
     * @param key the id, URL or domain, as it was spelled
     */
    public record Asked(String key, Takedown takedown) {}

    /** Those in force now, by the one form of their keys: for commands, which run no topology. */
    public static Map<String, Asked> read(RuntimeSettings settings) {
        Map<String, Asked> inForce = new LinkedHashMap<>();
        try (var reader = new TopicReader<>(settings, settings.topics().takedowns())) {
            reader.drain(next -> {
                String key = Reach.key(next.key());
                if (next.value() == null) {
                    inForce.remove(key);
                } else {
                    inForce.put(key, new Asked(next.key(), next.value()));
                }
            });
        }
        return inForce;
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

    /** The request that stands under a key in its one form: a takedown, or its end; empty if none ever came. */
    public Optional<TakedownRequest> find(String key) {
        return Optional.ofNullable(store.get(key));
    }

    /**
     * What has been asked for since the last call, in the order of the topic; at the first calls all that stands there. Of
     * several requests under one key only the last is named.
     *
     * @param most so many at a time; the rest at the next call
     */
    public List<TakedownRequest> news(int most) {
        long end = end();
        List<TakedownRequest> news = new ArrayList<>();
        // A range of the store is copied when it is asked for: so a little of it at a time, and more where nothing
        // stands.
        for (long span = most; news.size() < most && heard < end; span *= 2) {
            long last = Math.min(end, heard + span);
            try (KeyValueIterator<String, TakedownRequest> some = store.range(byOffset(heard + 1), byOffset(last))) {
                while (news.size() < most && some.hasNext()) {
                    news.add(some.next().value);
                }
                heard = some.hasNext() ? news.get(news.size() - 1).offset() : last;
            }
        }
        return news;
    }

    /** The last offset that the store has heard of. Whatever stands up to it is there already. */
    private long end() {
        Position position = store.getPosition();
        return position.getTopics().stream()
                .flatMap(topic -> position.getPartitionPositions(topic).values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(-1);
    }

    /** A second key of each request, for them to be found in the order of the topic; as strings these are in order. */
    private static String byOffset(long offset) {
        return String.format(Locale.ROOT, "offset:%020d", offset);
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
            String place = request.place();
            TakedownRequest before = store.get(place);
            // First here: whoever has seen it under its place must find it in the order of the topic too.
            store.put(byOffset(request.offset()), request);
            store.put(place, request);
            if (before != null) {
                store.delete(byOffset(before.offset()));
            }
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
