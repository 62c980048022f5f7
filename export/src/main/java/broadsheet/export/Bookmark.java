package broadsheet.export;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a target has come. It is kept where the data is, and written with it.
 *
 * @param terms what was asked for and of which topics; another run goes on only under the same terms
 * @param reading which reading of the topics from the beginning this is, counted from 1: what an earlier one left, and this
 *     one has not found, is gone
 * @param asOf when all was read that there was, or when this reading began
 * @param offsets the next offset to read, by {@code topic-partition}
 */
public record Bookmark(String terms, int reading, Instant asOf, SortedMap<String, Long> offsets) {

    public Bookmark {
        offsets = Collections.unmodifiableSortedMap(new TreeMap<>(offsets));
    }

    /** Where the first reading begins, or the one after {@code earlier}. */
    static Bookmark start(String terms, int reading, Instant now) {
        return new Bookmark(terms, reading, now, new TreeMap<>());
    }

    /** The same, further on. */
    Bookmark at(Map<String, Long> positions) {
        return new Bookmark(terms, reading, asOf, new TreeMap<>(positions));
    }

    /** The same, when all is read. */
    Bookmark asOf(Instant now) {
        return new Bookmark(terms, reading, now, offsets);
    }

    /** Whether tombstones that it has not seen may be gone: they are kept for so long only. */
    boolean isTooOld(Instant now, Duration tombstones) {
        return asOf.plus(tombstones).isBefore(now);
    }
}
