package broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.EnrichedArticle;
import broadsheet.model.Outcome;
import broadsheet.model.Version;
import broadsheet.sink.versions.StoryVersions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a page that changes without end:")
class LongHistoryTest {

    private static final String ID = Samples.id('a');
    private static final int VERSIONS = 600;

    private static Stream<EnrichedArticle> fetches(List<String> bodies, Duration from, Duration apart) {
        return IntStream.range(0, bodies.size())
                .mapToObj(i -> Samples.article(
                        ID, "courier.example", "As it happens", bodies.get(i), from.plus(apart.multipliedBy(i))));
    }

    private static List<EnrichedArticle> shuffled(List<EnrichedArticle> fetches, long seed) {
        List<EnrichedArticle> shuffled = new ArrayList<>(fetches);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    /** Puts them in; returns the bytes of the largest record that was kept of the article. */
    private static int put(Sink sink, List<EnrichedArticle> fetches) {
        int largest = 0;
        for (EnrichedArticle fetch : fetches) {
            assertThat(sink.put(fetch)).hasSize(1);
            largest = Math.max(largest, sink.largestKept());
        }
        return largest;
    }

    @Nested
    @DisplayName("a live blog of six hundred versions in ten hours, six times what is listed,")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class LiveBlog {

        private final List<EnrichedArticle> fetches = fetches(
                        Samples.liveBlog(1, VERSIONS), Duration.ZERO, Duration.ofMinutes(1))
                .toList();
        private final Sink sink = new Sink();
        private int largest;
        private Map<String, String> inOrder = Map.of();

        @BeforeAll
        void begin() {
            largest = put(sink, fetches);
            inOrder = sink.published();
        }

        @AfterAll
        void close() {
            sink.close();
        }

        @Test
        void isOneStoryThoughNothingIsLeftOfItsFirstText() {
            assertThat(inOrder).containsOnlyKeys(ID);
        }

        @Test
        void countsAllVersionsAndListsTheFirstAndTheLatest() {
            Version version = sink.publishedArticle(ID).version();

            assertThat(version.number()).isEqualTo(VERSIONS);
            assertThat(version.changedFields()).containsExactly("body");
            assertThat(version.substantive()).isFalse();
            assertThat(version.firstPublished()).isEqualTo(Samples.MONDAY);
            assertThat(version.history()).hasSize(StoryVersions.LIMIT);
            assertThat(version.history().get(StoryVersions.FIRST - 1).at())
                    .isEqualTo(Samples.MONDAY.plus(Duration.ofMinutes(StoryVersions.FIRST - 1)));
            assertThat(version.history().get(StoryVersions.FIRST).at())
                    .isEqualTo(Samples.MONDAY.plus(Duration.ofMinutes(VERSIONS - StoryVersions.LATEST)));
        }

        @Test
        void isKeptIn150Kilobytes() {
            assertThat(largest).isLessThan(150_000);
            assertThat(sink.contents()).isEqualTo(StoryVersions.LIMIT);
        }

        @Test
        void isUnchangedWhenAllVersionsComeAgain() {
            sink.newlyPublished();

            assertThat(shuffled(fetches, 3))
                    .allSatisfy(fetch -> assertThat(sink.put(fetch))
                            .extracting(Outcome::kind)
                            .containsExactly(Outcome.Kind.UNCHANGED));
            assertThat(sink.newlyPublished()).isEmpty();
        }

        @ParameterizedTest(name = "is the same for the shuffle with seed {0}")
        @ValueSource(longs = {1, 2})
        void isTheSameForAnyShuffle(long seed) {
            try (var other = new Sink()) {
                assertThat(put(other, shuffled(fetches, seed))).isLessThan(150_000);
                assertThat(other.published()).isEqualTo(inOrder);
            }
        }
    }

    @Nested
    @DisplayName("a live blog of which versions are dropped")
    class WithDroppedVersions {

        private final List<EnrichedArticle> fetches = fetches(
                        Samples.liveBlog(1, 200), Duration.ZERO, Duration.ofMinutes(1))
                .toList();

        @Test
        void isRevisedByALateVersionFromThen() {
            try (var sink = new Sink()) {
                put(sink, fetches);

                var late = Samples.article(
                        ID, "courier.example", "As it happens", Samples.BRIDGE, Duration.ofSeconds(6_001));

                assertThat(sink.put(late)).extracting(Outcome::kind).containsExactly(Outcome.Kind.REVISED);
                assertThat(sink.published()).containsOnlyKeys(ID);
                assertThat(sink.publishedArticle(ID).version().number()).isEqualTo(201);
                assertThat(sink.put(late)).extracting(Outcome::kind).containsExactly(Outcome.Kind.UNCHANGED);
            }
        }

        @Test
        void isTakenDownAsAWhole() {
            try (var sink = new Sink()) {
                put(sink, fetches);

                sink.takeDown("https://courier.example/as-it-happens");

                assertThat(sink.published()).isEmpty();
                assertThat(sink.contents()).isZero();
                assertThat(sink.put(fetches.get(100))).extracting(Outcome::kind).containsExactly(Outcome.Kind.WITHHELD);
            }
        }
    }

    @Nested
    @DisplayName("a URL with another story on each of two hundred days")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class ReusedDaily {

        private final List<EnrichedArticle> fetches = IntStream.range(0, 200)
                .boxed()
                .flatMap(day -> fetches(
                        List.of(Samples.text(day, 12), Samples.text(day, 13)),
                        Duration.ofDays(day),
                        Duration.ofHours(1)))
                .toList();
        private final Sink sink = new Sink();
        private int early;
        private int late;
        private Map<String, String> inOrder = Map.of();

        @BeforeAll
        void begin() {
            early = put(sink, fetches.subList(0, 200));
            late = put(sink, fetches.subList(200, 400));
            inOrder = sink.published();
        }

        @AfterAll
        void close() {
            sink.close();
        }

        @Test
        void leavesAllStoriesDownstream() {
            assertThat(inOrder).hasSize(200).containsKey(ID);
            assertThat(sink.copies()).isEmpty();
        }

        @Test
        void isKeptInLittleMoreRoomThanThatOfThoseRemembered() {
            assertThat(late).isLessThan(early * 5 / 4);
        }

        @Test
        void isTheSameWhenAllComesAgain() {
            put(sink, fetches);

            assertThat(sink.published()).isEqualTo(inOrder);
        }
    }

    @Nested
    @DisplayName("a URL with another story on each of a hundred days, the earlier ones of which are forgotten,")
    class ForgottenStories {

        private final List<EnrichedArticle> fetches = IntStream.range(0, 100)
                .boxed()
                .flatMap(day -> fetches(List.of(Samples.text(day, 12)), Duration.ofDays(day), Duration.ZERO))
                .toList();
        private final Sink sink = new Sink();
        private List<String> ids = List.of();

        @BeforeEach
        void begin() {
            ids = fetches.stream()
                    .map(fetch -> sink.put(fetch).get(0).articleId().orElseThrow())
                    .toList();
            assertThat(sink.published()).containsOnlyKeys(ids);
        }

        @AfterEach
        void close() {
            sink.close();
        }

        @Test
        void isTakenDownWithAllOfThem() {
            sink.takeDown("courier.example");

            assertThat(sink.published()).isEmpty();
            assertThat(sink.receipts())
                    .singleElement()
                    .satisfies(receipt -> assertThat(receipt.value.ids()).hasSameElementsAs(ids));
        }

        @Test
        void losesOneOfThemByATakedownOfIt() {
            sink.takeDown(ids.get(3));

            assertThat(sink.published()).hasSize(99).doesNotContainKey(ids.get(3));
            assertThat(sink.put(fetches.get(3))).extracting(Outcome::kind).containsExactly(Outcome.Kind.WITHHELD);
        }

        @Test
        void writesNothingWhenOneOfThemComesAgain() {
            sink.newlyPublished();

            sink.put(fetches.get(3));

            assertThat(sink.newlyPublished()).isEmpty();
        }
    }

    @Nested
    @DisplayName("a URL with a live blog of fifty versions on each of fourteen days")
    class BlogsDaily {

        private final List<EnrichedArticle> fetches = IntStream.range(0, 14)
                .boxed()
                .flatMap(day -> fetches(Samples.liveBlog(day, 50), Duration.ofDays(day), Duration.ofMinutes(10)))
                .toList();

        @Test
        void isKeptInNoMoreThanItsRoomAndIsTheSameWhenAllComesAgain() {
            try (var sink = new Sink()) {
                assertThat(put(sink, fetches)).isLessThan(900_000);
                Map<String, String> published = sink.published();
                assertThat(published).hasSize(14);

                put(sink, fetches);

                assertThat(sink.published()).isEqualTo(published);
            }
        }
    }
}
