package broadsheet.ledger;

import broadsheet.model.Origin;
import broadsheet.model.Outcome.Kind;
import broadsheet.model.StageName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sum of one partition while it is made; makes what is open older on the way. */
final class Sum {

    /** So many gaps are told of at a time. */
    private static final int MOST_GAPS = 100_000;

    private final int partition;
    private final IdSet copies;
    private final List<String> reasonNames;
    private final Patience patience;

    private final Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
    private final Map<String, Long> reasons = new TreeMap<>();
    private final Map<StageName, Long> waiting = new EnumMap<>(StageName.class);
    private final List<Gap> gaps = new ArrayList<>();
    private long inputs;
    private long open;
    private long unaccounted;
    private long doubles;
    private long replaced;
    private long deleted;

    Sum(int partition, IdSet copies, List<String> reasonNames, Patience patience) {
        this.partition = partition;
        this.copies = copies;
        this.reasonNames = reasonNames;
        this.patience = patience;
    }

    /** Offsets of which nobody has spoken though ingest is past them: markers of transactions, or records that are missed. */
    record Gap(int partition, long first, long end) {

        Origin start() {
            return Origin.of(partition, first);
        }
    }

    /** A raw record that was sent back. */
    void replaced() {
        replaced++;
    }

    /** A raw record that is spoken of by its entries. */
    void feed(int cell) {
        doubles += Cell.isDouble(cell) ? 1 : 0;
    }

    /** How many left the topic unread. */
    void deleted(long count) {
        deleted = count;
    }

    /** One input, at its place in a row. */
    void input(long offset, Cells cells, int index) {
        int cell = cells.get(index);
        inputs++;
        feed(cell);
        if (!Cell.isOpen(cell)) {
            count(cell, cells.article(index));
            return;
        }
        open++;
        StageName next = Cell.next(cell);
        waiting.merge(next, 1L, Long::sum);
        int age = patience.older(next, Cell.age(cell));
        if (age != Cell.age(cell)) {
            cells.set(index, Cell.withAge(cell, age));
        }
        if (Cell.isSilent(cell) && age < Cell.OLDEST) {
            if (patience.isOver(next, age)) {
                gap(offset);
            }
        } else if (Cell.isSilent(cell) || patience.isOver(next, age)) {
            unaccounted++;
        }
    }

    private void gap(long offset) {
        Gap last = gaps.isEmpty() ? new Gap(partition, -1, -1) : gaps.get(gaps.size() - 1);
        if (last.end() == offset) {
            gaps.set(gaps.size() - 1, new Gap(partition, last.first(), offset + 1));
        } else if (gaps.size() < MOST_GAPS) {
            gaps.add(new Gap(partition, offset, offset + 1));
        }
    }

    private void count(int cell, long article) {
        Kind kind = Cell.kind(cell);
        if (kind == Kind.PUBLISHED || kind == Kind.COPY) {
            kind = copies.contains(article) ? Kind.COPY : Kind.PUBLISHED;
        }
        kinds.merge(kind, 1L, Long::sum);
        if (kind == Kind.REJECTED) {
            reasons.merge(reasonNames.get(Cell.reason(cell)), 1L, Long::sum);
        }
    }

    Balance balance() {
        return new Balance(inputs, kinds, reasons, open, doubles, replaced);
    }

    /** Open inputs by the stage that has to speak next. */
    Map<StageName, Long> waiting() {
        return waiting;
    }

    long unaccounted() {
        return unaccounted;
    }

    long deleted() {
        return deleted;
    }

    List<Gap> gaps() {
        return gaps;
    }
}
