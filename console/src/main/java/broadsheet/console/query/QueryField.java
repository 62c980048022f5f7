package broadsheet.console.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a part of a search is compared with. */
public enum QueryField {
    /** Headline, description and body. */
    TEXT,
    /** Subjects, by name. */
    SECTION,
    /** People, organisations and places, by name. */
    ENTITY,
    /** Outlets, by domain or name. */
    SOURCE,
    /** BCP 47. */
    LANGUAGE,
    /** Places alone, by the article's name for them or the register's. */
    PLACE,
    /** Not before that time. */
    AFTER,
    /** Before that time. */
    BEFORE;

    /** Before the colon. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of that word; empty if there is none, and text has none. */
    static Optional<QueryField> of(String word) {
        return Arrays.stream(values())
                .filter(field -> field != TEXT && field.word().equalsIgnoreCase(word))
                .findFirst();
    }
}
