package broadsheet.ledger;

import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.Outcome.Kind;
import broadsheet.model.StageName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The books: what went in, and what became of it.
 *
 * <p>An input is a raw record or, where that is a feed or an archive, each of its entries. It is settled when a stage
 * has given it an outcome that is final. {@code inputs = published + revised + unchanged + copies + rejected + withheld
 * + dead-lettered + open}, always; what is open after the stages have come to rest is unaccounted for. A raw record that
 * was sent back is not an input any more: the one that it was sent as is.
 *
 * <p>Of each input it keeps twelve bytes, and these in a temporary file that is mapped: what is not looked at need not be
 * in memory, and the heap holds next to nothing. What is final and no longer on the raw topic is dropped. Rejected: one
 * object for each input (620 bytes, and dead after half a million); sums without their parts (an original can become a copy
 * later, and what leaves the topic must leave the sum); a store such as RocksDB (20 million writes take minutes, and
 * nothing here must outlive the process).
 *
 * <p>Not thread-safe.
 */
public final class Ledger implements AutoCloseable {

    private static final String OTHER_REASON = "?";

    private final Scratch scratch = new Scratch();
    private final Map<Integer, Shelf> shelves = new TreeMap<>();
    private final IdSet copies = new IdSet(scratch);
    private final List<String> reasonNames = new ArrayList<>(List.of(OTHER_REASON));
    private final Map<String, Integer> reasons = new HashMap<>();

    /**
     * What a stage said of an input.
     *
     * @param kind what became of it; of a stage that passed it on, whichever way, {@link Kind#PARSED}
     * @param reason the rejection's reason or the accident's exception; empty if there is none
     */
    public record Word(Kind kind, Optional<String> reason) {}

    /** Who hears of each input what was said of it last. */
    public interface LastWord {

        /**
         * Takes it down.
         *
         * @param isOf tells whether it concerns the article of an id
         */
        void take(Origin origin, Kind kind, Concerns isOf);
    }

    /** Whether an outcome concerns an article. */
    public interface Concerns {
        boolean article(String id);

        boolean anyArticle();
    }

    private Shelf shelf(int partition) {
        return shelves.computeIfAbsent(partition, number -> new Shelf(scratch));
    }

    /** Says that the raw topic's partition holds the offsets from {@code from} up to, not including, {@code to}. */
    void expect(int partition, long from, long to) {
        shelf(partition).expect(from, to);
    }

    /** Of what lies below that offset the ledger may not know all: that nobody has spoken of it means nothing. */
    void forgive(int partition, long offset) {
        shelf(partition).forgive(offset);
    }

    /** What lies below that offset is of no interest. */
    void ignoreBelow(int partition, long offset) {
        shelf(partition).ignoreBelow(offset);
    }

    /** Says that there is no record at these offsets: they hold transaction markers, or what an aborted one wrote. */
    void dismiss(int partition, long first, long end) {
        shelf(partition).dismiss(first, end);
    }

    /** Says that there is a record at that offset. */
    void confirm(Origin origin) {
        shelf(origin.partition()).confirm(origin.offset());
    }

    /** Takes in one line. */
    public void add(Outcome outcome) {
        if (!StageName.OF_PAGES.contains(outcome.stage())) {
            return;
        }
        shelf(outcome.origin().partition())
                .add(outcome, outcome.reason().map(this::number).orElse(0));
    }

    private int number(String reason) {
        Integer known = reasons.get(reason);
        if (known != null) {
            return known;
        }
        if (reasonNames.size() >= Cell.MOST_REASONS) {
            return 0;
        }
        reasons.put(reason, reasonNames.size());
        reasonNames.add(reason);
        return reasonNames.size() - 1;
    }

    /** Says whether the article of that id is a copy now. */
    void stands(String id, boolean asCopy) {
        if (asCopy) {
            copies.add(IdSet.hash(id));
        } else {
            copies.remove(IdSet.hash(id));
        }
    }

    /** What the stage says of an input now; empty if nothing yet. */
    public Optional<Word> said(StageName stage, Origin origin) {
        int cell = shelf(origin.partition()).get(origin);
        if (!StageName.OF_PAGES.contains(stage) || Cell.isSilent(cell) || !Cell.hasSaid(cell, stage)) {
            return Optional.empty();
        }
        if (Cell.isVoided(cell, stage)) {
            return Optional.of(new Word(Kind.REDRIVEN, Optional.empty()));
        }
        return Optional.of(
                Cell.stage(cell) == stage
                        ? new Word(
                                Cell.kind(cell),
                                Optional.of(reasonNames.get(Cell.reason(cell)))
                                        .filter(reason -> Cell.reason(cell) != 0))
                        : new Word(Kind.PARSED, Optional.empty()));
    }

    /** Hands on the last word on each input, by the stage furthest down that said one. */
    public void lastWords(LastWord taker) {
        shelves.forEach((partition, shelf) -> shelf.lastWords(
                partition,
                (origin, kind, article) -> taker.take(origin, kind, new Concerns() {
                    @Override
                    public boolean article(String id) {
                        return article == IdSet.hash(id);
                    }

                    @Override
                    public boolean anyArticle() {
                        return article != 0;
                    }
                })));
    }

    /** Whether another raw record stands in the place of this one. */
    public boolean isReplaced(Origin raw) {
        return said(StageName.INGEST, raw)
                .filter(word -> word.kind() == Kind.REDRIVEN)
                .isPresent();
    }

    /**
     * The sum as of now. An outcome says what an input became when it came; an original that arrives later can make a
     * copy of it, and the other way round. So that the sum says what is, an article is counted where it stands now.
     */
    Tally tally(Patience patience) {
        Map<Integer, Sum> sums = new TreeMap<>();
        shelves.forEach((partition, shelf) -> {
            Sum sum = new Sum(partition, copies, reasonNames, patience);
            shelf.offer(sum);
            sums.put(partition, sum);
        });
        return Tally.of(sums);
    }

    @Override
    public void close() {
        scratch.close();
    }
}
