package broadsheet.sink.takedowns;

import broadsheet.model.Json;
import broadsheet.runtime.takedowns.TakedownRequest;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The takedowns that a partition has still to work off, in the order in which they were asked for. */
public final class Removals {

    static final String NAME = "work-off-takedowns";

    private final KeyValueStore<String, Removal> store;
    /** No key in the store is below it: what was there is deleted, and reading past that is slow. */
    private String begin = "";

    public Removals(ProcessingContext context) {
        store = context.getStateStore(NAME);
    }

    static StoreBuilder<?> builder() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(NAME), Serdes.String(), Json.serde(Removal.class));
    }

    void put(Removal removal) {
        String key = key(removal.request());
        store.put(key, removal);
        begin = key.compareTo(begin) < 0 ? key : begin;
    }

    void remove(Removal removal) {
        store.delete(key(removal.request()));
    }

    /** What is still to do of a request; empty if nothing is. */
    Optional<Removal> find(TakedownRequest request) {
        return Optional.ofNullable(store.get(key(request)));
    }

    /** The one that was asked for first. */
    Optional<Removal> first() {
        try (KeyValueIterator<String, Removal> all = store.range(begin, "~")) {
            if (!all.hasNext()) {
                begin = "~";
                return Optional.empty();
            }
            var first = all.next();
            begin = first.key;
            return Optional.of(first.value);
        }
    }

    /** As strings they are in the order of the topic. */
    private static String key(TakedownRequest request) {
        return String.format(Locale.ROOT, "%020d@%d", request.offset(), request.timestamp());
    }
}
