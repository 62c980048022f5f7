package broadsheet.ledger;

import broadsheet.model.Outcome;
import broadsheet.model.Outcome.Kind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ledger summed up.
 *
 * @param inputs raw records, a feed or archive counting as its entries
 * @param settled number of inputs for each final kind of outcome
 * @param rejections number of rejected inputs for each reason
 * @param open inputs without a final outcome: in flight while stages work, unaccounted for when they rest
 * @param doubles inputs of which one stage said two things
 * @param replaced raw records that were sent back, and so are no inputs any more
 */
public record Balance(
        long inputs,
        Map<Outcome.Kind, Long> settled,
        Map<String, Long> rejections,
        long open,
        long doubles,
        long replaced) {

    static final Balance EMPTY = new Balance(0, Map.of(), Map.of(), 0, 0, 0);

    public Balance {
        Map<Kind, Long> copy = new EnumMap<>(Kind.class);
        copy.putAll(settled);
        settled = Collections.unmodifiableMap(copy);
        rejections = Collections.unmodifiableMap(new TreeMap<>(rejections));
        long sum = settled.values().stream().mapToLong(Long::longValue).sum();
        if (inputs != sum + open) {
            throw new IllegalArgumentException(inputs + " inputs, but " + sum + " settled and " + open + " open");
        }
    }

    /** Both together. */
    Balance plus(Balance other) {
        Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
        kinds.putAll(settled);
        other.settled.forEach((kind, count) -> kinds.merge(kind, count, Long::sum));
        Map<String, Long> reasons = new TreeMap<>(rejections);
        other.rejections.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        return new Balance(
                inputs + other.inputs,
                kinds,
                reasons,
                open + other.open,
                doubles + other.doubles,
                replaced + other.replaced);
    }

    /** How many inputs ended so. */
    public long count(Outcome.Kind kind) {
        return settled.getOrDefault(kind, 0L);
    }

    /** What became of the inputs; {@code withheld} and {@code redriven} are in it only where there were any. */
    public String counts() {
        long withheld = count(Kind.WITHHELD);
        return "inputs=" + inputs
                + " published=" + count(Kind.PUBLISHED)
                + " copies=" + count(Kind.COPY)
                + " revised=" + count(Kind.REVISED)
                + " unchanged=" + count(Kind.UNCHANGED)
                + " rejected=" + count(Kind.REJECTED)
                + (withheld > 0 ? " withheld=" + withheld : "")
                + " dead-letters=" + count(Kind.DEAD_LETTERED)
                + (replaced > 0 ? " redriven=" + replaced : "");
    }

    /** The one line in which everything adds up, for a pipeline at rest. */
    public String line() {
        return counts() + " unaccounted=" + open;
    }
}
