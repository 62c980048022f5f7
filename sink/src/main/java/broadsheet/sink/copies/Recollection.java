package broadsheet.sink.copies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Articles of one language that were judged before, until all of them are there and can be put in their places. */
final class Recollection {

    private final Epochs epochs;
    private final List<Remembered> remembered = new ArrayList<>();

    private record Remembered(Entry entry, Verdict verdict) {}

    Recollection(Epochs epochs) {
        this.epochs = epochs;
    }

    /** Takes in an article with its verdict. */
    void add(Entry entry, Verdict verdict, Instant asked) {
        Epoch epoch = epochs.of(entry);
        epoch.add(entry, asked);
        epoch.furniture.add(entry, other -> {});
        remembered.add(new Remembered(entry, verdict));
    }

    /**
     * Puts each in its place.
     *
     * @param all by id, of whatever language
     */
    void place(Map<String, Entry> all) {
        // First what is left out of each: how two of them relate depends on both.
        remembered.forEach(
                one -> one.entry.leaveOut(epochs.of(one.entry).furniture.mask(one.entry)));
        // In the order in which most of them came: then the index has nothing to move.
        remembered.sort(Comparator.comparing(Remembered::entry));
        remembered.forEach(one -> place(one.entry, one.verdict, all));
        remembered.clear();
    }

    private void place(Entry entry, Verdict verdict, Map<String, Entry> all) {
        if (verdict.match().isPresent()) {
            placeAsCopy(entry, verdict.match().get(), all);
        } else {
            entry.placeAsOriginal(verdict.sources().stream()
                    .flatMap(id -> Optional.ofNullable(all.get(id)).stream())
                    .toList());
            epochs.of(entry).index.add(entry, hidden -> {});
        }
    }

    private void placeAsCopy(Entry entry, Verdict.Match match, Map<String, Entry> all) {
        Entry original = all.get(match.original());
        if (original == null) {
            entry.placeAsCopy(match);
        } else {
            entry.placeAsCopy(original, match);
            epochs.of(entry).index.addCopy(entry, original);
        }
    }
}
