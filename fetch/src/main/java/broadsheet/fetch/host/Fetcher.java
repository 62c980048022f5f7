package broadsheet.fetch.host;

import broadsheet.fetch.FetchSettings;
import broadsheet.fetch.http.Web;
import broadsheet.model.StageName;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.health.Health;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.stage.StageService.Companion;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The half of {@code fetch} that asks: requests in, raw pages and the fetch ledger out. It works in {@link Shift}s: one
 * ends when the group or a transaction goes on without us, and the next one takes up what was not written, as a stream
 * thread would that is replaced. What no new shift can mend ends the stage.
 */
public final class Fetcher implements Companion {

    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(5);
    private static final int READERS = 2;

    private final RuntimeSettings runtime;
    private final FetchSettings settings;
    private final Web web;
    private final FetchMeters meters;
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS, Fetcher::daemon);
    private final Thread thread = new Thread(this::run, "fetcher");
    private final Consumer<Throwable> onBreakdown;
    private volatile boolean stopping;
    private volatile Health health = Health.REBALANCING;

    private Fetcher(
            RuntimeSettings runtime,
            FetchSettings settings,
            Web web,
            MeterRegistry registry,
            Consumer<Throwable> onBreakdown) {
        this.runtime = runtime;
        this.settings = settings;
        this.web = web;
        this.meters = new FetchMeters(registry);
        this.onBreakdown = onBreakdown;
    }

    /** The consumer group of those that ask. */
    public static String group(RuntimeSettings runtime) {
        return ClientConfigs.applicationId(runtime, StageName.FETCH) + "-requests";
    }

    /**
     * Starts.
     *
     * @param onBreakdown told what broke it, if anything does
     */
    public static Fetcher start(
            RuntimeSettings runtime,
            FetchSettings settings,
            Web web,
            MeterRegistry registry,
            Consumer<Throwable> onBreakdown) {
        var fetcher = new Fetcher(runtime, settings, web, registry, onBreakdown);
        fetcher.thread.start();
        return fetcher;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fetch-reader");
        thread.setDaemon(true);
        return thread;
    }

    private void run() {
        try {
            while (!stopping) {
                work();
            }
            health = Health.STOPPING;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            health = Health.STOPPING;
        } catch (RuntimeException | Error broken) {
            // The end of the thread: whoever watches the stage is told, and ends it.
            health = Health.BROKEN;
            onBreakdown.accept(broken);
        } finally {
            web.close();
            readers.shutdownNow();
        }
    }

    private void work() throws InterruptedException {
        health = Health.REBALANCING;
        try (Shift shift = new Shift(runtime, settings, web, InstantSource.system(), readers, meters)) {
            health = Health.RUNNING;
            while (!stopping) {
                shift.turn();
            }
            shift.finish(TIME_TO_STOP);
            // What is not answered by now is cut before anyone else may ask the same hosts.
            web.close();
        } catch (KafkaException lost) {
            if (stopping || !isMendable(lost)) {
                throw lost;
            }
            LOG.warn("fetch takes its requests up anew; what was not written is asked for again", lost);
            // Of what was asked last nothing is written down: the pause that hosts are due is kept here.
            Thread.sleep(settings.gap().toMillis());
        }
    }

    /** Whether a new shift can go on where this one had to stop: the same that Kafka Streams rides out. */
    static boolean isMendable(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException
                    || cause instanceof ApplicationRecoverableException
                    || cause instanceof CommitFailedException
                    || cause instanceof TransactionAbortableException
                    || cause instanceof TransactionAbortedException
                    || cause instanceof OutOfOrderSequenceException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(TIME_TO_STOP.plusSeconds(3).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
