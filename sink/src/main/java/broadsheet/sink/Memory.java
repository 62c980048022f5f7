package broadsheet.sink;

import broadsheet.model.EnrichedArticle;
import broadsheet.model.Json;
import broadsheet.model.Reach;
import broadsheet.runtime.TakedownRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What one partition keeps: the articles, the content of each of their versions that is kept, the takedowns that it has
 * done, and what they have reached.
 *
 * <p>The contents of many versions are kept, not of the latest only: which one is the latest can change by what arrives
 * late. Which ones are is said in {@link Chapter}.
 */
final class Memory {

    static final String ARTICLES = "track-versions";
    static final String CONTENTS = "keep-contents";
    static final String TAKEDOWNS = "apply-takedowns";
    static final String REACHED = "remember-reached";
    static final String CALENDAR = "forget-by-day";

    private final KeyValueStore<String, Tracked> articles;
    private final KeyValueStore<String, EnrichedArticle> contents;
    private final KeyValueStore<String, TakedownRequest> takedowns;
    private final KeyValueStore<String, String> reached;
    /** By day and id the articles that changed: whom to look at when the changes of that day are to be forgotten. */
    private final KeyValueStore<String, String> calendar;

    Memory(ProcessingContext context) {
        articles = context.getStateStore(ARTICLES);
        contents = context.getStateStore(CONTENTS);
        takedowns = context.getStateStore(TAKEDOWNS);
        reached = context.getStateStore(REACHED);
        calendar = context.getStateStore(CALENDAR);
    }

    /** The stores, to be connected to every processor that uses this class. */
    static Set<StoreBuilder<?>> stores() {
        return Set.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(ARTICLES), Serdes.String(), Json.serde(Tracked.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(CONTENTS), Serdes.String(), Json.serde(EnrichedArticle.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(TAKEDOWNS), Serdes.String(), Json.serde(TakedownRequest.class)),
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(REACHED), Serdes.String(), Serdes.String()),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(CALENDAR), Serdes.String(), Serdes.String()));
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

    /** Keeps an article as it is now, and no content of versions that it has no more. */
    void replace(Tracked before, Tracked now) {
        before.versions().seen().stream()
                .filter(version -> now.versions().version(version.hash()).isEmpty())
                .forEach(version -> contents.delete(key(before.home(), version.hash())));
        put(now);
        if (before.versions().seen().isEmpty() || !day(before.changed()).equals(day(now.changed()))) {
            calendar.put(key(day(now.changed()), now.home()), "");
        }
    }

    void forget(Tracked tracked) {
        tracked.versions().seen().forEach(version -> contents.delete(key(tracked.home(), version.hash())));
        articles.delete(tracked.home());
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
            replace(tracked, left);
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

    /** The first takedown in force that reaches one of these keys. */
    Optional<Ban> banOn(Collection<String> keys) {
        return keys.stream()
                .flatMap(key -> banOn(takedowns, reached, key).stream())
                .findFirst();
    }

    /** The takedown in force that reaches this key, by the key itself or by what it had reached before. */
    static Optional<Ban> banOn(
            ReadOnlyKeyValueStore<String, TakedownRequest> takedowns,
            ReadOnlyKeyValueStore<String, String> reached,
            String key) {
        // Only ids are remembered as reached; an article has more URLs and domains, and this is asked of each article.
        return Stream.of(Optional.of(key), Reach.id(key).map(id -> reached.get(key)))
                .flatMap(Optional::stream)
                .flatMap(cause -> Optional.ofNullable(takedowns.get(cause))
                        .flatMap(TakedownRequest::takedown)
                        .map(takedown -> new Ban(cause, takedown))
                        .stream())
                .findFirst();
    }

    /** Keeps that a takedown has reached an article: it does so from now on under its id too, whatever its URLs are. */
    void reach(String home, String cause) {
        reached.put(Reach.ofId(home), cause);
    }

    /** Whether this request has been done before. */
    boolean heeded(TakedownRequest request) {
        return Optional.ofNullable(takedowns.get(request.place()))
                .filter(request::isAt)
                .isPresent();
    }

    /** Keeps a request: from now on its takedown is in force, or is no more. */
    void heed(TakedownRequest request) {
        takedowns.put(request.place(), request);
    }

    static String key(String first, String second) {
        return first + "/" + second;
    }
}
