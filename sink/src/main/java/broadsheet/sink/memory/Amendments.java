package broadsheet.sink.memory;

import broadsheet.model.Amendment;
import broadsheet.model.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * By the id of an original, the later articles that correct it or bring it up to date. They are known here though nothing
 * else is known of the original: who tells of them does not know whether it came first.
 */
public final class Amendments {

    public static final String NAME = "name-amendments";

    /** So many are kept of an original, those whose ids come first; a record names fewer. */
    private static final int MOST = 1_000;

    private static final Comparator<Amendment> BY_ID = Comparator.comparing(Amendment::id);

    private final KeyValueStore<String, All> store;

    /**
     * Those of one original.
     *
     * @param all sorted by id
     */
    public record All(List<Amendment> all) {

        public All {
            all = List.copyOf(all);
        }
    }

    Amendments(KeyValueStore<String, All> store) {
        this.store = store;
    }

    static StoreBuilder<?> builder() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(NAME), Serdes.String(), Json.serde(All.class));
    }

    /** Those of an original, sorted by id. */
    public List<Amendment> of(String original) {
        return of(store, original);
    }

    /** The same from outside the step. */
    public static List<Amendment> of(ReadOnlyKeyValueStore<String, All> store, String original) {
        return Optional.ofNullable(store.get(original)).map(All::all).orElse(List.of());
    }

    /**
     * Takes in what a later article is to an original now.
     *
     * @param kind empty if it is nothing to it any more
     */
    public void note(String original, String id, Optional<Amendment.Kind> kind) {
        List<Amendment> now = Stream.concat(
                        of(original).stream().filter(known -> !known.id().equals(id)),
                        kind.map(what -> new Amendment(id, what)).stream())
                .sorted(BY_ID)
                .limit(MOST)
                .toList();
        if (now.isEmpty()) {
            forget(original);
        } else {
            store.put(original, new All(now));
        }
    }

    void forget(String original) {
        if (store.get(original) != null) {
            store.delete(original);
        }
    }
}
