package broadsheet.redrive;

import broadsheet.ingest.RecordFacts;
import broadsheet.ledger.Ledger;
import broadsheet.model.Origin;
import broadsheet.model.Outcome.Kind;
import broadsheet.model.Rejection;
import broadsheet.model.StageName;
import broadsheet.model.Topics;
import broadsheet.runtime.clients.TopicReader;
import broadsheet.runtime.records.DeadLetters;
import broadsheet.runtime.records.Letter;
import broadsheet.runtime.settings.RuntimeSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Finds what can be sent back: each record whose last word in the ledger is the accident or the rejection, once, and the
 * pages of articles. What has been sent back already, or has come through since, is left alone.
 *
 * <p>First their places are found, then they are read and handed on one after the other: however many there are and however
 * large, one is in memory, and those that came with it. Not thread-safe.
 */
public final class Originals implements AutoCloseable {

    private final RuntimeSettings settings;
    private final Topics topics;
    private final Ledger ledger = new Ledger();
    private final List<String> problems = new ArrayList<>();

    /** Reads the ledger as of now. */
    public Originals(RuntimeSettings settings) {
        this.settings = settings;
        topics = settings.topics();
        try (var outcomes = new TopicReader<>(settings, topics.outcomes())) {
            outcomes.drain(line -> ledger.add(line.value()));
        }
    }

    /** What is known of a page before it is read. */
    private record Known(String reason, Optional<String> url) {}

    /** One line for each record that was asked for and is not to be had any more. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Hands on the dead letters that fit. */
    public void deadLetters(Where wanted, Consumer<Original> taker) {
        Map<String, Origin> lastLetters = new HashMap<>();
        Map<Integer, SortedSet<Long>> places = new TreeMap<>();
        try (var letters = new TopicReader<>(settings, topics.deadLetters());
                var raw = TopicReader.glancing(settings, topics.rawPages())) {
            // A second accident of the same record stands in place of the first.
            letters.drain(record -> input(Letter.read(record, settings))
                    .ifPresent(input -> lastLetters.put(input, Origin.of(record.partition(), record.offset()))));
            lastLetters.values().forEach(place -> add(places, place));
            letters.read(
                    places,
                    record -> original(record, raw)
                            .filter(found -> wanted.fits(found.stage(), found.reason(), found.url()))
                            .ifPresent(taker));
        }
    }

    private static void add(Map<Integer, SortedSet<Long>> places, Origin place) {
        places.computeIfAbsent(place.partition(), partition -> new TreeSet<>()).add(place.offset());
    }

    /** The name of the input that a letter is of, if it can be sent back. */
    private Optional<String> input(Letter letter) {
        if (letter.stage().isEmpty() || letter.origin().isEmpty()) {
            problems.add(letter.place() + " is no input: it came from " + letter.topic());
            return Optional.empty();
        }
        StageName stage = letter.stage().get();
        Origin origin = letter.origin().get();
        boolean stands = !ledger.isReplaced(origin.raw())
                && ledger.said(stage, origin)
                        .filter(word -> word.kind() == Kind.DEAD_LETTERED)
                        .isPresent();
        return stands ? Optional.of(stage + " " + origin) : Optional.empty();
    }

    private Optional<Original> original(ConsumerRecord<byte[], byte[]> record, TopicReader<byte[], byte[]> raw) {
        Letter letter = Letter.read(record, settings);
        StageName stage = letter.stage().orElseThrow();
        Origin origin = letter.origin().orElseThrow();
        if (record.headers().lastHeader(DeadLetters.LEFT_OUT) != null) {
            problems.add(origin + " is not in its letter, it was too large: " + letter.place());
            return Optional.empty();
        }
        // Behind the parser a letter has the headers of what the page became; then the page itself is better.
        ConsumerRecord<byte[], byte[]> input = stage == StageName.INGEST
                ? raw.find(origin.partition(), origin.offset()).orElse(record)
                : record;
        return Optional.of(new Original(
                stage,
                origin,
                ledger.said(stage, origin).flatMap(Ledger.Word::reason).orElse("?"),
                stage == StageName.INGEST ? RecordFacts.url(input.headers(), input.key()) : Optional.empty(),
                letter.topic(),
                letter.partition().filter(number -> letter.isInternal()),
                input));
    }

    /** Hands on the pages whose rejections fit; a feed of which an entry fits goes back as a whole. */
    public void rejections(Where wanted, Consumer<Original> taker) {
        Map<Origin, Known> pages = new HashMap<>();
        try (var rejections = new TopicReader<>(settings, topics.rejections())) {
            rejections.drain(next -> {
                Rejection rejection = next.value();
                Origin page = rejection.origin().raw();
                boolean stands = ledger.said(rejection.stage(), rejection.origin())
                        .filter(word -> word.kind() == Kind.REJECTED)
                        .isPresent();
                if (stands
                        && wanted.fits(rejection.stage(), rejection.reason(), rejection.url())
                        && !ledger.isReplaced(page)) {
                    pages.putIfAbsent(page, new Known(rejection.reason(), rejection.url()));
                }
            });
        }
        readBack(pages, taker);
    }

    /**
     * Hands on the pages that became articles, or were withheld, and fit; their reason is what became of them. A feed of
     * which an entry fits goes back as a whole.
     *
     * @param articles ids; if there are none, of whatever article
     */
    public void pages(Where wanted, Set<String> articles, Consumer<Original> taker) {
        Map<Origin, Known> pages = new HashMap<>();
        ledger.lastWords((origin, kind, concerns) -> {
            boolean ofArticle = articles.isEmpty()
                    ? concerns.anyArticle()
                    : articles.stream().anyMatch(concerns::article);
            if (ofArticle
                    && kind.isFinal()
                    && wanted.allows(Where.Criterion.REASON, kind.name())
                    && !ledger.isReplaced(origin.raw())) {
                pages.put(origin.raw(), new Known(kind.name(), Optional.empty()));
            }
        });
        readBack(pages, page -> {
            if (wanted.fits(page.stage(), page.reason(), page.url())) {
                taker.accept(page);
            }
        });
    }

    /** Hands on the pages as they lie on the raw topic; what does so no more is noted as a problem. */
    private void readBack(Map<Origin, Known> pages, Consumer<Original> taker) {
        Map<Integer, SortedSet<Long>> places = new TreeMap<>();
        pages.keySet().forEach(page -> add(places, page));
        try (var raw = new TopicReader<>(settings, topics.rawPages())) {
            raw.read(places, record -> {
                        Origin page = Origin.of(record.partition(), record.offset());
                        Known known = pages.getOrDefault(page, new Known("?", Optional.empty()));
                        taker.accept(new Original(
                                StageName.INGEST,
                                page,
                                known.reason(),
                                known.url().or(() -> RecordFacts.url(record.headers(), record.key())),
                                topics.rawPages().name(),
                                Optional.empty(),
                                record));
                    })
                    .forEach((partition, offsets) -> offsets.forEach(offset -> {
                        Origin page = Origin.of(partition, offset);
                        String url = Optional.ofNullable(pages.get(page))
                                .flatMap(Known::url)
                                .orElse("no URL");
                        problems.add(
                                page + " is no longer on " + topics.rawPages().name() + ": " + url);
                    }));
        }
    }

    @Override
    public void close() {
        ledger.close();
    }
}
