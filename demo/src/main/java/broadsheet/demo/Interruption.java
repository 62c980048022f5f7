package broadsheet.demo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What Ctrl-C means for a run. It keeps what is done: it says what has come out so far and how the ledger stands, stops its
 * stages and its broker and leaves nothing else on the disk; the process ends when all of that is done.
 */
final class Interruption {

    private static final Duration TIME_TO_TIDY = Duration.ofSeconds(60);

    private final AtomicBoolean happened = new AtomicBoolean();
    private final CountDownLatch tidy = new CountDownLatch(1);
    private volatile boolean wakesUp;

    /** What the process does when it is told to end. */
    Thread hook(Thread main) {
        return new Thread(() -> stop(main), "stop-demo");
    }

    private void stop(Thread main) {
        happened.set(true);
        if (wakesUp) {
            main.interrupt();
        }
        try {
            if (!tidy.await(TIME_TO_TIDY.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("broadsheet: did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether somebody wants it to end; true from then on. */
    AtomicBoolean happened() {
        return happened;
    }

    /** From now on the run only waits to be interrupted. */
    void wakesUp() {
        wakesUp = true;
    }

    /** All is put away. */
    void isTidy() {
        tidy.countDown();
    }
}
