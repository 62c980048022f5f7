package broadsheet.sink.copies;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Articles of one language that were judged before, until all of them are there and can be put in their places. */
final class Recollection {

    private final Epochs epochs;
    private final Map<Entry, Verdict> verdicts = new HashMap<>();

    Recollection(Epochs epochs) {
        this.epochs = epochs;
    }

    /** Takes in an article with its verdict. */
    void add(Entry entry, Verdict verdict, Instant asked) {
        Epoch epoch = epochs.of(entry);
        epoch.add(entry, asked);
        epoch.furniture.add(entry, other -> {});
        verdicts.put(entry, verdict);
    }

    /**
     * Puts each in its place.
     *
     * @param all by id, of whatever language
     */
    void place(Map<String, Entry> all) {
        // First what is left out of each: how two of them relate depends on both.
        verdicts.keySet()
                .forEach(entry -> entry.leaveOut(epochs.of(entry).furniture.mask(entry)));
        verdicts.forEach((entry, verdict) -> {
            if (verdict.match().isPresent()) {
                placeAsCopy(entry, verdict.match().get(), all);
            } else {
                entry.placeAsOriginal(verdict.sources().stream()
                        .flatMap(id -> Optional.ofNullable(all.get(id)).stream())
                        .toList());
                epochs.of(entry).index.add(entry, hidden -> {});
            }
        });
        verdicts.clear();
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
