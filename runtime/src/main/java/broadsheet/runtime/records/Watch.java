package broadsheet.runtime.records;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sees whether the steps of a stage get on with their records. */
public final class Watch {

    private final Set<AtWork> steps = ConcurrentHashMap.newKeySet();

    void add(AtWork step) {
        steps.add(step);
    }

    void remove(AtWork step) {
        steps.remove(step);
    }

    /** The record that a step has been at work on for longer than that; empty if there is none. */
    Optional<String> longerThan(Duration time) {
        return steps.stream()
                .filter(step -> step.nanos() > time.toNanos())
                .map(AtWork::place)
                .findFirst();
    }
}
