package broadsheet.sink;

import broadsheet.model.EnrichedArticle;
import broadsheet.model.Json;
import broadsheet.model.Reach;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
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
 * What one partition keeps: the articles, the content of each of their versions that is kept, how takedowns find them, and
 * what those have done.
 *
 * <p>The contents of many versions are kept, not of the latest only: which one is the latest can change by what arrives
 * late. Which ones are is said in {@link Chapter}.
 */
final class Memory {

    static final String ARTICLES = "track-versions";
    static final String CONTENTS = "keep-contents";
    static final String CALENDAR = "forget-by-day";

    private final KeyValueStore<String, Tracked> articles;
    private final KeyValueStore<String, EnrichedArticle> contents;
    /** By day and id the articles that changed: whom to look at when the changes of that day are to be forgotten. */
    private final KeyValueStore<String, String> calendar;

    private final ReachIndex index;
    private final Removals removals;
    private final Bans bans;

    Memory(ProcessingContext context) {
        articles = context.getStateStore(ARTICLES);
        contents = context.getStateStore(CONTENTS);
        calendar = context.getStateStore(CALENDAR);
        index = new ReachIndex(context.getStateStore(ReachIndex.NAME));
        removals = new Removals(context.getStateStore(Removals.NAME));
        bans = new Bans(context);
    }

    /** The stores, to be connected to every processor that uses this class. */
    static Set<StoreBuilder<?>> stores() {
        Set<StoreBuilder<?>> stores = new HashSet<>(Bans.builders());
        stores.add(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(ARTICLES), Serdes.String(), Json.serde(Tracked.class)));
        stores.add(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(CONTENTS), Serdes.String(), Json.serde(EnrichedArticle.class)));
        stores.add(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(CALENDAR), Serdes.String(), Serdes.String()));
        stores.add(ReachIndex.builder());
        stores.add(Removals.builder());
        return Set.copyOf(stores);
    }

    Bans bans() {
        return bans;
    }

    Removals removals() {
        return removals;
    }

    Optional<Tracked> find(String home) {
        return Optional.ofNullable(articles.get(home));
    }

    /** Keeps an article of which neither the versions nor the names have changed. */
    void put(Tracked tracked) {
        articles.put(tracked.home(), tracked);
    }

    void keep(String home, Content content) {
        contents.put(key(home, content.hash()), content.article());
    }

    /** Empty if it was taken down. */
    Optional<EnrichedArticle> content(String home, String hash) {
        return Optional.ofNullable(contents.get(key(home, hash)));
    }

    /** Keeps an article as it is now, and no content of versions that it has no more or that are under a takedown. */
    void replace(Tracked before, Tracked now, Set<String> withheld) {
        before.versions().seen().stream()
                .filter(version -> now.versions().version(version.hash()).isEmpty())
                .forEach(version -> contents.delete(key(before.home(), version.hash())));
        withheld.forEach(hash -> contents.delete(key(now.home(), hash)));
        index.change(before, now);
        put(now);
        if (before.versions().seen().isEmpty() || !day(before.changed()).equals(day(now.changed()))) {
            calendar.put(key(day(now.changed()), now.home()), "");
        }
    }

    void forget(Tracked tracked) {
        tracked.versions().seen().forEach(version -> contents.delete(key(tracked.home(), version.hash())));
        index.remove(tracked);
        articles.delete(tracked.home());
    }

    /** Keeps nothing of what a later story said. That there was such a text is still known, so that it is known again. */
    void bar(Tracked tracked, String id, Duration reuseGap) {
        Optional<Chapter> chapter = Optional.ofNullable(tracked.chapters(reuseGap).get(id));
        Tracked left = tracked.withoutStory(id);
        replace(
                tracked,
                chapter.map(of -> left.withBarred(of.first().hash())).orElse(left),
                chapter.map(Chapter::hashes).orElse(Set.of()));
    }

    /** Forgets what is left of a later story that was barred. */
    void unbar(Tracked tracked, String id, Duration reuseGap) {
        replace(tracked, tracked.withoutBarred(id, reuseGap), Set.of());
    }

    /**
     * Articles that a takedown reaches.
     *
     * @param key of the takedown, in its one form
     * @param after place of the last one that was found; empty to begin
     * @param most so many at a time
     */
    List<ReachIndex.Hit> reachedBy(String key, String after, int most) {
        Optional<String> home = Reach.id(key).filter(id -> find(id).isPresent());
        return home.map(id -> List.of(new ReachIndex.Hit(key, id))).orElseGet(() -> index.find(key, after, most));
    }

    /**
     * Forgets articles, and later stories of articles, that have not changed since before the day of {@code time}, in
     * content time; what is downstream stays there.
     */
    void forgetBefore(Instant time, Duration reuseGap) {
        String today = day(time);
        List<String> due = new ArrayList<>();
        try (KeyValueIterator<String, String> days = calendar.range("0", today)) {
            days.forEachRemaining(entry -> due.add(entry.key));
        }
        for (String entry : due) {
            calendar.delete(entry);
            find(entry.substring(today.length() + 1)).ifPresent(tracked -> forgetBefore(time, tracked, reuseGap));
        }
    }

    private void forgetBefore(Instant time, Tracked tracked, Duration reuseGap) {
        if (tracked.isOlderThan(time)) {
            forget(tracked);
            return;
        }
        Tracked left = tracked.forgetBefore(time, reuseGap);
        if (!left.equals(tracked)) {
            replace(tracked, left, Set.of());
        }
        if (tracked.changed().isBefore(time)) {
            // A version of it is of a later time, or a ruling is still to come: the next day again.
            calendar.put(key(day(time), tracked.home()), "");
        }
    }

    /** In UTC; as strings they are in order. */
    private static String day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }

    static String key(String first, String second) {
        return first + "/" + second;
    }
}
