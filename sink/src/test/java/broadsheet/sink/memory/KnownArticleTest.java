package broadsheet.sink.memory;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.sink.Samples;
import broadsheet.sink.versions.Hashes;
import broadsheet.sink.versions.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("an article that is kept")
class KnownArticleTest {

    private static final Duration REUSE_GAP = Duration.ofHours(12);
    private static final Hashes ADDRESS = Hashes.NONE.with("0123456789abcdef");

    private static Instant day(int days) {
        return Samples.MONDAY.plus(Duration.ofDays(days));
    }

    /** Another story on each day, and each last changed on that day. */
    private static KnownArticle stories(int days) {
        KnownArticle known = KnownArticle.nothing(Samples.id('a'));
        for (int day = 0; day < days; day++) {
            known = known.with(
                    Samples.version(Samples.text(day, 8), Duration.ofDays(day)), ADDRESS, Set.of(), REUSE_GAP);
        }
        List<StoryState> stories = new ArrayList<>();
        for (String id : known.versionsByStory(REUSE_GAP).keySet()) {
            stories.add(StoryState.begun(id).changedAt(day(stories.size())));
        }
        return known.withStories(stories, 0);
    }

    private static List<String> ids(KnownArticle known) {
        return List.copyOf(known.versionsByStory(REUSE_GAP).keySet());
    }

    @Test
    void isReachedByTheShortestOfVeryManyUrls() {
        KnownArticle known = KnownArticle.nothing(Samples.id('a'));
        Wording version = Samples.version(Samples.BRIDGE, Duration.ZERO);
        for (int i = 0; i < 2 * KnownArticle.KEYS; i++) {
            known = known.with(version, ADDRESS, Set.of("url:courier.example/bridge?visitor=" + i), REUSE_GAP);
        }
        known = known.with(version, ADDRESS, Set.of("url:courier.example/bridge", "domain:courier.example"), REUSE_GAP);

        assertThat(known.reach()).hasSize(KnownArticle.KEYS);
        assertThat(known.reach()).contains("url:courier.example/bridge", "domain:courier.example");
    }

    @Nested
    @DisplayName("with a story on each of ten days")
    class WithStories {

        private final KnownArticle known = stories(10);
        private final List<String> ids = ids(known);

        @Test
        void keepsItsFirstStoryAndForgetsLaterOnesThatAreOld() {
            KnownArticle left = new LaterStories(known, REUSE_GAP).forgetBefore(day(5));

            assertThat(ids(left))
                    .containsExactly(ids.get(0), ids.get(5), ids.get(6), ids.get(7), ids.get(8), ids.get(9));
            assertThat(left.stories()).extracting(StoryState::id).isEqualTo(ids(left));
        }

        @Test
        void remembersAnOldStoryThatCameLately() {
            StoryState late = known.stories().get(3).changedAt(day(100));

            assertThat(ids(new LaterStories(known.withStory(late), REUSE_GAP).forgetBefore(day(90))))
                    .containsExactly(ids.get(0), ids.get(3));
        }

        @Test
        void remembersAStoryThatWaitsForARuling() {
            StoryState waiting =
                    known.stories().get(3).withQuestion(new StoryState.Question("0123456789abcdef", day(3), "en"), 1);

            assertThat(ids(new LaterStories(known.withStory(waiting), REUSE_GAP).forgetBefore(day(90))))
                    .containsExactly(ids.get(0), ids.get(3));
        }
    }

    @Nested
    @DisplayName("with more stories than there is room for")
    class WithoutRoom {

        private final KnownArticle known = stories(KnownArticle.MOST + 5);
        private final List<String> ids = ids(known);

        private String hashOf(int story) {
            return known.versions().seen().get(story).hash();
        }

        @Test
        void forgetsTheEarliestOfTheLaterOnes() {
            KnownArticle left = new LaterStories(known, REUSE_GAP).forgetSurplus(hashOf(KnownArticle.MOST + 4));

            assertThat(ids(left))
                    .hasSize(KnownArticle.MOST)
                    .startsWith(ids.get(0), ids.get(6))
                    .endsWith(ids.get(KnownArticle.MOST + 4));
        }

        @Test
        void keepsTheOneOfWhichAVersionHasJustCome() {
            KnownArticle left = new LaterStories(known, REUSE_GAP).forgetSurplus(hashOf(1));

            assertThat(ids(left)).hasSize(KnownArticle.MOST).startsWith(ids.get(0), ids.get(1), ids.get(7));
        }
    }
}
