package broadsheet.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The three stations that a page passes, in the order in which it passes them. */
public enum StageName {
    INGEST,
    ENRICH,
    SINK;

    /** The lower-case word used in JSON, metrics, application ids and on the command line. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
