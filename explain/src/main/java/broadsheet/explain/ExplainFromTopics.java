package broadsheet.explain;

import broadsheet.explain.Explanation.Accident;
import broadsheet.explain.Explanation.Annotated;
import broadsheet.explain.Explanation.Came;
import broadsheet.explain.Explanation.Extracted;
import broadsheet.explain.Explanation.Fetched;
import broadsheet.explain.Explanation.Input;
import broadsheet.explain.Explanation.Line;
import broadsheet.model.Fetch;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.Rejection;
import broadsheet.model.StageName;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import broadsheet.runtime.clients.TopicReader;
import broadsheet.runtime.records.Letter;
import broadsheet.runtime.settings.RuntimeSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Explains from the topics alone, and so on any cluster that this client may read. It reads topics as a whole, the raw
 * pages only where nothing else leads to the input: a question takes seconds to minutes. Not thread-safe.
 */
public final class ExplainFromTopics {

    private static final int MOST_INPUTS = 20;
    private static final int MOST_FETCHES = 10;

    private final RuntimeSettings settings;
    private final Topics topics;
    private final Trail trail;
    private final Asked asked;
    private final List<Fetched> fetched = new ArrayList<>();
    private final Map<Origin, List<Outcome>> ledger = new HashMap<>();
    private final Map<Origin, Rejection> rejections = new HashMap<>();
    private final Map<Origin, List<Letter>> letters = new HashMap<>();
    private final Map<Origin, Extracted> extracted = new HashMap<>();
    private final Map<Origin, Annotated> annotated = new HashMap<>();

    private ExplainFromTopics(RuntimeSettings settings, Asked asked) {
        this.settings = settings;
        this.asked = asked;
        topics = settings.topics();
        trail = Trail.of(settings, asked);
    }

    /** What became of it, as of now. */
    public static Explanation explain(RuntimeSettings settings, Asked asked) {
        var explain = new ExplainFromTopics(settings, asked);
        explain.gather();
        return explain.explanation();
    }

    private void gather() {
        read(topics.outcomes(), next -> {
            if (trail.concerns(next.value().origin())) {
                of(ledger, next.value().origin()).add(next.value());
                next.value().articleId().ifPresent(trail.ids()::add);
            }
        });
        read(topics.rejections(), next -> {
            if (trail.concerns(next.value().origin())) {
                rejections.put(next.value().origin(), next.value());
            }
        });
        read(topics.deadLetters(), next -> {
            Letter letter = Letter.read(next, settings);
            letter.origin()
                    .filter(trail::concerns)
                    .ifPresent(origin -> of(letters, origin).add(letter));
        });
        read(topics.fetches(), next -> Optional.ofNullable(next.value()).ifPresent(this::fetched));
        read(topics.articles(), next -> keep(next, extracted, Findings::of));
        read(topics.enrichedArticles(), next -> keep(next, annotated, Findings::of));
    }

    private void fetched(Fetch fetch) {
        if (asked.isUrl(Optional.of(fetch.task())) || asked.isUrl(Optional.of(fetch.url()))) {
            fetched.add(
                    new Fetched(fetch.at(), fetch.url(), fetch.why(), fetch.outcome(), fetch.status(), fetch.detail()));
            if (fetched.size() > MOST_FETCHES) {
                fetched.remove(0);
            }
        }
    }

    private <K, V> void read(Topic<K, V> topic, Consumer<ConsumerRecord<K, V>> taker) {
        try (var reader = new TopicReader<>(settings, topic)) {
            reader.drain(taker);
        }
    }

    private <V, T> void keep(ConsumerRecord<String, V> next, Map<Origin, T> kept, Function<V, T> look) {
        Origin.find(next.headers())
                .filter(trail.origins()::contains)
                .ifPresent(origin -> kept.put(origin, look.apply(next.value())));
    }

    private static <T> List<T> of(Map<Origin, List<T>> map, Origin origin) {
        return map.computeIfAbsent(origin, key -> new ArrayList<>());
    }

    private Explanation explanation() {
        List<Input> inputs = new ArrayList<>();
        try (var raw = new TopicReader<>(settings, topics.rawPages())) {
            trail.origins().forEach(origin -> inputs.add(input(origin, raw)));
        }
        inputs.sort(
                Comparator.comparing((Input input) -> input.came().map(Came::at).orElse(Instant.EPOCH))
                        .thenComparing(input -> input.origin().partition())
                        .thenComparing(input -> input.origin().offset())
                        .thenComparing(input -> input.origin().item().orElse(0)));
        int earlier = Math.max(0, inputs.size() - MOST_INPUTS);
        return new Explanation(
                asked.text(),
                "from the topics of " + topics.prefix() + ", as far back as they are kept",
                inputs.subList(earlier, inputs.size()),
                earlier,
                DownstreamLookup.read(settings, trail.ids()),
                fetched);
    }

    private Input input(Origin origin, TopicReader<byte[], byte[]> raw) {
        return new Input(
                origin,
                raw.find(origin.partition(), origin.offset()).map(Findings::of),
                lines(origin),
                Optional.ofNullable(extracted.get(origin)),
                Optional.ofNullable(annotated.get(origin)));
    }

    private List<Line> lines(Origin origin) {
        List<Outcome> said = new ArrayList<>(ledger.getOrDefault(origin, List.of()));
        if (origin.item().isPresent()) {
            said.addAll(0, ledger.getOrDefault(origin.raw(), List.of()));
        }
        said.sort(Comparator.comparing(Outcome::stage));
        Map<StageName, Integer> accidents = new HashMap<>();
        return said.stream()
                .map(outcome -> new Line(
                        outcome.stage(),
                        outcome.kind(),
                        outcome.reason(),
                        outcome.kind() == Outcome.Kind.REJECTED
                                ? Optional.ofNullable(rejections.get(outcome.origin()))
                                        .map(Rejection::detail)
                                : Optional.empty(),
                        outcome.articleId(),
                        outcome.items(),
                        outcome.successor(),
                        outcome.kind() == Outcome.Kind.DEAD_LETTERED
                                ? accident(outcome, accidents.merge(outcome.stage(), 1, Integer::sum) - 1)
                                : Optional.empty()))
                .toList();
    }

    /** The letter of the accident with that number at the stage, from 0. */
    private Optional<Accident> accident(Outcome outcome, int number) {
        return letters.getOrDefault(outcome.origin(), List.of()).stream()
                .filter(letter -> letter.stage().filter(outcome.stage()::equals).isPresent())
                .skip(number)
                .findFirst()
                .map(letter -> new Accident(letter.place(), letter.topic(), letter.exception(), letter.message()));
    }
}
