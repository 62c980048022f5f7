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
import broadsheet.runtime.RuntimeSettings;
import broadsheet.runtime.TopicReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private final Map<String, EnrichedArticle> downstream = new HashMap<>();
    private final Set<String> takedowns = new HashSet<>();

    /** Loads the models. */
    public Rehearsal(RuntimeSettings settings, IngestSettings ingest, EnrichSettings enrich) {
        this.settings = settings;
        parser = new PageParser(ingest);
        annotator = Annotator.load(enrich);
    }

    /** What a core made of one original: an article, or a line that says why not. */
    private record Trial(Original original, Optional<EnrichedArticle> article, String line) {}

    /** A line or more for each original. */
    public List<String> run(Collection<Original> originals) {
        List<Trial> trials = new ArrayList<>();
        originals.forEach(original -> trials.addAll(tried(original)));
        Set<String> ids = new TreeSet<>();
        trials.forEach(trial ->
                trial.article().ifPresent(found -> ids.add(found.article().id())));
        read(settings.topics().publishedArticles(), ids);
        read(settings.topics().copies(), ids);
        readTakedowns();
        return trials.stream()
                .map(trial ->
                        trial.original().origin() + "  " + trial.original().reason() + "  "
                                + trial.article().map(this::compared).orElse(trial.line()))
                .toList();
    }

    private void read(Topic<String, PublishedArticle> topic, Set<String> ids) {
        Map<String, Optional<PublishedArticle>> last = new HashMap<>();
        try (var reader = new TopicReader<>(settings, topic)) {
            reader.drain(next -> {
                if (ids.contains(next.key())) {
                    last.put(next.key(), Optional.ofNullable(next.value()));
                }
            });
        }
        last.forEach((id, article) -> article.ifPresent(there -> downstream.put(id, there.enriched())));
    }

    private void readTakedowns() {
        try (var reader = new TopicReader<>(settings, settings.topics().takedowns())) {
            reader.drain(next -> {
                String key = Reach.key(next.key());
                if (next.value() == null) {
                    takedowns.remove(key);
                } else {
                    takedowns.add(key);
                }
            });
        }
    }

    private List<Trial> tried(Original original) {
        try {
            return attempt(original);
        } catch (RuntimeException accident) {
            // What it would do to the stage is the answer here, not an accident of ours.
            return List.of(new Trial(
                    original,
                    Optional.empty(),
                    "an accident again: " + accident.getClass().getSimpleName()));
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
                                ? new Trial(original, Optional.empty(), "back to " + original.topic())
                                : new Trial(
                                        original,
                                        Optional.of(Json.read(Objects.requireNonNull(value), EnrichedArticle.class)),
                                        ""));
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
                            ? new Trial(
                                    original,
                                    Optional.empty(),
                                    "rejected again: " + rejected.reason() + " " + rejected.detail())
                            : annotated(original, ((Parsed) outcome).article()));
        }
        return trials;
    }

    private Trial annotated(Original original, Article article) {
        return new Trial(original, Optional.of(annotator.annotate(article)), "");
    }

    private String compared(EnrichedArticle article) {
        String id = article.article().id();
        if (!Collections.disjoint(takedowns, Reach.of(article.article()))) {
            return "withheld, under a takedown: " + id;
        }
        EnrichedArticle there = downstream.get(id);
        if (there == null) {
            return "a new article: " + id + " " + article.article().url().orElse("");
        }
        ObjectNode now = Json.mapper().valueToTree(article);
        ObjectNode before = Json.mapper().valueToTree(there);
        Set<String> names = new TreeSet<>();
        now.fieldNames().forEachRemaining(names::add);
        before.fieldNames().forEachRemaining(names::add);
        names.remove("fetchedAt");
        names.removeIf(name -> Objects.equals(now.get(name), before.get(name)));
        return (names.isEmpty() ? "as it is downstream: " : "other " + String.join(", ", names) + ": ") + id;
    }
}
