package broadsheet.runtime.records;

import broadsheet.runtime.settings.RecordLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the {@link Watch} each second: says which record takes long, and when there is no hope that it will end. */
public final class Watchman extends Thread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);
    private static final Duration GLANCE = Duration.ofSeconds(1);

    /** So many threads that were left to themselves can go on beside the work; more are to end with the process. */
    private static final int MOST_LEFT = 3;

    /** A producer that is made anew has no thread for a moment. */
    private static final int MOST_LOOKS_WITHOUT = 30;

    private static final Pattern STREAM_THREAD = Pattern.compile("-StreamThread-\\d+$");

    private final Watch watch;
    private final RecordLimits limits;
    private final String applicationId;
    private int looksWithout;
    private volatile boolean hopeless;
    private Runnable then = () -> {};
    private Optional<String> slow = Optional.empty();

    /** @param applicationId what the names of its threads begin with */
    public Watchman(Watch watch, RecordLimits limits, String applicationId) {
        super("watch-steps");
        setDaemon(true);
        this.watch = watch;
        this.limits = limits;
        this.applicationId = applicationId;
    }

    /** What to do then. */
    public void whenHopeless(Runnable act) {
        then = act;
    }

    /** Whether the stage has to be started anew to get on. */
    public boolean isHopeless() {
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
        looksWithout = lacksSenders() ? looksWithout + 1 : 0;
        if (looksWithout > MOST_LOOKS_WITHOUT) {
            return Optional.of("a thread of Kafka's producer has ended, as it does when memory is short");
        }
        return Worker.left() > MOST_LEFT
                ? Optional.of(Worker.left() + " threads do not come to an end with records that were given up")
                : watch.longerThan(limits.poll()).map(place -> "no end with " + place);
    }

    /** Kafka's own threads end without a word; a stage that lacks one looks well, and gets nothing done. */
    private boolean lacksSenders() {
        Thread[] threads = new Thread[2 * Thread.activeCount()];
        int count = Thread.enumerate(threads);
        int balance = 0;
        for (int i = 0; i < count; i++) {
            String name = threads[i].getName();
            if (name.startsWith("kafka-producer-network-thread | " + applicationId + "-")) {
                balance++;
            } else if (name.startsWith(applicationId + "-")
                    && STREAM_THREAD.matcher(name).find()) {
                balance--;
            }
        }
        return balance < 0;
    }

    @Override
    public void close() {
        interrupt();
    }
}
