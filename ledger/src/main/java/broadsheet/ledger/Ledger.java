package broadsheet.ledger;

import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.StageName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The books: what went in, and what became of it.
 *
 * <p>An input is a raw record or, where that is a feed or an archive, each of its entries. It is settled when a stage
 * has given it an outcome that is final. {@code inputs = published + revised + unchanged + copies + rejected + withheld
 * + dead-lettered + open}, always; what is open after the stages have come to rest is unaccounted for. A raw record that
 * was sent back is not an input any more: the one that it was sent as is.
 *
 * <p>Not thread-safe.
 */
public final class Ledger {

    private final Map<Integer, Range> raw = new TreeMap<>();
    private final Map<Origin, Line> lines = new HashMap<>();
    private final Set<Origin> holes = new HashSet<>();

    /** What each stage said of one input. */
    private static final class Line {
        private final Map<StageName, Outcome> said = new EnumMap<>(StageName.class);
        private boolean isDouble;
    }

    private record Range(long from, long to) {}

    /** Says that the raw topic's partition holds the offsets from {@code from} up to, not including, {@code to}. */
    void expect(int partition, long from, long to) {
        raw.put(partition, new Range(from, to));
    }

    /** Says that there is no record at that offset: it holds a transaction marker, or what an aborted one wrote. */
    void dismiss(Origin empty) {
        holes.add(empty);
    }

    /** Offsets that are expected and of which nobody has said anything. */
    List<Origin> silent() {
        List<Origin> silent = new ArrayList<>();
        raw.forEach((partition, range) -> {
            for (long offset = range.from(); offset < range.to(); offset++) {
                Origin origin = Origin.of(partition, offset);
                if (isSilent(origin) && !holes.contains(origin)) {
                    silent.add(origin);
                }
            }
        });
        return silent;
    }

    /** Whether nobody has said anything of it. */
    boolean isSilent(Origin origin) {
        return !lines.containsKey(origin);
    }

    /** Takes in one line; one about a record that is not expected is passed over. */
    public void add(Outcome outcome) {
        Line line = lines.computeIfAbsent(outcome.origin(), origin -> new Line());
        Outcome before = line.said.put(outcome.stage(), outcome);
        line.isDouble |=
                before != null && before.kind() != Outcome.Kind.REDRIVEN && outcome.kind() != Outcome.Kind.REDRIVEN;
    }

    /** What the stage says of an input now; empty if nothing yet. */
    public Optional<Outcome> said(StageName stage, Origin origin) {
        return Optional.ofNullable(lines.get(origin)).map(line -> line.said.get(stage));
    }

    /** The last word on each input, by the stage furthest down that said one. */
    public List<Outcome> lastWords() {
        return lines.values().stream().flatMap(line -> last(line).stream()).toList();
    }

    /** Whether another raw record stands in the place of this one. */
    public boolean isReplaced(Origin raw) {
        return said(StageName.INGEST, raw)
                .filter(outcome -> outcome.kind() == Outcome.Kind.REDRIVEN)
                .isPresent();
    }

    /**
     * The sum as of now. An outcome says what an input became when it came; an original that arrives later can make a
     * copy of it, and the other way round. So that the sum says what is, an article is counted where it stands now.
     *
     * @param copies ids of the articles that are copies now
     */
    Balance balance(Set<String> copies) {
        Sum sum = new Sum(copies);
        raw.forEach((partition, range) -> settle(partition, range, sum));
        return sum.balance();
    }

    /** The same for each partition of the raw topic. */
    Map<Integer, Balance> balances(Set<String> copies) {
        Map<Integer, Balance> balances = new TreeMap<>();
        raw.forEach((partition, range) -> {
            Sum sum = new Sum(copies);
            settle(partition, range, sum);
            balances.put(partition, sum.balance());
        });
        return balances;
    }

    /** The inputs without a final outcome. */
    Set<Origin> open() {
        Sum sum = new Sum(Set.of());
        raw.forEach((partition, range) -> settle(partition, range, sum));
        return sum.open;
    }

    private void settle(int partition, Range range, Sum sum) {
        for (long offset = range.from(); offset < range.to(); offset++) {
            settle(Origin.of(partition, offset), sum);
        }
    }

    private void settle(Origin origin, Sum sum) {
        if (holes.contains(origin)) {
            return;
        }
        if (isReplaced(origin)) {
            sum.replaced++;
            return;
        }
        Optional<Line> line = Optional.ofNullable(lines.get(origin));
        Optional<Outcome> last = line.flatMap(Ledger::last);
        line.filter(l -> l.isDouble).ifPresent(l -> sum.doubles++);
        if (last.isPresent() && last.get().kind() == Outcome.Kind.EXPANDED) {
            int items = last.get().items().orElse(0);
            for (int item = 0; item < items; item++) {
                settle(origin.withItem(item), sum);
            }
            return;
        }
        sum.inputs++;
        last.filter(outcome -> outcome.kind().isFinal()).ifPresentOrElse(sum::count, () -> sum.open.add(origin));
    }

    /** The outcome of the stage furthest down that gave one. */
    private static Optional<Outcome> last(Line line) {
        return line.said.values().stream().reduce((earlier, later) -> later);
    }

    private static final class Sum {
        private final Map<Outcome.Kind, Long> kinds = new EnumMap<>(Outcome.Kind.class);
        private final Map<String, Long> reasons = new TreeMap<>();
        private final Set<Origin> open = new HashSet<>();
        private final Set<String> copies;
        private long inputs;
        private long doubles;
        private long replaced;

        private Sum(Set<String> copies) {
            this.copies = copies;
        }

        void count(Outcome outcome) {
            kinds.merge(now(outcome), 1L, Long::sum);
            if (outcome.kind() == Outcome.Kind.REJECTED) {
                reasons.merge(outcome.reason().orElse("?"), 1L, Long::sum);
            }
        }

        private Outcome.Kind now(Outcome outcome) {
            return switch (outcome.kind()) {
                case PUBLISHED, COPY ->
                    outcome.articleId().filter(copies::contains).isPresent()
                            ? Outcome.Kind.COPY
                            : Outcome.Kind.PUBLISHED;
                default -> outcome.kind();
            };
        }

        Balance balance() {
            return new Balance(inputs, kinds, reasons, open.size(), doubles, replaced);
        }
    }
}
