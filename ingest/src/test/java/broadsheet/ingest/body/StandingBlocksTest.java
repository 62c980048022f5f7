package broadsheet.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("what still stands of a stretch")
class StandingBlocksTest {
    @Test
    void isAllThatWasNotTaken() {
        long seed = 7;
        var random = new Random(seed);
        var standing = new StandingBlocks(10, 60);
        var expected = IntStream.range(10, 60).boxed().collect(Collectors.toCollection(TreeSet::new));
        for (int i = 0; i < 60; i++) {
            int place = 10 + random.nextInt(50);
            standing.take(place);
            expected.remove(place);
            int from = 10 + random.nextInt(50);
            Integer next = expected.ceiling(from);
            assertThat(standing.from(from)).as("seed %d, from %d", seed, from).isEqualTo(next == null ? 60 : next);
        }
    }

    @Test
    void isFoundAgainAfterItWasPutBack() {
        var standing = new StandingBlocks(0, 3);
        standing.take(0);
        standing.take(1);
        standing.putBack(1);
        assertThat(standing.from(1)).isEqualTo(1);
    }
}
