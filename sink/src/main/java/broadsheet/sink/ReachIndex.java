package broadsheet.sink;

import broadsheet.model.Reach;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * From what a takedown can name to the articles of a partition that it reaches.
 *
 * <p>An article stands under each URL that it is known by, under each host, and under the ids of its later stories; its
 * own id is the key under which it is kept. A host is written from its end, {@code example.courier.}, so that all below a
 * domain stand next to each other and one entry is enough for each host. Keys are in the order of their bytes.
 */
final class ReachIndex {

    static final String NAME = "find-by-reach";

    private static final String DOMAIN = "domain:";
    private static final String END = "\n";
    private static final String AFTER_END = "\u000b";

    private final KeyValueStore<String, String> store;

    /**
     * An article that is reached.
     *
     * @param place of the entry in the index, to go on after it
     * @param home key under which the article is kept
     */
    record Hit(String place, String home) {}

    ReachIndex(KeyValueStore<String, String> store) {
        this.store = store;
    }

    static StoreBuilder<?> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.String());
    }

    /** Writes what has changed from one state of an article to the next. */
    void change(Tracked before, Tracked now) {
        if (before.reach().equals(now.reach()) && before.laterIds().equals(now.laterIds())) {
            return;
        }
        Set<String> old = places(before);
        Set<String> present = places(now);
        old.stream().filter(place -> !present.contains(place)).forEach(store::delete);
        present.stream().filter(place -> !old.contains(place)).forEach(place -> store.put(place, now.home()));
    }

    /** Takes an article out. */
    void remove(Tracked tracked) {
        places(tracked).forEach(store::delete);
    }

    /**
     * Articles that a takedown reaches.
     *
     * @param key of the takedown, in its one form
     * @param after the place of the last one that was found; empty to begin
     * @param most so many at a time
     */
    List<Hit> find(String key, String after, int most) {
        String begin = begin(key);
        List<Hit> found = new ArrayList<>();
        try (KeyValueIterator<String, String> hits = store.range(after.isEmpty() ? begin : after, end(key))) {
            while (found.size() < most && hits.hasNext()) {
                var entry = hits.next();
                if (!entry.key.equals(after) && entry.key.startsWith(begin)) {
                    found.add(new Hit(entry.key, entry.value));
                }
            }
        }
        return found;
    }

    private static String begin(String key) {
        return key.startsWith(DOMAIN) ? reversed(key) : key + END;
    }

    /** Just after the last entry that can be under a key. */
    private static String end(String key) {
        if (key.startsWith(DOMAIN)) {
            String begin = reversed(key);
            return begin.substring(0, begin.length() - 1) + (char) ('.' + 1);
        }
        return key + AFTER_END;
    }

    private static Set<String> places(Tracked tracked) {
        Set<String> named = new TreeSet<>(tracked.reach());
        Set<String> places = new TreeSet<>();
        for (String key : named) {
            if (key.startsWith(DOMAIN)) {
                if (named.stream().noneMatch(other -> isBelow(other, key))) {
                    places.add(reversed(key) + END + tracked.home());
                }
            } else if (!key.equals(Reach.ofId(tracked.home()))) {
                places.add(key + END + tracked.home());
            }
        }
        tracked.laterIds().forEach(id -> places.add(Reach.ofId(id) + END + tracked.home()));
        return places;
    }

    private static boolean isBelow(String other, String domain) {
        return other.startsWith(DOMAIN) && other.endsWith("." + domain.substring(DOMAIN.length()));
    }

    private static String reversed(String domain) {
        return DOMAIN + reversed(List.of(domain.substring(DOMAIN.length()).split("\\.", -1)));
    }

    private static String reversed(Collection<String> labels) {
        List<String> backwards = new ArrayList<>(labels);
        Collections.reverse(backwards);
        return backwards.stream().map(label -> label + ".").collect(Collectors.joining());
    }
}
