package broadsheet.ingest.metadata;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One place where a fact is looked for. Places are asked in order, and the first that has the fact is believed.
 *
 * @param name names the step when it is measured; unique among all steps
 * @param place looks there
 * @param <P> the page, as far as this fact goes
 * @param <T> the fact
 */
record Step<P, T>(String name, Function<P, Optional<T>> place) {
    /** The fact from the first place that has it, without asking those of these names. */
    static <P, T> Optional<T> first(List<Step<P, T>> steps, P page, Set<String> without) {
        for (Step<P, T> step : steps) {
            Optional<T> found = without.contains(step.name) ? Optional.empty() : step.place.apply(page);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    static <P, T> List<String> names(List<Step<P, T>> steps) {
        return steps.stream().map(Step::name).toList();
    }
}
