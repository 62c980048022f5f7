package broadsheet.explain;

import broadsheet.explain.ArticleStanding.Copy;
import broadsheet.explain.ArticleStanding.Place;
import broadsheet.explain.ArticleStanding.Removed;
import broadsheet.model.Article;
import broadsheet.model.CopyOf;
import broadsheet.model.Origin;
import broadsheet.model.PublishedArticle;
import broadsheet.model.Reach;
import broadsheet.model.Topic;
import broadsheet.runtime.clients.TopicReader;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.takedowns.TakedownsInForce;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where articles stand on the two topics behind the sink, and which takedowns hold them back. Not thread-safe. */
final class DownstreamLookup {

    private final RuntimeSettings settings;
    private final Map<String, ConsumerRecord<String, PublishedArticle>> published = new HashMap<>();
    private final Map<String, ConsumerRecord<String, PublishedArticle>> copies = new HashMap<>();
    private final Map<String, TakedownsInForce.Asked> takedowns = new LinkedHashMap<>();

    /** The latest content that was there under an id: a withdrawn article is known by it. */
    private final Map<String, Article> known = new HashMap<>();

    private DownstreamLookup(RuntimeSettings settings) {
        this.settings = settings;
    }

    /** How it is now with those articles. */
    static List<ArticleStanding> read(RuntimeSettings settings, Set<String> ids) {
        DownstreamLookup downstream = new DownstreamLookup(settings);
        downstream.drain(settings.topics().publishedArticles(), ids, downstream.published);
        downstream.drain(settings.topics().copies(), ids, downstream.copies);
        downstream.drainOriginals();
        downstream.takedowns.putAll(TakedownsInForce.read(settings));
        return ids.stream().map(downstream::standing).flatMap(Optional::stream).toList();
    }

    private void drain(
            Topic<String, PublishedArticle> topic,
            Set<String> ids,
            Map<String, ConsumerRecord<String, PublishedArticle>> last) {
        try (var reader = new TopicReader<>(settings, topic)) {
            reader.drain(next -> {
                if (ids.contains(next.key())) {
                    last.put(next.key(), next);
                    Optional.ofNullable(next.value())
                            .ifPresent(value ->
                                    known.put(next.key(), value.enriched().article()));
                }
            });
        }
    }

    private void drainOriginals() {
        Set<String> originals = new HashSet<>();
        copies.values()
                .forEach(copy -> Optional.ofNullable(copy.value())
                        .flatMap(PublishedArticle::copyOf)
                        .map(CopyOf::id)
                        .ifPresent(originals::add));
        originals.removeAll(published.keySet());
        if (!originals.isEmpty()) {
            drain(settings.topics().publishedArticles(), originals, published);
        }
    }

    private Optional<ArticleStanding> standing(String id) {
        Optional<ConsumerRecord<String, PublishedArticle>> record = Optional.ofNullable(published.get(id))
                .filter(found -> found.value() != null)
                .or(() -> Optional.ofNullable(copies.get(id)).filter(found -> found.value() != null));
        Optional<Removed> takedown = takedown(id);
        boolean was = published.containsKey(id) || copies.containsKey(id);
        if (record.isEmpty() && takedown.isEmpty() && !was) {
            return Optional.empty();
        }
        Optional<PublishedArticle> article = record.map(ConsumerRecord::value);
        Place place = article.isEmpty()
                ? was ? Place.WITHDRAWN : Place.NOWHERE
                : article.flatMap(PublishedArticle::copyOf).isPresent() ? Place.COPIES : Place.PUBLISHED;
        return Optional.of(new ArticleStanding(
                id,
                place,
                record.map(found -> found.topic() + " " + found.partition() + "@" + found.offset()),
                record.flatMap(found -> Origin.find(found.headers())),
                Optional.ofNullable(known.get(id)).flatMap(Article::address),
                article.map(PublishedArticle::version),
                article.flatMap(copy -> copy.copyOf().map(of -> copy(copy, of))),
                takedown));
    }

    private Copy copy(PublishedArticle copy, CopyOf of) {
        Optional<Article> original = Optional.ofNullable(published.get(of.id()))
                .flatMap(found -> Optional.ofNullable(found.value()))
                .map(found -> found.enriched().article());
        return new Copy(
                of.id(),
                original.flatMap(Article::address),
                of.similarity(),
                of.method(),
                of.fuller(),
                original.map(a -> SharedPassages.of(copy.enriched().article().body(), a.body())));
    }

    private Optional<Removed> takedown(String id) {
        Set<String> reach = new TreeSet<>(Set.of(Reach.key(id)));
        Optional.ofNullable(known.get(id)).ifPresent(article -> reach.addAll(Reach.of(article)));
        List<Removed> found = new ArrayList<>();
        takedowns.forEach((key, takedown) -> {
            if (reach.contains(key)) {
                found.add(new Removed(takedown.key(), takedown.takedown()));
            }
        });
        return found.stream().findFirst();
    }
}
