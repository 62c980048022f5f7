package broadsheet.sink;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Work of an instance that can wait: taking down, forgetting, settling. All of it together takes no more than a third of
 * one thread's time, whatever a piece costs and however much there is to do, so that articles go on beside it. Each piece has
 * others follow, the judge of copies has to forget what was taken down: that too is done in what is left of the time.
 *
 * <p>A task does a piece of bounded work, and then rests. Of {@code n} tasks that have such work each one is at it {@code 1 /
 * 3n} of the time: from the begin of a piece to that of its next one it is {@code 3n} times as long as the piece took.
 * A pause of fixed length would not do: where a piece takes longer than the pause, on a slow disk or beside other
 * processes, a thread of Kafka Streams does nothing else, and takes in one record for each round of all its tasks.
 *
 * <p>The clock says when the work is done, and nothing of what becomes of it.
 */
final class SideWork {

    /** Time between two pieces, at least. */
    static final Duration PAUSE = Duration.ofMillis(20);

    private static final int SHARE = 3;

    /** Tasks that have such work. */
    private final AtomicInteger atWork = new AtomicInteger();

    /** One task's part. To be used by the task's thread only, and closed with its processor. */
    final class Turns implements AutoCloseable {

        private long resting = Long.MIN_VALUE;
        private boolean working;

        private Turns() {}

        /**
         * Does a piece of work, or lets the time pass.
         *
         * @param now milliseconds since 1970
         */
        private void take(long now, Piece piece) {
            if (now < resting) {
                return;
            }
            long begun = System.nanoTime();
            piece.work(now);
            long taken = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            // What takes no time finds nothing to do.
            work(taken > 0);
            resting = now + taken * SHARE * atWork.get();
        }

        private void work(boolean has) {
            if (has != working) {
                working = has;
                atWork.addAndGet(has ? 1 : -1);
            }
        }

        @Override
        public void close() {
            work(false);
        }
    }

    /** A bounded part of the work; some milliseconds. */
    interface Piece {

        /**
         * Does it.
         *
         * @param now milliseconds since 1970
         */
        void work(long now);
    }

    /** Has a task do its part from now on. */
    Turns schedule(ProcessorContext<?, ?> context, Piece piece) {
        Turns turns = new Turns();
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, now -> turns.take(now, piece));
        return turns;
    }
}
