package broadsheet.runtime.records;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One record can cost one record. What a step makes of one is held back until it has come to its end, and goes on as a
 * whole or not at all. What is thrown before becomes an exception, also a stack that overflowed or memory that one record
 * took, and so the record becomes a dead letter with its line in the ledger, in the transaction that moves the stage on.
 *
 * <p>A step that keeps no state works on a thread of its own, with a deep stack and limited time ({@link Worker}); one that
 * does cannot be left in the middle, and {@link Watch} sees to it. What ends the process all the same is found in the note
 * ({@link AtWork}) when the stage starts again.
 *
 * <p>What is no record's fault goes through: a class that is missing, memory that stays short when the record is let go.
 */
final class Guard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    /** A step behind another of ours gets what that one has finished; it is guarded by that one's rules. */
    private static final ThreadLocal<Boolean> FINISHED = ThreadLocal.withInitial(() -> false);

    private final String name;
    private final boolean isPure;
    private final Door.Limits limits;
    private final Scales scales;
    private final Watch watch;
    private final Path notes;

    private @Nullable ProcessingContext context;
    private @Nullable Worker worker;
    private @Nullable AtWork note;
    private volatile @Nullable Attempt attempt;

    /**
     * @param name of the step
     * @param isPure whether it keeps no state
     * @param notes directory of the notes
     */
    Guard(String name, boolean isPure, Door.Limits limits, Watch watch, Path notes) {
        this.name = name;
        this.isPure = isPure;
        this.limits = limits;
        scales = new Scales(limits.resultBytes());
        this.watch = watch;
        this.notes = notes;
    }

    /** What the step made of one record so far. */
    private record Attempt(List<Runnable> results) {}

    /** The context as the step is to see it. */
    Object before(ProcessingContext streams, Class<?> type) {
        context = streams;
        return Proxy.newProxyInstance(Guard.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
            Attempt now = attempt;
            if (Worker.isLeft(Thread.currentThread())) {
                throw new IllegalStateException("given up");
            }
            if (now == null || !method.getName().equals("forward")) {
                return call(streams, method, given);
            }
            scales.weigh(given[0]);
            now.results().add(() -> call(streams, method, given));
            return null;
        });
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] given) {
        try {
            return method.invoke(target, given);
        } catch (InvocationTargetException e) {
            throw Worker.<RuntimeException>causeOf(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has the step work on the record that the context stands at. */
    void pass(Runnable step) {
        if (FINISHED.get()) {
            step.run();
            return;
        }
        RecordMetadata place = Objects.requireNonNull(context).recordMetadata().orElseThrow();
        AtWork working = note(place);
        int strikes = working.strikes(place.offset());
        if (strikes >= limits.deaths()) {
            throw new DiedBefore(working.place(place.offset()), strikes);
        }
        working.begin(place.offset());
        List<Runnable> results = results(step, working);
        // Asked now: if it takes long to hand them on, a broker does not answer, and that is no record's fault.
        boolean isLate = isPure && working.nanos() > limits.transaction().toNanos();
        FINISHED.set(true);
        try {
            results.forEach(Runnable::run);
        } catch (RuntimeException e) {
            working.end();
            throw e;
        } finally {
            FINISHED.set(false);
        }
        // After an Error the note stays: what is half sent cannot become a dead letter, and the stage ends.
        if (isLate) {
            // The transaction is gone, and the record will come again.
            working.endBadly();
        } else {
            working.end();
        }
    }

    private AtWork note(RecordMetadata place) {
        AtWork opened = note;
        if (opened == null) {
            String file = Objects.requireNonNull(context).taskId() + "." + name;
            opened = AtWork.open(notes.resolve(file), place.topic() + " " + place.partition());
            watch.add(opened);
            note = opened;
        }
        return opened;
    }

    private List<Runnable> results(Runnable step, AtWork working) {
        Attempt now = new Attempt(new ArrayList<>());
        attempt = now;
        try {
            if (isPure) {
                worker().run(step);
            } else {
                step.run();
            }
            return now.results();
        } catch (TookTooLong e) {
            working.endBadly();
            throw e;
        } catch (RuntimeException e) {
            working.end();
            throw e;
        } catch (Error e) {
            now.results().clear();
            if (!Blame.isOfTheRecord(e)) {
                throw e;
            }
            LOG.warn("{} was given up by {}: {}", working.place(), name, e.toString());
            working.endBadly();
            throw new Accident(e);
        } finally {
            attempt = null;
        }
    }

    private Worker worker() {
        Worker own = worker;
        if (own == null) {
            own = new Worker(name, limits.cpu(), limits.poll());
            worker = own;
        }
        return own;
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
            worker = null;
        }
        if (note != null) {
            watch.remove(note);
            note = null;
        }
    }
}
