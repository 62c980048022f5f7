package broadsheet.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where the value of an article's field was found. */
public enum Provenance {
    /** schema.org data in a JSON-LD script. */
    JSON_LD,
    /** A meta or link element of the page's head. */
    META,
    /** The feed that listed or carried the article. */
    FEED,
    /** The page's visible elements or their attributes. */
    HTML,
    /** The text of a page that came as plain text. */
    TEXT,
    /** The data from which a page's scripts put it together. */
    SCRIPT,
    /** The URL. */
    URL,
    /** What the page was wrapped in, an envelope or an archive record, without a word of the producer's that it is one. */
    WRAPPING,
    /** A header of the raw record, or its timestamp. */
    HEADER;

    /** The lower-case word used in JSON: {@code json-ld}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
