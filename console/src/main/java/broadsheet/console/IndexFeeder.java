package broadsheet.console;

import broadsheet.console.index.SearchIndex;
import broadsheet.export.Bookmark;
import broadsheet.export.Change;
import broadsheet.export.Export;
import broadsheet.export.Target;
import broadsheet.runtime.health.Health;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.StartupException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index up with the topics, in a thread of its own. While the brokers are away the index answers from what it has,
 * and the feeder tries again; when the index cannot be written, it ends.
 */
final class IndexFeeder extends Thread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFeeder.class);
    private static final Duration BETWEEN_GLANCES = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(8);

    /** What another console would make of the same records: with other words, all is read anew. */
    private static final String TERMS = "console";

    private final RuntimeSettings settings;
    private final SearchIndex index;
    private final Path poison;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Optional<Export> current = Optional.empty();
    private volatile long heard = System.nanoTime();
    private volatile boolean isBroken;

    IndexFeeder(RuntimeSettings settings, SearchIndex index, Path poison) {
        super("feed-index");
        setDaemon(true);
        this.settings = settings;
        this.index = index;
        this.poison = poison;
    }

    @Override
    public void run() {
        try {
            while (!isStopped()) {
                follow();
            }
        } catch (InterruptedException e) {
            // Stopped.
        } catch (RuntimeException | Error breakdown) {
            // A broken world ends the service; what was asked is answered until then. Told to stop, and not done in
            // time, it
            // finds the index closed.
            if (!isStopped()) {
                isBroken = true;
                LOG.error("the index cannot be kept up", breakdown);
            }
        } finally {
            ended.countDown();
        }
    }

    private void follow() throws InterruptedException {
        try (Export export = Export.ofAll(settings, new Listening(index), TERMS, poison, LOG::info)) {
            current = Optional.of(export);
            if (!isStopped()) {
                export.follow(BETWEEN_GLANCES);
            }
        } catch (KafkaException | StartupException away) {
            LOG.warn("the topics cannot be read, it is tried again: {}", away.getMessage());
            if (stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } finally {
            current = Optional.empty();
        }
    }

    /** The index, and that something was heard of the topics. It stays open when an export ends. */
    private final class Listening implements Target {

        private final SearchIndex index;

        Listening(SearchIndex index) {
            this.index = index;
        }

        @Override
        public Optional<Bookmark> bookmark() {
            return index.bookmark();
        }

        @Override
        public void take(List<Change> changes, Bookmark after, Consumer<Refusal> refused) {
            index.take(changes, after, refused);
            heard = System.nanoTime();
        }

        @Override
        public void settle(Bookmark now) {
            index.settle(now);
            heard = System.nanoTime();
        }

        @Override
        public long rows() {
            return index.rows();
        }

        @Override
        public void close() {}
    }

    Health health() {
        if (isBroken) {
            return Health.BROKEN;
        }
        if (isStopped()) {
            return Health.STOPPING;
        }
        boolean isSilent = System.nanoTime() - heard > LONGEST_SILENCE.toNanos();
        return isSilent ? Health.CUT_OFF : index.isSettled() ? Health.RUNNING : Health.REBALANCING;
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Waits until it has ended, by {@link #close} or of itself; true if of itself. */
    boolean awaitEnd() throws InterruptedException {
        ended.await();
        return isBroken;
    }

    /** Ends it after what it is at. */
    @Override
    public void close() {
        stopped.countDown();
        current.ifPresent(Export::stop);
        try {
            if (getState() != State.NEW && !ended.await(TIME_TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the index did not stop in time; it goes on from its last commit");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
