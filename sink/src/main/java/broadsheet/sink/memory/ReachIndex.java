package broadsheet.sink.memory;

import broadsheet.model.Reach;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
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
 *
 * <p>Behind the last entry that can be under a key stands a fence, as long as there is one. Without it a search would not
 * end there: RocksDB reads over all that was deleted up to the next entry that is there, and after a takedown of many
 * articles that is far. The fence is two entries wide, since Kafka Streams' iterators read one entry ahead.
 */
public final class ReachIndex {

    static final String NAME = "find-by-reach";

    private static final String DOMAIN = "domain:";
    private static final String END = "\n";
    private static final String AFTER_END = "\u000b";
    /** What stands in a fence in the place of an article. */
    private static final String NOBODY = "";

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed();

    private final KeyValueStore<String, String> store;

    /**
     * An article that is reached.
     *
     * @param place of the entry in the index, to go on after it
     * @param home key under which the article is kept
     */
    public record Hit(String place, String home) {}

    ReachIndex(KeyValueStore<String, String> store) {
        this.store = store;
    }

    static StoreBuilder<?> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.String());
    }

    /** Writes what has changed from one state of an article to the next. */
    void change(KnownArticle before, KnownArticle now) {
        if (before.reach().equals(now.reach()) && before.laterIds().equals(now.laterIds())) {
            return;
        }
        Set<String> old = places(before);
        Set<String> present = places(now);
        present.stream().filter(place -> !old.contains(place)).forEach(place -> store.put(place, now.home()));
        keys(now).forEach(this::fence);
        old.stream().filter(place -> !present.contains(place)).forEach(store::delete);
        Set<String> gone = keys(before);
        gone.removeAll(keys(now));
        unfence(gone, old);
    }

    /** Takes an article out. */
    void remove(KnownArticle known) {
        Set<String> places = places(known);
        places.forEach(store::delete);
        unfence(keys(known), places);
    }

    private void fence(String key) {
        String end = end(key);
        if (store.get(end) == null) {
            store.put(end, NOBODY);
            store.put(second(end), NOBODY);
        }
    }

    /**
     * Takes the fences of those keys away under which nothing is left.
     *
     * @param deleted places of which some were under them
     */
    private void unfence(Set<String> keys, Set<String> deleted) {
        List<String> used = new ArrayList<>();
        // The domains below a domain come before it: if one of them is in use, so is that.
        for (String key : keys.stream().sorted(LONGEST_FIRST).toList()) {
            if (used.stream().anyMatch(other -> isBelow(other, key)) || isUsed(key, deleted)) {
                used.add(key);
            } else {
                store.delete(end(key));
                store.delete(second(end(key)));
            }
        }
    }

    private boolean isUsed(String key, Set<String> deleted) {
        String begin = begin(key);
        // Most often another entry is next to the one that was deleted; from the begin it may be far to any.
        return deleted.stream()
                        .filter(place -> place.startsWith(begin) && key.startsWith(DOMAIN))
                        .anyMatch(place -> !find(key, place, 1).isEmpty())
                || !find(key, "", 1).isEmpty();
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
        String end = end(key);
        List<Hit> found = new ArrayList<>();
        if (store.get(end) == null) {
            return found;
        }
        try (KeyValueIterator<String, String> hits = store.range(after.isEmpty() ? begin : after, end)) {
            while (found.size() < most && hits.hasNext()) {
                var entry = hits.next();
                if (entry.key.equals(end)) {
                    break;
                }
                if (!entry.key.equals(after) && !entry.value.equals(NOBODY)) {
                    found.add(new Hit(entry.key, entry.value));
                }
            }
        }
        return found;
    }

    private static String begin(String key) {
        return key.startsWith(DOMAIN) ? reversed(key) : key + END;
    }

    /** Just after the last entry that can be under a key: where its fence stands. */
    private static String end(String key) {
        if (key.startsWith(DOMAIN)) {
            String begin = reversed(key);
            return begin.substring(0, begin.length() - 1) + (char) ('.' + 1);
        }
        return key + AFTER_END;
    }

    private static String second(String end) {
        return end + end.charAt(end.length() - 1);
    }

    /** All keys under which an article is found here. */
    private static Set<String> keys(KnownArticle known) {
        Set<String> keys = new TreeSet<>(known.reach());
        known.laterIds().stream().map(Reach::ofId).forEach(keys::add);
        keys.remove(Reach.ofId(known.home()));
        return keys;
    }

    private static Set<String> places(KnownArticle known) {
        Set<String> named = new TreeSet<>(known.reach());
        Set<String> places = new TreeSet<>();
        for (String key : named) {
            if (key.startsWith(DOMAIN)) {
                if (named.stream().noneMatch(other -> isBelow(other, key))) {
                    places.add(reversed(key) + END + known.home());
                }
            } else if (!key.equals(Reach.ofId(known.home()))) {
                places.add(key + END + known.home());
            }
        }
        known.laterIds().forEach(id -> places.add(Reach.ofId(id) + END + known.home()));
        return places;
    }

    private static boolean isBelow(String other, String domain) {
        return domain.startsWith(DOMAIN)
                && other.startsWith(DOMAIN)
                && other.endsWith("." + domain.substring(DOMAIN.length()));
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
