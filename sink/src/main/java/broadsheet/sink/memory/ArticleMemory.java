package broadsheet.sink.memory;

import broadsheet.model.EnrichedArticle;
import broadsheet.model.Json;
import broadsheet.model.Reach;
import broadsheet.sink.versions.Content;
import broadsheet.sink.versions.StoryVersions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What one partition keeps of its articles: the articles, the content of each of their versions that is kept, when they
 * are to be forgotten, and how takedowns find them.
 *
 * <p>The contents of many versions are kept, not of the latest only: which one is the latest can change by what arrives
 * late. Which ones are is said in {@link StoryVersions}.
 */
public final class ArticleMemory {

    public static final String ARTICLES = "track-versions";
    public static final String CONTENTS = "keep-contents";

    private final KeyValueStore<String, KnownArticle> articles;
    private final KeyValueStore<String, EnrichedArticle> contents;
    private final Calendar calendar;
    private final ReachIndex index;
    private final Amendments amendments;
    private final Duration reuseGap;

    public ArticleMemory(ProcessingContext context, Duration reuseGap) {
        this.reuseGap = reuseGap;
        articles = context.getStateStore(ARTICLES);
        contents = context.getStateStore(CONTENTS);
        calendar = new Calendar(context.getStateStore(Calendar.NAME));
        amendments = new Amendments(context.getStateStore(Amendments.NAME));
        index = new ReachIndex(context.getStateStore(ReachIndex.NAME));
    }

    /** The stores, to be connected to every processor that uses this class. */
    public static Set<StoreBuilder<?>> stores() {
        return Set.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(ARTICLES), Serdes.String(), Json.serde(KnownArticle.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(CONTENTS), Serdes.String(), Json.serde(EnrichedArticle.class)),
                Amendments.builder(),
                Calendar.builder(),
                ReachIndex.builder());
    }

    /** What corrects the articles, or brings them up to date. */
    public Amendments amendments() {
        return amendments;
    }

    Calendar calendar() {
        return calendar;
    }

    public Optional<KnownArticle> find(String home) {
        return Optional.ofNullable(articles.get(home));
    }

    /** Keeps an article of which neither the versions nor the names have changed. */
    public void put(KnownArticle known) {
        articles.put(known.home(), known);
    }

    public void keep(String home, Content content) {
        contents.put(key(home, content.hash()), content.article());
    }

    /** Empty if it was taken down. */
    public Optional<EnrichedArticle> content(String home, String hash) {
        return Optional.ofNullable(contents.get(key(home, hash)));
    }

    /** Keeps an article as it is now, and no content of versions that it has no more or that are under a takedown. */
    public void replace(KnownArticle before, KnownArticle now, Set<String> withheld) {
        before.versions().seen().stream()
                .filter(version -> now.versions().version(version.hash()).isEmpty())
                .forEach(version -> contents.delete(key(before.home(), version.hash())));
        withheld.forEach(hash -> contents.delete(key(now.home(), hash)));
        index.change(before, now);
        put(now);
        calendar.note(before, now);
    }

    public void forget(KnownArticle known) {
        known.versions().seen().forEach(version -> contents.delete(key(known.home(), version.hash())));
        known.everyStory().forEach(story -> amendments.forget(story.id()));
        index.remove(known);
        articles.delete(known.home());
    }

    /** Keeps nothing of what a later story said. That there was such a text is still known, so that it is known again. */
    public void bar(KnownArticle known, String id) {
        Optional<StoryVersions> storyVersions =
                Optional.ofNullable(known.versionsByStory(reuseGap).get(id));
        KnownArticle left = known.withoutStory(id);
        replace(
                known,
                storyVersions.map(of -> left.withBarred(of.first().hash())).orElse(left),
                storyVersions.map(StoryVersions::hashes).orElse(Set.of()));
    }

    /** Forgets what is left of a later story that was barred. */
    public void unbar(KnownArticle known, String id) {
        replace(known, known.withoutBarred(id, reuseGap), Set.of());
    }

    /**
     * Articles that a takedown reaches.
     *
     * @param key of the takedown, in its one form
     * @param after place of the last one that was found; empty to begin
     * @param most so many at a time
     */
    public List<ReachIndex.Hit> reachedBy(String key, String after, int most) {
        Optional<String> home = Reach.id(key).filter(id -> find(id).isPresent());
        return home.map(id -> List.of(new ReachIndex.Hit(key, id))).orElseGet(() -> index.find(key, after, most));
    }

    public static String key(String first, String second) {
        return first + "/" + second;
    }
}
