package broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;

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
class ChapterTest {

    private static List<Seen> versions(List<String> bodies) {
        return IntStream.range(0, bodies.size())
                .mapToObj(i -> Samples.version(bodies.get(i), Duration.ofMinutes(i)))
                .toList();
    }

    private static Chapter shortened(List<Seen> versions) {
        return new Chapter(versions, List.of()).shortened();
    }

    @Test
    void allAreKeptUpToTheLimit() {
        List<Seen> versions = versions(Samples.liveBlog(1, Chapter.LIMIT));

        assertThat(shortened(versions)).isEqualTo(new Chapter(versions, List.of()));
    }

    @Nested
    @DisplayName("when there are three hundred,")
    class Many {

        private final List<Seen> versions = versions(Samples.liveBlog(1, 300));

        @Test
        void theFirstAndTheLatestAreKept() {
            List<Seen> expected = new ArrayList<>(versions.subList(0, Chapter.FIRST));
            expected.addAll(versions.subList(300 - Chapter.LATEST, 300));

            assertThat(shortened(versions).versions()).isEqualTo(expected);
        }

        @Test
        void allAreCounted() {
            assertThat(shortened(versions).number()).isEqualTo(300);
        }

        @Test
        void thoseThatAreDroppedAreKnownAgain() {
            Chapter chapter = shortened(versions);

            assertThat(versions).allMatch(version -> chapter.has(version.hash()));
        }

        @Test
        void shorteningAgainChangesNothing() {
            assertThat(shortened(versions).shortened()).isEqualTo(shortened(versions));
        }

        @Test
        void theEarliestFetchCountsThoughItsVersionIsDropped() {
            List<Seen> corrected = new ArrayList<>(versions);
            Seen middle = versions.get(150);
            Instant early = Samples.MONDAY.minusSeconds(1);
            corrected.set(
                    150,
                    new Seen(
                            middle.hash(),
                            early,
                            middle.last(),
                            early,
                            middle.modified(),
                            middle.url(),
                            early,
                            middle.fields(),
                            middle.gist(),
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
        List<Seen> versions = versions(bodies);

        assertThat(shortened(versions).versions()).hasSize(Chapter.LIMIT + 3).containsAll(versions.subList(148, 151));
        assertThat(shortened(versions).number()).isEqualTo(300);
    }

    @Test
    void noneIsKeptForABreakWhereEachIsAnother() {
        List<Seen> versions = versions(
                IntStream.range(0, 300).mapToObj(i -> Samples.text(i, 12)).toList());

        assertThat(shortened(versions).versions()).hasSize(Chapter.LIMIT);
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
