package broadsheet.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/**
 * Names a later article that tells what an original told, and corrects it or brings it up to date. It stands on {@code
 * news.copies} under its id.
 *
 * @param id article id of the later one
 * @param kind what it is to the original
 */
public record Amendment(String id, Kind kind) {

    /** What a later article is to an original, where it is more than a copy; see {@link CopyOf.Kind}. */
    public enum Kind {
        UPDATE,
        CORRECTION;

        /** The lower-case word used in JSON. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Empty for a plain copy. */
        public static Optional<Kind> of(CopyOf.Kind copy) {
            return switch (copy) {
                case COPY -> Optional.empty();
                case UPDATE -> Optional.of(UPDATE);
                case CORRECTION -> Optional.of(CORRECTION);
            };
        }
    }
}
