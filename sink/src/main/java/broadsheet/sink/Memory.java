package broadsheet.sink;

import broadsheet.model.EnrichedArticle;
import broadsheet.model.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What one partition keeps: the articles, the content of each of their versions, and the takedowns in force.
 *
 * <p>The content of every version is kept, not of the latest only: which one is the latest can change by what arrives
 * late.
 */
final class Memory {

    static final String ARTICLES = "track-versions";
    static final String CONTENTS = "keep-contents";
    static final String BANS = "remember-takedowns";

    private final KeyValueStore<String, Tracked> articles;
    private final KeyValueStore<String, EnrichedArticle> contents;
    private final KeyValueStore<String, Ban> bans;

    Memory(ProcessingContext context) {
        articles = context.getStateStore(ARTICLES);
        contents = context.getStateStore(CONTENTS);
        bans = context.getStateStore(BANS);
    }

    /** The stores, to be connected to every processor that uses this class. */
    static Set<StoreBuilder<?>> stores() {
        return Set.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(ARTICLES), Serdes.String(), Json.serde(Tracked.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(CONTENTS), Serdes.String(), Json.serde(EnrichedArticle.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(BANS), Serdes.String(), Json.serde(Ban.class)));
    }

    Optional<Tracked> find(String home) {
        return Optional.ofNullable(articles.get(home));
    }

    void put(Tracked tracked) {
        articles.put(tracked.home(), tracked);
    }

    void keep(String home, Content content) {
        contents.put(key(home, content.hash()), content.article());
    }

    EnrichedArticle content(String home, String hash) {
        return Optional.ofNullable(contents.get(key(home, hash)))
                .orElseThrow(() -> new IllegalStateException("content is not kept: " + key(home, hash)));
    }

    void forget(Tracked tracked) {
        tracked.seen().forEach(version -> contents.delete(key(tracked.home(), version.hash())));
        articles.delete(tracked.home());
    }

    /** Forgets what has not changed since before {@code time}, in content time; what is downstream stays there. */
    void forgetBefore(Instant time) {
        List<Tracked> old = new ArrayList<>();
        try (KeyValueIterator<String, Tracked> all = articles.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.isOlderThan(time)) {
                    old.add(entry.value);
                }
            });
        }
        old.forEach(this::forget);
    }

    /** The articles that a takedown reaches. It reads them all: takedowns are rare, and an index would not be. */
    List<Tracked> reachedBy(String key) {
        List<Tracked> reached = new ArrayList<>();
        try (KeyValueIterator<String, Tracked> all = articles.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.isReachedBy(key)) {
                    reached.add(entry.value);
                }
            });
        }
        return reached;
    }

    /** The first takedown that reaches one of these keys. */
    Optional<Ban> banOn(Collection<String> keys) {
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(bans.get(key)).stream())
                .findFirst();
    }

    void ban(String key, Ban ban) {
        bans.put(key, ban);
    }

    /** Takes a takedown out of force, wherever it has reached. */
    void lift(String cause) {
        List<String> lifted = new ArrayList<>();
        try (KeyValueIterator<String, Ban> all = bans.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.cause().equals(cause)) {
                    lifted.add(entry.key);
                }
            });
        }
        lifted.forEach(bans::delete);
    }

    static String key(String home, String hash) {
        return home + "/" + hash;
    }
}
