package broadsheet.sink.versions;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.sink.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("of the versions of a story")
class StoryVersionsTest {

    private static List<Wording> versions(List<String> bodies) {
        return IntStream.range(0, bodies.size())
                .mapToObj(i -> Samples.version(bodies.get(i), Duration.ofMinutes(i)))
                .toList();
    }

    private static StoryVersions shortened(List<Wording> versions) {
        return new StoryVersions(versions, List.of()).shortened();
    }

    @Test
    void allAreKeptUpToTheLimit() {
        List<Wording> versions = versions(Samples.liveBlog(1, StoryVersions.LIMIT));

        assertThat(shortened(versions)).isEqualTo(new StoryVersions(versions, List.of()));
    }

    @Nested
    @DisplayName("when there are three hundred,")
    class Many {

        private final List<Wording> versions = versions(Samples.liveBlog(1, 300));

        @Test
        void theFirstAndTheLatestAreKept() {
            List<Wording> expected = new ArrayList<>(versions.subList(0, StoryVersions.FIRST));
            expected.addAll(versions.subList(300 - StoryVersions.LATEST, 300));

            assertThat(shortened(versions).versions()).isEqualTo(expected);
        }

        @Test
        void allAreCounted() {
            assertThat(shortened(versions).number()).isEqualTo(300);
        }

        @Test
        void thoseThatAreDroppedAreKnownAgain() {
            StoryVersions storyVersions = shortened(versions);

            assertThat(versions).allMatch(version -> storyVersions.has(version.hash()));
        }

        @Test
        void shorteningAgainChangesNothing() {
            assertThat(shortened(versions).shortened()).isEqualTo(shortened(versions));
        }

        @Test
        void theEarliestFetchCountsThoughItsVersionIsDropped() {
            List<Wording> corrected = new ArrayList<>(versions);
            Wording middle = versions.get(150);
            Instant early = Samples.MONDAY.minusSeconds(1);
            corrected.set(
                    150,
                    new Wording(
                            middle.hash(),
                            early,
                            middle.last(),
                            early,
                            middle.modified(),
                            middle.url(),
                            early,
                            middle.fields(),
                            middle.sketch(),
                            middle.reading(),
                            middle.origin()));

            assertThat(shortened(corrected).firstSeen()).isEqualTo(early);
            assertThat(shortened(corrected).firstPublished()).isEqualTo(early);
        }
    }

    @Test
    void thoseOnBothSidesOfABreakAreKept() {
        List<String> bodies = new ArrayList<>(Samples.liveBlog(1, 150));
        bodies.addAll(Samples.liveBlog(2, 150));
        List<Wording> versions = versions(bodies);

        assertThat(shortened(versions).versions())
                .hasSize(StoryVersions.LIMIT + 3)
                .containsAll(versions.subList(148, 151));
        assertThat(shortened(versions).number()).isEqualTo(300);
    }

    @Test
    void noneIsKeptForABreakWhereEachIsAnother() {
        List<Wording> versions = versions(
                IntStream.range(0, 300).mapToObj(i -> Samples.text(i, 12)).toList());

        assertThat(shortened(versions).versions()).hasSize(StoryVersions.LIMIT);
    }

    @Test
    void noMoreAreCountedThanThereIsRoomForWhateverTheirOrder() {
        List<String> all = IntStream.range(0, Hashes.MOST + 10)
                .mapToObj(i -> Content.hash(new byte[] {(byte) i, (byte) (i >> 8)}, 8))
                .toList();
        List<String> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(1));

        Hashes inOrder = all.stream().reduce(Hashes.NONE, Hashes::with, Hashes::with);

        assertThat(inOrder.size()).isEqualTo(Hashes.MOST);
        assertThat(shuffled.stream().reduce(Hashes.NONE, Hashes::with, Hashes::with))
                .isEqualTo(inOrder);
        assertThat(Hashes.read(inOrder.toBytes())).isEqualTo(inOrder);
    }
}
