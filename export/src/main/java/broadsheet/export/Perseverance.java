package broadsheet.export;

import broadsheet.runtime.settings.StartupException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How a target that is away is asked again: after a second, then after twice as long each time, up to a minute.
 *
 * @param patience how long in all
 * @param stop whoever waits for it is told to end
 * @param said told once of each absence
 */
record Perseverance(Duration patience, InstantSource clock, CountDownLatch stop, Consumer<String> said) {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /**
     * Does it as soon as the target answers.
     *
     * @throws StartupException if it does not in time, or if it was told to stop, which it tries once more before
     */
    void tryUntilDone(Runnable work) {
        Instant giveUp = clock.instant().plus(patience);
        for (Duration pause = FIRST_PAUSE; ; pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE)) {
            try {
                work.run();
                return;
            } catch (TargetAway e) {
                if (clock.instant().plus(pause).isAfter(giveUp) || stop.getCount() == 0) {
                    throw new StartupException(String.valueOf(e.getMessage()), e);
                }
                if (pause.equals(FIRST_PAUSE)) {
                    said.accept(e.getMessage() + "; it is tried again");
                }
                rest(pause);
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void rest(Duration pause) {
        try {
            boolean isToStop = stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            if (isToStop) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("interrupted while the target was away", e);
        }
    }
}
