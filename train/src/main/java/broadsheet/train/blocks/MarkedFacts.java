package broadsheet.train.blocks;

import java.util.List;

/**
 * What people have marked on a page beside its text.
 *
 * @param title empty if it is not marked
 * @param day of publication, {@code 2024-05-03}; empty if it is not marked
 * @param authors empty if they are not marked
 */
record MarkedFacts(String title, String day, List<String> authors) {
    /** Nothing is marked. */
    static final MarkedFacts NONE = new MarkedFacts("", "", List.of());

    MarkedFacts {
        authors = List.copyOf(authors);
    }

    /** Whether anything is marked. */
    boolean isAny() {
        return !title.isEmpty() || !day.isEmpty() || !authors.isEmpty();
    }
}
