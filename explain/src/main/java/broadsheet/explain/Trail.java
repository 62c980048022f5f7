package broadsheet.explain;

import broadsheet.ingest.RecordFacts;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.StageName;
import broadsheet.runtime.clients.TopicReader;
import broadsheet.runtime.records.Letter;
import broadsheet.runtime.settings.RuntimeSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Finds the inputs that a question is about: those that became the article, those that were rejected or had an accident
 * under the URL, and those that they were sent back as. Not thread-safe.
 */
final class Trail {

    private final RuntimeSettings settings;
    private final Asked asked;
    private final Set<String> ids = new TreeSet<>();
    private final Set<Origin> origins = new HashSet<>();

    private Trail(RuntimeSettings settings, Asked asked) {
        this.settings = settings;
        this.asked = asked;
        asked.id().ifPresent(ids::add);
        asked.origin().ifPresent(origins::add);
    }

    /** Follows it through the topics as they are now. */
    static Trail of(RuntimeSettings settings, Asked asked) {
        Trail trail = new Trail(settings, asked);
        if (asked.isUrl()) {
            trail.readByUrl();
        }
        trail.readLedger();
        if (trail.origins.isEmpty() && asked.isUrl()) {
            trail.readRawPages();
            trail.readLedger();
        }
        return trail;
    }

    /** The articles that it is about. */
    Set<String> ids() {
        return ids;
    }

    /** The inputs that it is about. */
    Set<Origin> origins() {
        return origins;
    }

    /** Whether that input is one of them, or the feed that one of them is an entry of. */
    boolean concerns(Origin input) {
        return origins.contains(input)
                || (input.item().isEmpty()
                        && origins.stream().anyMatch(origin -> origin.raw().equals(input)));
    }

    private void readByUrl() {
        var topics = settings.topics();
        try (var articles = new TopicReader<>(settings, topics.articles());
                var rejections = new TopicReader<>(settings, topics.rejections());
                var letters = new TopicReader<>(settings, topics.deadLetters())) {
            articles.drain(next -> {
                if (asked.isUrl(next.value().url()) || asked.isUrl(next.value().canonicalUrl())) {
                    ids.add(next.value().id());
                }
            });
            rejections.drain(next -> {
                if (asked.isUrl(next.value().url())) {
                    origins.add(next.value().origin());
                }
            });
            letters.drain(next -> {
                Letter letter = Letter.read(next, settings);
                if (letter.stage().filter(StageName.INGEST::equals).isPresent() && isOfUrl(next)) {
                    letter.origin().ifPresent(origins::add);
                }
            });
        }
    }

    private boolean isOfUrl(ConsumerRecord<byte[], byte[]> raw) {
        return asked.isUrl(RecordFacts.url(raw.headers(), raw.key()));
    }

    /** The last resort, since it reads all pages: an input of which no stage has said anything that leads to it. */
    private void readRawPages() {
        try (var raw = new TopicReader<>(settings, settings.topics().rawPages())) {
            raw.drain(next -> {
                if (isOfUrl(next)) {
                    origins.add(Origin.of(next.partition(), next.offset()));
                }
            });
        }
    }

    private void readLedger() {
        List<Outcome> sentBack = new ArrayList<>();
        try (var outcomes = new TopicReader<>(settings, settings.topics().outcomes())) {
            outcomes.drain(next -> {
                Outcome line = next.value();
                if (asked.origin().isEmpty()
                        && line.articleId().filter(ids::contains).isPresent()) {
                    origins.add(line.origin());
                } else if (asked.origin().filter(line.origin()::equals).isPresent()) {
                    line.articleId().ifPresent(ids::add);
                }
                if (line.kind() == Outcome.Kind.REDRIVEN) {
                    sentBack.add(line);
                }
            });
        }
        while (follow(sentBack)) {
            // Until nothing new is found: an input may have been sent back more than once.
        }
    }

    private boolean follow(List<Outcome> sentBack) {
        boolean found = false;
        for (Outcome line : sentBack) {
            Optional<Origin> successor = line.successor();
            if (successor.isPresent()) {
                if (origins.contains(line.origin())) {
                    found |= origins.add(successor.get());
                } else if (origins.contains(successor.get())) {
                    found |= origins.add(line.origin());
                }
            }
        }
        return found;
    }
}
