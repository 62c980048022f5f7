package broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("work that can wait")
class SideWorkTest {

    private static final long PAUSE = SideWork.PAUSE.toMillis();
    private static final long PIECE = 30;

    private final SideWork work = new SideWork();
    private final List<Long> done = new ArrayList<>();

    private Punctuator task() {
        var context = new MockProcessorContext<Void, Void>();
        var unused = work.schedule(context, this::piece);
        return context.scheduledPunctuators().get(0).getPunctuator();
    }

    /** Takes longer than the pause, as on a machine that is busy. */
    private void piece(long now) {
        done.add(now);
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < Duration.ofMillis(PIECE).toNanos()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void isLookedAtFiftyTimesASecond() {
        var context = new MockProcessorContext<Void, Void>();
        var unused = work.schedule(context, this::piece);
        assertThat(context.scheduledPunctuators().get(0).getInterval()).isEqualTo(Duration.ofMillis(20));
    }

    @Nested
    @DisplayName("of one task")
    class OfOneTask {

        @Test
        void takesNoMoreThanHalfOfTheTime() {
            Punctuator task = task();
            for (long now = 0; now < 1_000; now += PAUSE) {
                task.punctuate(now);
            }
            assertThat(done).hasSizeBetween(2, (int) (1_000 / (2 * PIECE)) + 1);
        }
    }

    @Nested
    @DisplayName("of four tasks")
    class OfFourTasks {

        @Test
        void takesNoMoreOfAllOfThemTogetherAndEachHasItsTurn() {
            List<Punctuator> tasks = List.of(task(), task(), task(), task());
            for (long now = 0; now < 2_000; now += PAUSE) {
                for (Punctuator task : tasks) {
                    task.punctuate(now);
                }
            }
            assertThat(done).hasSizeBetween(8, (int) (2_000 / (2 * PIECE)) + 4);
        }
    }

    @Test
    void isGivenMoreTimeWhenOtherTasksHaveNoneOrAreGone() {
        Punctuator task = task();
        for (int i = 0; i < 9; i++) {
            var context = new MockProcessorContext<Void, Void>();
            SideWork.Turns turns = work.schedule(context, i % 2 == 0 ? this::piece : now -> {});
            context.scheduledPunctuators().get(0).getPunctuator().punctuate(0);
            turns.close();
        }
        done.clear();
        for (long now = 0; now < 1_000; now += PAUSE) {
            task.punctuate(now);
        }
        assertThat(done).hasSizeGreaterThan(2);
    }
}
