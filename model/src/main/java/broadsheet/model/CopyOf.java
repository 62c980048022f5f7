package broadsheet.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/**
 * Says that an article's text is another article's.
 *
 * @param id article id of the original
 * @param similarity share of the shorter text that both have, from 0 to 1
 * @param method name and version of the comparison
 * @param fuller whether the copy has notably more text than the original
 * @param kind what the copy is to the original; empty in records of before there were kinds
 */
public record CopyOf(String id, double similarity, String method, boolean fuller, Optional<Kind> kind) {

    /** What a copy is to its original. */
    public enum Kind {
        /** The same text again. */
        COPY,
        /** It is later, and says that it brings the original up to date. */
        UPDATE,
        /** It is later, and says that it corrects the original, or has another figure at the same place. */
        CORRECTION;

        /** The lower-case word used in JSON. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
