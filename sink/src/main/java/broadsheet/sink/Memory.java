package broadsheet.sink;

import broadsheet.model.EnrichedArticle;
import broadsheet.model.Json;
import broadsheet.model.Reach;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
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

    private final KeyValueStore<String, Tracked> articles;
    private final KeyValueStore<String, EnrichedArticle> contents;
    private final Calendar calendar;
    private final ReachIndex index;
    private final Removals removals;
    private final Bans bans;

    Memory(ProcessingContext context) {
        articles = context.getStateStore(ARTICLES);
        contents = context.getStateStore(CONTENTS);
        calendar = new Calendar(context.getStateStore(Calendar.NAME));
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
        stores.add(Calendar.builder());
        stores.add(ReachIndex.builder());
        stores.add(Removals.builder());
        return Set.copyOf(stores);
    }

    Calendar calendar() {
        return calendar;
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
        calendar.note(before, now);
    }

    void forget(Tracked tracked) {
        tracked.versions().seen().forEach(version -> contents.delete(key(tracked.home(), version.hash())));
        index.remove(tracked);
        articles.delete(tracked.home());
    }

    /** Keeps nothing of what a later story said. That there was such a text is still known, so that it is known again. */
    void bar(Tracked tracked, String id, Duration reuseGap) {
        Optional<Chapter> chapter =
                Optional.ofNullable(tracked.chapters(reuseGap).get(id));
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

    static String key(String first, String second) {
        return first + "/" + second;
    }
}
