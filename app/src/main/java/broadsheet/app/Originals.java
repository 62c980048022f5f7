package broadsheet.app;

import broadsheet.ingest.RecordFacts;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.Rejection;
import broadsheet.model.StageName;
import broadsheet.model.Topics;
import broadsheet.runtime.ClientConfigs;
import broadsheet.runtime.RuntimeSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Finds what can be sent back: each record whose last word in the ledger is the accident or the rejection, once. What has
 * been sent back already, or has come through since, is left alone. Not thread-safe.
 */
final class Originals {

    private final RuntimeSettings settings;
    private final Topics topics;
    private final Ledger ledger = new Ledger();
    private final List<String> problems = new ArrayList<>();

    /** Reads the ledger as of now. */
    Originals(RuntimeSettings settings) {
        this.settings = settings;
        topics = settings.topics();
        try (var outcomes = new TopicReader<>(settings, topics.outcomes())) {
            outcomes.drain(line -> ledger.add(line.value()));
        }
    }

    /** One line for each record that was asked for and is not to be had any more. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** The dead letters that fit. */
    Collection<Original> deadLetters(Where wanted) {
        Map<String, Original> last = new LinkedHashMap<>();
        try (var letters = new TopicReader<>(settings, topics.deadLetters());
                var raw = new TopicReader<>(settings, topics.rawPages())) {
            letters.drain(letter -> original(letter, raw).ifPresent(found -> {
                // A second accident of the same record stands in place of the first.
                String input = found.stage() + " " + found.origin();
                last.remove(input);
                if (wanted.fits(found.stage(), found.reason(), found.url())) {
                    last.put(input, found);
                }
            }));
        }
        return last.values();
    }

    private Optional<Original> original(ConsumerRecord<byte[], byte[]> letter, TopicReader<byte[], byte[]> raw) {
        String topic = error(letter, "topic").orElse("");
        Optional<StageName> stage = reader(topic);
        Optional<Origin> carried = Origin.find(letter.headers());
        if (stage.isEmpty() || (carried.isEmpty() && stage.get() != StageName.INGEST)) {
            problems.add(letter.partition() + "@" + letter.offset() + " of "
                    + topics.deadLetters().name() + " is no input: it came from " + topic);
            return Optional.empty();
        }
        Optional<Integer> partition = error(letter, "partition").map(Integer::valueOf);
        Origin origin = carried.orElseGet(() -> Origin.of(
                partition.orElse(0), error(letter, "offset").map(Long::valueOf).orElse(0L)));
        Optional<Outcome> said = ledger.said(stage.get(), origin);
        if (ledger.isReplaced(origin.raw())
                || said.filter(last -> last.kind() == Outcome.Kind.DEAD_LETTERED)
                        .isEmpty()) {
            return Optional.empty();
        }
        // Behind the parser a letter has the headers of what the page became; then the page itself is better.
        ConsumerRecord<byte[], byte[]> record = stage.get() == StageName.INGEST && carried.isPresent()
                ? raw.find(origin.partition(), origin.offset()).orElse(letter)
                : letter;
        return Optional.of(new Original(
                stage.get(),
                stage.get() == StageName.INGEST ? origin.raw() : origin,
                said.flatMap(Outcome::reason).orElse("?"),
                stage.get() == StageName.INGEST ? RecordFacts.url(record.headers(), record.key()) : Optional.empty(),
                topic,
                partition.filter(number -> topic.endsWith("-repartition")),
                record));
    }

    private static Optional<String> error(ConsumerRecord<byte[], byte[]> letter, String what) {
        return Original.text(letter.headers(), Original.ERRORS + what);
    }

    /** The stage that reads the topic; empty if none does. */
    private Optional<StageName> reader(String topic) {
        if (topic.equals(topics.rawPages().name())) {
            return Optional.of(StageName.INGEST);
        }
        if (topic.equals(topics.articles().name())) {
            return Optional.of(StageName.ENRICH);
        }
        String internal = ClientConfigs.applicationId(settings, StageName.SINK) + "-";
        return topic.equals(topics.enrichedArticles().name()) || topic.startsWith(internal)
                ? Optional.of(StageName.SINK)
                : Optional.empty();
    }

    /** The pages whose rejections fit; a feed of which an entry fits goes back as a whole. */
    Collection<Original> rejections(Where wanted) {
        Map<Origin, Original> byPage = new LinkedHashMap<>();
        try (var rejections = new TopicReader<>(settings, topics.rejections());
                var raw = new TopicReader<>(settings, topics.rawPages())) {
            rejections.drain(next -> {
                Rejection rejection = next.value();
                Origin page = rejection.origin().raw();
                boolean stands = ledger.said(rejection.stage(), rejection.origin())
                        .filter(last -> last.kind() == Outcome.Kind.REJECTED)
                        .isPresent();
                if (stands
                        && wanted.fits(rejection.stage(), rejection.reason(), rejection.url())
                        && !ledger.isReplaced(page)
                        && !byPage.containsKey(page)) {
                    raw.find(page.partition(), page.offset())
                            .ifPresentOrElse(
                                    found -> byPage.put(page, original(rejection, page, found)),
                                    () -> problems.add(page + " is no longer on "
                                            + topics.rawPages().name() + ": "
                                            + rejection.url().orElse("no URL")));
                }
            });
        }
        return byPage.values();
    }

    private Original original(Rejection rejection, Origin page, ConsumerRecord<byte[], byte[]> found) {
        return new Original(
                StageName.INGEST,
                page,
                rejection.reason(),
                rejection.url(),
                topics.rawPages().name(),
                Optional.empty(),
                found);
    }
}
