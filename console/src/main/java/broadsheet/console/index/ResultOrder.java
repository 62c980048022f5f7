package broadsheet.console.index;

import java.util.Locale;
import java.util.Optional;

/** What comes first. */
public enum ResultOrder {
    /** The newest. */
    TIME,
    /** What has most to do with the words. */
    RELEVANCE;

    /** In addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order of that word; by time if there is none. */
    public static ResultOrder of(Optional<String> word) {
        return word.filter(RELEVANCE.word()::equals).isPresent() ? RELEVANCE : TIME;
    }
}
