package broadsheet.runtime;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the {@link Watch} each second: says which record takes long, and when there is no hope that it will end. */
final class Watchman extends Thread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);
    private static final Duration GLANCE = Duration.ofSeconds(1);

    /** So many threads that were left to themselves can go on beside the work; more are to end with the process. */
    private static final int MOST_LEFT = 3;

    private final Watch watch;
    private final RecordLimits limits;
    private volatile boolean hopeless;
    private Runnable then = () -> {};
    private Optional<String> slow = Optional.empty();

    Watchman(Watch watch, RecordLimits limits) {
        super("watch-steps");
        setDaemon(true);
        this.watch = watch;
        this.limits = limits;
    }

    /** What to do then. */
    void whenHopeless(Runnable act) {
        then = act;
    }

    /** Whether the stage has to be started anew to get on. */
    boolean isHopeless() {
        return hopeless;
    }

    @Override
    public void run() {
        try {
            while (!hopeless) {
                TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
                look();
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private void look() {
        Optional<String> now = watch.longerThan(limits.record());
        now.filter(place -> !slow.equals(now)).ifPresent(place -> LOG.warn("still at work on {}", place));
        slow = now;
        breakdown().ifPresent(why -> {
            LOG.error("the stage has to be started anew: {}", why);
            hopeless = true;
            then.run();
        });
    }

    private Optional<String> breakdown() {
        return Worker.left() > MOST_LEFT
                ? Optional.of(Worker.left() + " threads do not come to an end with records that were given up")
                : watch.longerThan(limits.poll()).map(place -> "no end with " + place);
    }

    @Override
    public void close() {
        interrupt();
    }
}
