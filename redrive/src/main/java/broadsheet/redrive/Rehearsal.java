package broadsheet.redrive;

import broadsheet.enrich.Annotator;
import broadsheet.enrich.EnrichSettings;
import broadsheet.ingest.IngestSettings;
import broadsheet.ingest.PageParser;
import broadsheet.ingest.ParseOutcome;
import broadsheet.ingest.ParseOutcome.Parsed;
import broadsheet.ingest.ParseOutcome.Rejected;
import broadsheet.ingest.RecordFacts;
import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Json;
import broadsheet.model.PublishedArticle;
import broadsheet.model.Reach;
import broadsheet.model.Topic;
import broadsheet.runtime.clients.TopicReader;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.takedowns.TakedownsInForce;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Says what would become of originals if they were sent back, by running the cores of ingest and enrich on them and
 * holding the result against what is downstream and the takedowns in force. It writes nothing. Whose copy an article would
 * be is left to the sink.
 */
public final class Rehearsal {

    private final RuntimeSettings settings;
    private final PageParser parser;
    private final Annotator annotator;
    private final List<Trial> trials = new ArrayList<>();
    private final Map<String, Map<String, Integer>> downstream = new HashMap<>();
    private final Set<String> takedowns = new HashSet<>();

    /** Loads the models. */
    public Rehearsal(RuntimeSettings settings, IngestSettings ingest, EnrichSettings enrich) {
        this.settings = settings;
        parser = new PageParser(ingest);
        annotator = Annotator.load(enrich);
    }

    /**
     * What a core made of one original.
     *
     * @param place the original, for a person
     * @param article what it became; empty if it became none
     * @param line why not
     */
    private record Trial(String place, Optional<Made> article, String line) {

        static Trial none(Original original, String line) {
            return new Trial(place(original), Optional.empty(), line);
        }

        static Trial made(Original original, EnrichedArticle article) {
            return new Trial(place(original), Optional.of(Made.of(article)), "");
        }

        private static String place(Original original) {
            return original.origin() + "  " + original.reason() + "  ";
        }
    }

    /**
     * What has to be remembered of an article to hold it against the one downstream.
     *
     * @param fields a hash of each
     * @param reach the keys under which a takedown would stand that forbids it
     */
    private record Made(String id, String url, Map<String, Integer> fields, Set<String> reach) {

        static Made of(EnrichedArticle enriched) {
            Article article = enriched.article();
            return new Made(article.id(), article.url().orElse(""), fields(enriched), Set.copyOf(Reach.of(article)));
        }

        static Map<String, Integer> fields(EnrichedArticle enriched) {
            ObjectNode json = Json.mapper().valueToTree(enriched);
            Map<String, Integer> fields = new TreeMap<>();
            json.properties()
                    .forEach(field -> fields.put(
                            field.getKey(), field.getValue().toString().hashCode()));
            fields.remove("fetchedAt");
            return fields;
        }
    }

    /** Runs the cores on one original. */
    public void add(Original original) {
        trials.addAll(tried(original));
    }

    /** A line or more for each original that was added. */
    public List<String> lines() {
        Set<String> ids = new HashSet<>();
        trials.forEach(trial -> trial.article().ifPresent(made -> ids.add(made.id())));
        read(settings.topics().publishedArticles(), ids);
        read(settings.topics().copies(), ids);
        readTakedowns();
        return trials.stream()
                .map(trial ->
                        trial.place() + trial.article().map(this::compared).orElse(trial.line()))
                .toList();
    }

    private void read(Topic<String, PublishedArticle> topic, Set<String> ids) {
        Map<String, Optional<Map<String, Integer>>> last = new HashMap<>();
        try (var reader = new TopicReader<>(settings, topic)) {
            reader.drain(next -> {
                if (ids.contains(next.key())) {
                    last.put(next.key(), Optional.ofNullable(next.value()).map(value -> Made.fields(value.enriched())));
                }
            });
        }
        last.forEach((id, fields) -> fields.ifPresent(there -> downstream.put(id, there)));
    }

    private void readTakedowns() {
        takedowns.addAll(TakedownsInForce.read(settings).keySet());
    }

    private List<Trial> tried(Original original) {
        try {
            return attempt(original);
        } catch (RuntimeException accident) {
            // What it would do to the stage is the answer here, not an accident of ours.
            return List.of(Trial.none(
                    original, "an accident again: " + accident.getClass().getSimpleName()));
        }
    }

    private List<Trial> attempt(Original original) {
        byte[] value = original.record().value();
        return switch (original.stage()) {
            // It sends no records of pages back: what it asks for again, it plans itself.
            case FETCH -> List.of();
            case INGEST -> parsed(original);
            case ENRICH -> List.of(annotated(original, Json.read(Objects.requireNonNull(value), Article.class)));
            case SINK ->
                List.of(
                        original.partition().isPresent()
                                ? Trial.none(original, "back to " + original.topic())
                                : Trial.made(
                                        original, Json.read(Objects.requireNonNull(value), EnrichedArticle.class)));
        };
    }

    private List<Trial> parsed(Original original) {
        var record = original.record();
        List<Trial> trials = new ArrayList<>();
        for (ParseOutcome outcome : parser.parse(RecordFacts.page(
                        new Record<>(record.key(), record.value(), record.timestamp(), record.headers())))
                .outcomes()) {
            trials.add(
                    outcome instanceof Rejected rejected
                            ? Trial.none(original, "rejected again: " + rejected.reason() + " " + rejected.detail())
                            : annotated(original, ((Parsed) outcome).article()));
        }
        return trials;
    }

    private Trial annotated(Original original, Article article) {
        return Trial.made(original, annotator.annotate(article));
    }

    private String compared(Made article) {
        String id = article.id();
        if (!Collections.disjoint(takedowns, article.reach())) {
            return "withheld, under a takedown: " + id;
        }
        Map<String, Integer> there = downstream.get(id);
        if (there == null) {
            return "a new article: " + id + " " + article.url();
        }
        Set<String> names = new TreeSet<>(article.fields().keySet());
        names.addAll(there.keySet());
        names.removeIf(name -> Objects.equals(article.fields().get(name), there.get(name)));
        return (names.isEmpty() ? "as it is downstream: " : "other " + String.join(", ", names) + ": ") + id;
    }
}
