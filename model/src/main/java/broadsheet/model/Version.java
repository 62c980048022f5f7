package broadsheet.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Which version of an article a record is. Versions are ordered by {@linkplain Article#contentTime() content
 * time}, then by when they were first fetched, never by arrival.
 *
 * @param number from 1; beyond some 4,100 it stays what it is
 * @param change whether an earlier version is known
 * @param substantive whether the text changed in more than typography and small corrections; true for the first
 * @param changedFields JSON names of the fields that differ from the version before; empty for the first
 * @param firstPublished when the earliest version known was published: what the publisher says, or when it was first
 *     fetched if that was before or the publisher does not say
 * @param history the versions known, the earliest first; of more than 100 the first and the latest ones
 */
public record Version(
        int number,
        Change change,
        boolean substantive,
        List<String> changedFields,
        Instant firstPublished,
        List<Entry> history) {

    /** Whether an earlier version is known. */
    public enum Change {
        NEW,
        REVISED;

        /** The lower-case word used in JSON. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One version in the history.
     *
     * @param at its content time
     * @param contentHash hexadecimal hash of what the reader sees
     */
    public record Entry(Instant at, String contentHash) {}

    public Version {
        if (number < 1) {
            throw new IllegalArgumentException("version number is below 1: " + number);
        }
        changedFields = List.copyOf(changedFields);
        history = List.copyOf(history);
    }
}
