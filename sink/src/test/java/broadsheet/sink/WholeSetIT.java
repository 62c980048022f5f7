package broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Json;
import broadsheet.model.PublishedArticle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A whole set of articles through the real topology, in many orders, as {@link DisorderedSet} has it. It takes minutes: run it with {@code mvn
 * verify -Ddedup.articles=FILE}, a file of the lines that {@link Dedup} reads.
 */
@DisplayName("what is published in the end of a whole set")
@EnabledIfSystemProperty(named = "dedup.articles", matches = ".+", disabledReason = "no -Ddedup.articles=FILE given")
class WholeSetIT {

    /** Enough for the takedown of all that one outlet has: it is worked off a few articles at a time. */
    private static final int STEPS_OF_TAKEDOWNS = 100;

    private static final List<EnrichedArticle> ARTICLES = read();
    private static final Result IN_ORDER = run(ARTICLES, List.of(), sink -> {});

    private record Result(Map<String, String> published, Map<String, String> copies) {}

    private static List<EnrichedArticle> read() {
        String file = System.getProperty("dedup.articles", "");
        return file.isEmpty() ? List.of() : DisorderedSet.read(Path.of(file));
    }

    private static Result run(List<EnrichedArticle> articles, List<Consumer<Sink>> middle, Consumer<Sink> each) {
        try (var sink = new Sink()) {
            for (int i = 0; i < articles.size(); i++) {
                if (i == articles.size() / 2) {
                    middle.forEach(request -> request.accept(sink));
                }
                assertThat(sink.put(articles.get(i))).hasSize(1);
                each.accept(sink);
                if (i % 100 == 0) {
                    sink.published();
                    sink.copies();
                }
            }
            for (int step = 0; step < STEPS_OF_TAKEDOWNS; step++) {
                sink.heedTakedowns();
            }
            return new Result(sink.published(), sink.copies());
        }
    }

    private static List<EnrichedArticle> shuffled(List<EnrichedArticle> articles, long seed) {
        List<EnrichedArticle> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    static List<Long> seeds() {
        return new Random(2026)
                .longs(Integer.getInteger("dedup.shuffles", 20))
                .boxed()
                .toList();
    }

    @ParameterizedTest(name = "is the same for the shuffle with seed {0}")
    @MethodSource("seeds")
    void isTheSameForAnyShuffle(long seed) {
        assertSame(run(shuffled(ARTICLES, seed), List.of(), sink -> {}));
    }

    @Test
    void isTheSameForTwoHalvesOneAfterTheOther() {
        int middle = ARTICLES.size() / 2;
        List<EnrichedArticle> halves = new ArrayList<>(ARTICLES.subList(middle, ARTICLES.size()));
        halves.addAll(ARTICLES.subList(0, middle));
        assertSame(run(halves, List.of(), sink -> {}));
    }

    @Test
    void isTheSameWithEveryRecordTwice() {
        List<EnrichedArticle> twice = new ArrayList<>(ARTICLES);
        twice.addAll(ARTICLES);
        assertSame(run(shuffled(twice, 11), List.of(), sink -> {}));
    }

    @Test
    void isTheSameWithTakedownsInTheMiddleOfAnyOrderThatOverlap() {
        // An original with copies, a page by its URL, all of one outlet, and a page of that outlet, which is lifted.
        String original = Json.read(
                        IN_ORDER.copies().values().iterator().next().getBytes(StandardCharsets.UTF_8),
                        PublishedArticle.class)
                .copyOf()
                .orElseThrow()
                .id();
        Article page = ARTICLES.get(4_000 % ARTICLES.size()).article();
        Article first = ARTICLES.get(0).article();
        List<Consumer<Sink>> requests = List.of(
                sink -> sink.takeDown(original),
                sink -> sink.takeDown(page.url().orElseThrow()),
                sink -> sink.takeDown(first.url().orElseThrow()),
                sink -> sink.takeDown(first.source().domain().orElseThrow()),
                sink -> sink.lift(first.url().orElseThrow()));
        Result inOrder = run(ARTICLES, requests, sink -> {});
        Result other = run(shuffled(ARTICLES, 12), requests, sink -> {});
        assertThat(inOrder.published()).isNotEqualTo(IN_ORDER.published()).doesNotContainKey(original);
        assertThat(other.published()).isEqualTo(inOrder.published());
        assertThat(other.copies()).isEqualTo(inOrder.copies());
    }

    @Test
    @DisplayName("is whole at every moment: each id that was seen is on exactly one of the two topics")
    void losesNothingAtAnyMoment() {
        List<EnrichedArticle> shuffled = shuffled(ARTICLES, 13);
        Set<String> ids =
                ARTICLES.stream().map(fetched -> fetched.article().id()).collect(Collectors.toSet());
        run(shuffled, List.of(), sink -> {
            // What was not written to now is where it was after the record before. The id of a later story under a URL
            // goes when an earlier version of it gives it another.
            for (String key : sink.changedKeys()) {
                assertThat(sink.topicsWith(key)).as(key).isBetween(ids.contains(key) ? 1 : 0, 1);
            }
            assertThat(sink.topicsWith(shuffled.get(sink.inputs() - 1).article().id()))
                    .isOne();
        });
    }

    private static void assertSame(Result result) {
        assertThat(IN_ORDER.copies()).hasSizeGreaterThan(ARTICLES.size() / 10);
        assertThat(result.published()).isEqualTo(IN_ORDER.published());
        assertThat(result.copies()).isEqualTo(IN_ORDER.copies());
    }
}
