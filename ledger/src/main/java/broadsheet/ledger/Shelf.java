package broadsheet.ledger;

import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.StageName;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The ledger of one partition of the raw topic. What lies below the topic's beginning and is final is dropped; what is not
 * is kept until it is. Not thread-safe.
 */
final class Shelf {

    private static final int BITS = 14;
    private static final int CHUNK = 1 << BITS;

    private final Scratch scratch;
    private final NavigableMap<Long, Cells> chunks = new TreeMap<>();
    private final NavigableMap<Long, Entries> expanded = new TreeMap<>();
    private long from;
    private long to;
    private long fromBefore;
    private long floor;
    private final Unspoken unspoken = new Unspoken();

    Shelf(Scratch scratch) {
        this.scratch = scratch;
    }

    /** Says which offsets there are now. */
    void expect(long first, long end) {
        fromBefore = from;
        from = first;
        to = end;
        unspoken.mayBeginAt(first);
    }

    /** Nothing below that offset is of interest. */
    void ignoreBelow(long offset) {
        floor = offset;
        forgive(offset);
    }

    /** Nothing below that offset is missed if nobody has spoken of it. */
    void forgive(long offset) {
        unspoken.forgive(offset);
    }

    /** The cell of an origin; silent if there is none. */
    int get(Origin origin) {
        return origin.item().isPresent()
                ? Optional.ofNullable(expanded.get(origin.offset()))
                        .map(entries -> entries.cells().get(origin.item().get()))
                        .orElse(Cell.SILENT)
                : at(origin.offset());
    }

    private int at(long offset) {
        Cells chunk = chunks.get(offset >> BITS);
        return chunk == null ? Cell.SILENT : chunk.get(index(offset));
    }

    private static int index(long offset) {
        return (int) offset & (CHUNK - 1);
    }

    private Cells chunk(long offset) {
        return chunks.computeIfAbsent(offset >> BITS, number -> new Cells(scratch, CHUNK));
    }

    /** Takes in one line. */
    void add(Outcome outcome, int reason) {
        Origin origin = outcome.origin();
        unspoken.mayBeginAt(origin.offset());
        Cells cells = chunk(origin.offset());
        int index = index(origin.offset());
        if (origin.item().isPresent()) {
            cells = entries(origin.offset()).cells();
            index = origin.item().get();
            cells.grow(index + 1);
        }
        cells.set(index, Cell.add(cells.get(index), outcome.stage(), outcome.kind(), reason));
        if (outcome.articleId().isPresent()) {
            cells.article(index, IdSet.hash(outcome.articleId().get()));
        }
        if (outcome.kind() == Outcome.Kind.EXPANDED) {
            entries(origin.offset()).expect(outcome.items().orElse(0));
        }
    }

    private Entries entries(long offset) {
        return expanded.computeIfAbsent(offset, place -> new Entries(scratch));
    }

    /** Says that there is no record at these offsets. */
    void dismiss(long first, long end) {
        for (long offset = first; offset < end; offset++) {
            Cells chunk = chunk(offset);
            chunk.set(index(offset), Cell.hole(chunk.get(index(offset))));
        }
    }

    /** Says that there is a record at that offset, whatever nobody says of it. */
    void confirm(long offset) {
        Cells chunk = chunk(offset);
        chunk.set(index(offset), Cell.withAge(chunk.get(index(offset)), Cell.OLDEST));
    }

    /** Offers each input to a sum, and each of those below the beginning that are still open; drops what is done. */
    void offer(Sum sum) {
        unspoken.judge(Math.min(fromBefore, to), this::isSilent);
        for (long offset = from; offset < to; offset++) {
            offer(offset, sum);
        }
        Map<Long, Cells> below = new HashMap<>(chunks.headMap((from + CHUNK - 1) >> BITS, false));
        below.forEach((number, chunk) -> {
            boolean isDone = true;
            for (int i = 0; i < CHUNK; i++) {
                int cell = chunk.get(i);
                long offset = (number << BITS) + i;
                if (offset < from && offset >= floor && !Cell.isSilent(cell) && isUndone(cell, offset)) {
                    isDone = false;
                    offer(offset, sum);
                }
            }
            if (isDone && (number + 1) << BITS <= unspoken.judged()) {
                drop(number, chunk);
            }
        });
        sum.deleted(unspoken.deleted());
    }

    private boolean isUndone(int cell, long offset) {
        return Cell.kind(cell) == Outcome.Kind.EXPANDED
                ? entries(offset).isOneOpen()
                : Cell.isOpen(cell) && !isReplaced(cell);
    }

    private static boolean isReplaced(int cell) {
        return Cell.isVoided(cell, StageName.INGEST);
    }

    private void drop(long number, Cells chunk) {
        chunks.remove(number);
        chunk.giveBack();
        Map<Long, Entries> theirs = expanded.subMap(number << BITS, (number + 1) << BITS);
        theirs.values().forEach(entries -> entries.cells().giveBack());
        theirs.clear();
    }

    private void offer(long offset, Sum sum) {
        int cell = at(offset);
        if (Cell.isHole(cell)) {
            return;
        }
        if (isReplaced(cell)) {
            sum.replaced();
        } else if (!Cell.isSilent(cell) && Cell.kind(cell) == Outcome.Kind.EXPANDED) {
            sum.feed(cell);
            Entries entries = entries(offset);
            for (int item = 0; item < entries.count(); item++) {
                sum.input(offset, entries.cells(), item);
            }
        } else {
            sum.input(offset, chunk(offset), index(offset));
        }
    }

    private boolean isSilent(long offset) {
        int cell = at(offset);
        return Cell.isSilent(cell) && !Cell.isHole(cell);
    }

    /** Hands each last word on an input to somebody. */
    void lastWords(int partition, LastSaid taker) {
        chunks.forEach((number, chunk) -> {
            for (int i = 0; i < CHUNK; i++) {
                tell(Origin.of(partition, (number << BITS) + i), chunk, i, taker);
            }
        });
        expanded.forEach((offset, entries) -> {
            for (int item = 0; item < entries.cells().size(); item++) {
                tell(Origin.of(partition, offset).withItem(item), entries.cells(), item, taker);
            }
        });
    }

    private static void tell(Origin origin, Cells cells, int index, LastSaid taker) {
        int cell = cells.get(index);
        if (!Cell.isSilent(cell)) {
            taker.take(origin, Cell.kind(cell), cells.article(index));
        }
    }
}
