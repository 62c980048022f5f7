package broadsheet.ingest.wrap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a producer can declare a record to be, other than a page. */
public enum Wrapping {
    /** A JSON envelope around a page. */
    ENVELOPE,
    /** A WARC record around a page. */
    WARC,
    /** A wire service's item. */
    NINJS;

    /** Reads a producer's word, in capitals or not; empty if it is none of these. */
    public static Optional<Wrapping> of(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
