package broadsheet.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Says every ten seconds how far long work is, to a person at a terminal; to nobody else. */
public final class Progress implements AutoCloseable {

    /** Set by the launcher, which can tell, where standard error is a terminal. */
    static final String TERMINAL = "broadsheet.terminal";

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Thread thread;

    private Progress(Supplier<String> how, PrintStream out, Duration pause) {
        thread = new Thread(() -> tell(how, out, pause), "tell-progress");
        thread.setDaemon(true);
    }

    /** Begins to tell, if anybody looks on. */
    public static Progress of(Supplier<String> how) {
        Progress progress = new Progress(how, System.err, PAUSE);
        if (Boolean.getBoolean(TERMINAL)) {
            progress.thread.start();
        }
        return progress;
    }

    private static void tell(Supplier<String> how, PrintStream out, Duration pause) {
        long start = System.nanoTime();
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                out.println("… " + how.get() + " after " + (System.nanoTime() - start) / 1_000_000_000 + " s");
            }
        } catch (InterruptedException e) {
            // Done.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
