package broadsheet.sink.versions;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.sink.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the versions of an article")
class TimelineTest {

    private static final Duration REUSE_GAP = Duration.ofHours(12);

    private static Timeline kept(List<Wording> versions) {
        return timeline(versions, timeline -> timeline.shortened(REUSE_GAP));
    }

    /** As it would be if nothing were dropped. */
    private static Timeline whole(List<Wording> versions) {
        return timeline(versions, UnaryOperator.identity());
    }

    private static Timeline timeline(List<Wording> versions, UnaryOperator<Timeline> shortened) {
        Timeline timeline = Timeline.EMPTY;
        for (Wording version : versions) {
            timeline = shortened.apply(timeline.with(version));
        }
        return timeline;
    }

    /** What is published of each story, but for its history, and what orders it among others. */
    private static List<List<Object>> essence(Timeline timeline) {
        return timeline.stories(REUSE_GAP).stream()
                .map(storyVersions -> List.<Object>of(
                        storyVersions.first(),
                        storyVersions.latest(),
                        storyVersions.before(),
                        storyVersions.number(),
                        storyVersions.firstSeen(),
                        storyVersions.firstPublished()))
                .toList();
    }

    /** A version each minute. */
    private static Stream<Wording> versions(List<String> bodies, Duration from) {
        return IntStream.range(0, bodies.size()).mapToObj(i -> Samples.version(bodies.get(i), from.plusMinutes(i)));
    }

    private static List<Wording> shuffled(List<Wording> versions, long seed) {
        List<Wording> shuffled = new ArrayList<>(versions);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static List<Wording> reversed(List<Wording> versions) {
        List<Wording> reversed = new ArrayList<>(versions);
        Collections.reverse(reversed);
        return reversed;
    }

    @Nested
    @DisplayName("whose URL had three live blogs, one a day")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class ThreeBlogs {

        private final List<Wording> versions = Stream.of(0, 1, 2)
                .flatMap(day -> versions(Samples.liveBlog(day, 900), Duration.ofDays(day)))
                .toList();
        /** Half of them are fetched twice. */
        private final List<Wording> fetches = Stream.concat(
                        versions.stream(), Stream.of(0, 1, 2).flatMap(this::again))
                .toList();

        private Stream<Wording> again(int day) {
            return versions(Samples.liveBlog(day, 450), Duration.ofDays(day).plusSeconds(30));
        }

        private final List<List<Object>> expected = essence(whole(fetches));

        @Test
        void sayOfTheStoriesWhatAllOfThemWouldSay() {
            assertThat(expected).hasSize(3);
            assertThat(essence(kept(fetches))).isEqualTo(expected);
        }

        @ParameterizedTest(name = "are the same for the shuffle with seed {0}")
        @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
        void areTheSameInAnyOrder(long seed) {
            assertThat(essence(kept(shuffled(fetches, seed)))).isEqualTo(expected);
        }

        @Test
        void sayTheSameFromTheLastToTheFirst() {
            assertThat(essence(kept(reversed(fetches)))).isEqualTo(expected);
        }

        @Test
        void sayTheSameWhenTheyComeOnceMore() {
            Timeline once = kept(fetches);

            assertThat(fetches).allMatch(version -> once.with(version).equals(once));
        }
    }

    @ParameterizedTest(
            name = "are all kept where two stories of fifty follow each other, for the shuffle with seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void areAllKeptWhereTwoStoriesOfFiftyFollowEachOther(long seed) {
        List<Wording> stories = Stream.concat(
                        versions(Samples.liveBlog(1, 50), Duration.ZERO),
                        versions(Samples.liveBlog(2, 50), Duration.ofMinutes(740)))
                .toList();

        assertThat(whole(stories).stories(REUSE_GAP)).hasSize(2);
        assertThat(kept(shuffled(stories, seed))).isEqualTo(whole(stories));
        assertThat(kept(reversed(stories))).isEqualTo(whole(stories));
    }

    @ParameterizedTest(name = "are the same where each is another text, for the shuffle with seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void areTheSameWhereEachIsAnotherText(long seed) {
        List<Wording> ticker = versions(
                        IntStream.range(0, 1_500)
                                .mapToObj(i -> Samples.text(i, 8))
                                .toList(),
                        Duration.ZERO)
                .toList();

        assertThat(essence(kept(shuffled(ticker, seed)))).hasSize(3).isEqualTo(essence(whole(ticker)));
    }

    @Nested
    @DisplayName("of a live blog, of which many are dropped")
    class OfABlog {

        private final List<Wording> versions =
                versions(Samples.liveBlog(1, 900), Duration.ZERO).toList();
        private final Timeline kept = kept(versions);

        @Test
        void countALateOneAmongThoseDroppedAndBeginNoStoryWithIt() {
            Timeline more = kept.with(Samples.version(Samples.text(7, 12), Duration.ofMinutes(800)))
                    .shortened(REUSE_GAP);

            assertThat(more.stories(REUSE_GAP)).singleElement().satisfies(storyVersions -> {
                assertThat(storyVersions.number()).isEqualTo(901);
                assertThat(storyVersions.versions()).isEqualTo(kept.seen());
            });
        }

        @Test
        void countADroppedOneOnceThoughItBecomesTheLatestAgain() {
            String body = Samples.liveBlog(1, 900).get(840);

            Timeline more =
                    kept.with(Samples.version(body, Duration.ofMinutes(1_000))).shortened(REUSE_GAP);

            assertThat(more.stories(REUSE_GAP)).singleElement().satisfies(storyVersions -> {
                assertThat(storyVersions.number()).isEqualTo(900);
                assertThat(storyVersions.latest().hash())
                        .isEqualTo(versions.get(840).hash());
            });
        }
    }

    @Nested
    @DisplayName("of which a story is forgotten")
    class Forgotten {

        private final List<Wording> versions = IntStream.range(0, 4)
                // The last but one is like the first.
                .mapToObj(day -> Samples.version(
                        day == 2 ? Samples.BRIDGE + "\n\nMore on this." : Samples.text(day, 12), Duration.ofDays(day)))
                .toList();
        private final Timeline before = kept(List.of(
                Samples.version(Samples.BRIDGE, Duration.ZERO), versions.get(1), versions.get(2), versions.get(3)));
        private final Timeline after = before.without(before.stories(REUSE_GAP).get(1));

        @Test
        void leaveTheOtherStoriesAsTheyAre() {
            List<StoryVersions> others = new ArrayList<>(before.stories(REUSE_GAP));
            others.remove(1);

            assertThat(after.stories(REUSE_GAP)).hasSize(3).isEqualTo(others);
        }

        @Test
        void areAsBeforeWhenItComesAgain() {
            assertThat(after.with(versions.get(1)).stories(REUSE_GAP)).isEqualTo(before.stories(REUSE_GAP));
        }
    }
}
