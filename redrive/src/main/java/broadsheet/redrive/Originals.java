package broadsheet.redrive;

import broadsheet.ingest.RecordFacts;
import broadsheet.ledger.Ledger;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.Rejection;
import broadsheet.model.StageName;
import broadsheet.model.Topics;
import broadsheet.runtime.DeadLetters;
import broadsheet.runtime.Letter;
import broadsheet.runtime.RuntimeSettings;
import broadsheet.runtime.TopicReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Finds what can be sent back: each record whose last word in the ledger is the accident or the rejection, once, and the
 * pages of articles. What has been sent back already, or has come through since, is left alone. Not thread-safe.
 */
public final class Originals {

    private static final Comparator<Origin> IN_PLACE =
            Comparator.comparing(Origin::partition).thenComparing(Origin::offset);

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

    /** One line for each record that was asked for and is not to be had any more. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** The dead letters that fit. */
    public Collection<Original> deadLetters(Where wanted) {
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

    private Optional<Original> original(ConsumerRecord<byte[], byte[]> record, TopicReader<byte[], byte[]> raw) {
        Letter letter = Letter.read(record, settings);
        if (letter.stage().isEmpty() || letter.origin().isEmpty()) {
            problems.add(letter.place() + " is no input: it came from " + letter.topic());
            return Optional.empty();
        }
        StageName stage = letter.stage().get();
        Origin origin = letter.origin().get();
        Optional<Outcome> said = ledger.said(stage, origin);
        if (ledger.isReplaced(origin.raw())
                || said.filter(last -> last.kind() == Outcome.Kind.DEAD_LETTERED)
                        .isEmpty()) {
            return Optional.empty();
        }
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
                said.flatMap(Outcome::reason).orElse("?"),
                stage == StageName.INGEST ? RecordFacts.url(input.headers(), input.key()) : Optional.empty(),
                letter.topic(),
                letter.partition().filter(number -> letter.isInternal()),
                input));
    }

    /** The pages whose rejections fit; a feed of which an entry fits goes back as a whole. */
    public Collection<Original> rejections(Where wanted) {
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
                    readBack(page, rejection.reason(), rejection.url(), raw)
                            .ifPresent(original -> byPage.put(page, original));
                }
            });
        }
        return byPage.values();
    }

    /**
     * The pages that became articles, or were withheld, and fit; their reason is what became of them. A feed of which an
     * entry fits goes back as a whole.
     *
     * @param articles ids; if there are none, of whatever article
     */
    public Collection<Original> pages(Where wanted, Set<String> articles) {
        Map<Origin, String> reasons = new TreeMap<>(IN_PLACE);
        for (Outcome last : ledger.lastWords()) {
            Origin page = last.origin().raw();
            boolean ofArticle = last.articleId()
                    .filter(id -> articles.isEmpty() || articles.contains(id))
                    .isPresent();
            if (ofArticle
                    && last.kind().isFinal()
                    && wanted.allows(Where.Criterion.REASON, last.kind().name())
                    && !ledger.isReplaced(page)) {
                reasons.put(page, last.kind().name());
            }
        }
        try (var raw = new TopicReader<>(settings, topics.rawPages())) {
            return reasons.entrySet().stream()
                    .flatMap(entry -> readBack(entry.getKey(), entry.getValue(), Optional.empty(), raw).stream())
                    .filter(page -> wanted.fits(page.stage(), page.reason(), page.url()))
                    .toList();
        }
    }

    /** The page as it lies on the raw topic; empty, and noted as a problem, if it does no more. */
    private Optional<Original> readBack(
            Origin page, String reason, Optional<String> url, TopicReader<byte[], byte[]> raw) {
        Optional<ConsumerRecord<byte[], byte[]>> found = raw.find(page.partition(), page.offset());
        if (found.isEmpty()) {
            problems.add(page + " is no longer on " + topics.rawPages().name() + ": " + url.orElse("no URL"));
        }
        return found.map(record -> new Original(
                StageName.INGEST,
                page,
                reason,
                url.or(() -> RecordFacts.url(record.headers(), record.key())),
                topics.rawPages().name(),
                Optional.empty(),
                record));
    }
}
