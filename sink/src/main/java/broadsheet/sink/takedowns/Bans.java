package broadsheet.sink.takedowns;

import broadsheet.model.Json;
import broadsheet.model.Reach;
import broadsheet.runtime.takedowns.TakedownRequest;
import broadsheet.sink.memory.KnownArticle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Which takedowns are in force in a partition, and by what names the articles are known that they keep out.
 *
 * <p>An article that is kept out is still known by every URL and host that it has come under: a takedown of any of them
 * keeps it out, whichever of them it comes under next and whichever takedown was first. So one that is lifted does not let
 * in what another one holds.
 */
public final class Bans {

    public static final String TAKEDOWNS = "apply-takedowns";
    public static final String KEPT_OUT = "know-kept-out";

    private final KeyValueStore<String, TakedownRequest> takedowns;
    private final KeyValueStore<String, Names> keptOut;

    /**
     * What an article is known by.
     *
     * @param keys of takedowns that would reach it, sorted
     */
    record Names(List<String> keys) {

        Names {
            keys = List.copyOf(keys);
        }
    }

    public Bans(ProcessingContext context) {
        takedowns = context.getStateStore(TAKEDOWNS);
        keptOut = context.getStateStore(KEPT_OUT);
    }

    static Set<StoreBuilder<?>> builders() {
        return Set.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(TAKEDOWNS), Serdes.String(), Json.serde(TakedownRequest.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(KEPT_OUT), Serdes.String(), Json.serde(Names.class)));
    }

    /** What stands under the place of a request; empty if nothing ever did. */
    Optional<TakedownRequest> last(String place) {
        return Optional.ofNullable(takedowns.get(place));
    }

    /**
     * Keeps a request: from now on its takedown is in force, or is no more.
     *
     * @param place of it
     */
    void heed(String place, TakedownRequest request) {
        takedowns.put(place, request);
    }

    /** The first takedown in force that reaches one of these keys. */
    public Optional<Ban> on(Collection<String> keys) {
        return keys.stream().flatMap(key -> on(takedowns, key).stream()).findFirst();
    }

    /** The takedown in force that reaches an article which is kept out under this id, or that is of this id. */
    public static Optional<Ban> on(
            ReadOnlyKeyValueStore<String, TakedownRequest> takedowns,
            ReadOnlyKeyValueStore<String, Names> keptOut,
            String id) {
        List<String> keys = new ArrayList<>(List.of(Reach.ofId(id)));
        Optional.ofNullable(keptOut.get(id)).ifPresent(names -> keys.addAll(names.keys()));
        return keys.stream().flatMap(key -> on(takedowns, key).stream()).findFirst();
    }

    private static Optional<Ban> on(ReadOnlyKeyValueStore<String, TakedownRequest> takedowns, String key) {
        return Optional.ofNullable(takedowns.get(key))
                .flatMap(TakedownRequest::takedown)
                .map(takedown -> new Ban(key, takedown));
    }

    /** All that an article is known by which comes under these keys now: also by what it came under while kept out. */
    public Set<String> names(String home, Collection<String> keys) {
        Set<String> names = new TreeSet<>(keys);
        Optional.ofNullable(keptOut.get(home)).ifPresent(known -> names.addAll(known.keys()));
        return names;
    }

    /** Keeps by what an article is known that is kept out. */
    void keepOut(String home, Collection<String> names) {
        keptOut.put(home, new Names(KnownArticle.shortest(names)));
    }

    /** From now on the article itself says by what it is known. */
    void letIn(String home) {
        if (keptOut.get(home) != null) {
            keptOut.delete(home);
        }
    }
}
