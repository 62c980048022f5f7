package broadsheet.runtime.records;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A thread for work that may not end, with a stack of a known size. Work that goes on too long is left to itself: nobody
 * waits for it any more, and what it gives is thrown away. So it must not change anything but what it makes.
 *
 * <p>The limit is in CPU time, so that a record fares alike on an idle machine and on a busy one; a second one, on the
 * clock, is for what does not end without working. To be used by one thread at a time.
 */
final class Worker implements AutoCloseable {

    /** For parsers that go down into what is nested; the default depends on the platform. */
    private static final long STACK = 16L << 20;

    private static final Duration GLANCE = Duration.ofMillis(10);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Threads of this process that were left to themselves and have not ended. */
    private static final Set<Thread> LEFT = ConcurrentHashMap.newKeySet();

    private final String name;
    private final Duration cpuLimit;
    private final Duration limit;
    private @Nullable Hand hand;

    /**
     * @param cpuLimit CPU time that one piece of work may take
     * @param limit time that it may take
     */
    Worker(String name, Duration cpuLimit, Duration limit) {
        this.name = name;
        this.cpuLimit = cpuLimit;
        this.limit = limit;
    }

    /**
     * Has it done, and waits. Throws what the work throws.
     *
     * @throws TookTooLong if it does not end
     */
    void run(Runnable work) {
        Hand busy = hand;
        if (busy == null) {
            busy = new Hand(name);
            hand = busy;
        }
        FutureTask<Void> task = new FutureTask<>(work, null);
        busy.tasks.add(task);
        await(task, busy);
    }

    private void await(FutureTask<Void> task, Hand busy) {
        long start = System.nanoTime();
        long cpuStart = cpu(busy);
        long wait = cpuLimit.toNanos();
        while (true) {
            try {
                task.get(wait, TimeUnit.NANOSECONDS);
                return;
            } catch (ExecutionException e) {
                throw Worker.<RuntimeException>causeOf(e);
            } catch (InterruptedException e) {
                leave(task, busy);
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } catch (TimeoutException notYet) {
                long left = cpuLimit.toNanos() - (cpu(busy) - cpuStart);
                Duration taken = Duration.ofNanos(System.nanoTime() - start);
                if (left <= 0 || taken.compareTo(limit) >= 0) {
                    leave(task, busy);
                    throw new TookTooLong(taken);
                }
                wait = Math.max(left, GLANCE.toNanos());
            }
        }
    }

    private static long cpu(Hand busy) {
        return THREADS.isThreadCpuTimeSupported() ? THREADS.getThreadCpuTime(busy.getId()) : System.nanoTime();
    }

    @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it: it is a courtesy to those that still work.
    private void leave(FutureTask<Void> task, Hand busy) {
        LEFT.add(busy);
        busy.isLeft = true;
        busy.setPriority(Thread.MIN_PRIORITY);
        task.cancel(true);
        hand = null;
    }

    /** Throws what was thrown there, whatever it is: work throws nothing checked. */
    @SuppressWarnings("unchecked")
    static <T extends Throwable> RuntimeException causeOf(Exception thrown) throws T {
        throw (T) Optional.ofNullable(thrown.getCause()).orElse(thrown);
    }

    /** Whether that thread was left to itself: nobody wants what it makes. */
    static boolean isLeft(Thread thread) {
        return thread instanceof Hand hand && hand.isLeft;
    }

    /** How many threads of this process were left to themselves and still work. */
    static int left() {
        return LEFT.size();
    }

    @Override
    public void close() {
        Hand idle = hand;
        if (idle != null) {
            idle.isLeft = true;
            idle.interrupt();
            hand = null;
        }
    }

    private static final class Hand extends Thread {

        private final BlockingQueue<FutureTask<Void>> tasks = new LinkedBlockingQueue<>();
        private volatile boolean isLeft;

        Hand(String name) {
            super(null, null, name, STACK);
            setDaemon(true);
            start();
        }

        @Override
        public void run() {
            try {
                while (!isLeft) {
                    tasks.take().run();
                }
            } catch (InterruptedException e) {
                // Closed, or left: either way it ends here.
            } finally {
                LEFT.remove(this);
            }
        }
    }
}
