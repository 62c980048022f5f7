package broadsheet.fetch.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("how far the requests of a partition are done")
class WindowsTest {

    @Test
    void isTheFirstOpenOneAndWhatIsDoneBeyondIt() {
        Windows window = Windows.of(5, "");
        for (long offset = 5; offset < 10; offset++) {
            window.take(offset);
        }
        window.finish(7);
        window.finish(9);
        assertThat(window.offset()).isEqualTo(5);
        Windows restarted = Windows.of(window.offset(), window.metadata());
        assertThat(restarted.take(5)).isTrue();
        assertThat(restarted.take(7)).isFalse();
        assertThat(restarted.take(8)).isTrue();
        assertThat(restarted.take(9)).isFalse();
        window.finish(5);
        window.finish(6);
        window.finish(8);
        assertThat(window.offset()).isEqualTo(10);
        assertThat(window.metadata()).isEmpty();
    }

    @Test
    void behaviour25DoesEachOnceWhateverIsKilledInBetween() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Set<Long> done = new HashSet<>();
        long offset = 0;
        String metadata = "";
        for (int life = 0; life < 50; life++) {
            Windows window = Windows.of(offset, metadata);
            List<Long> open = new ArrayList<>();
            for (long next = offset; next < offset + 300; next++) {
                if (window.take(next)) {
                    open.add(next);
                }
            }
            Collections.shuffle(open, random);
            for (long next : open.subList(0, random.nextInt(open.size()))) {
                assertThat(done.add(next)).as("seed %d, offset %d", seed, next).isTrue();
                window.finish(next);
            }
            offset = window.offset();
            metadata = window.metadata();
            assertThat(metadata.length()).isLessThan(4096);
        }
    }

    @Test
    void startsWhereTheTopicStarts() {
        Windows window = Windows.of(0, "");
        assertThat(window.take(5_000_000_000L)).isTrue();
        window.finish(5_000_000_000L);
        assertThat(window.offset()).isEqualTo(5_000_000_001L);
    }

    @Test
    void staysWithinWhatKafkaTakesWhenItIsFull() {
        Windows window = Windows.of(0, "");
        for (long offset = 0; !window.isFull(); offset++) {
            window.take(offset);
        }
        for (long offset = 1; offset < Windows.WIDTH; offset++) {
            window.finish(offset);
        }
        assertThat(window.metadata().length()).isLessThanOrEqualTo(4096);
    }
}
