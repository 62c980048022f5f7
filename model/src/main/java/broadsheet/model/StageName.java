package broadsheet.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** The stations that a page passes, in the order in which it passes them. */
public enum StageName {
    /** Brings pages in. It stands before the raw topic and has a ledger of its own, so that it says no {@link Outcome}. */
    FETCH,
    INGEST,
    ENRICH,
    SINK;

    /** Those that a raw page passes, each with one outcome. */
    public static final List<StageName> OF_PAGES = List.of(INGEST, ENRICH, SINK);

    /** The lower-case word used in JSON, metrics, application ids and on the command line. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
