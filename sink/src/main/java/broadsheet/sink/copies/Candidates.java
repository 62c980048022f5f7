package broadsheet.sink.copies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** What a search finds: each entry once, however many keys lead to it. Used again for the next search. */
final class Candidates {

    private final List<Entry> entries = new ArrayList<>();
    private int round;

    void clear() {
        entries.clear();
        round++;
    }

    void add(Entry entry) {
        if (!entry.wasFoundIn(round)) {
            entries.add(entry);
        }
    }

    /** All of them, in no order; good until the next search. */
    List<Entry> all() {
        return entries;
    }

    /** Those that pass, the earliest first; good until the next search. */
    List<Entry> inOrder(Predicate<Entry> which) {
        entries.removeIf(which.negate());
        Collections.sort(entries);
        return entries;
    }
}
