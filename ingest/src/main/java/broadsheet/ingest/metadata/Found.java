package broadsheet.ingest.metadata;

import broadsheet.model.Provenance;

/**
 * A value together with where it was found.
 *
 * @param value what the page says
 * @param where the place on the page that says it
 */
public record Found<T>(T value, Provenance where) {
    /** A value that stands in what the page shows. */
    static <T> Found<T> inHtml(T value) {
        return new Found<>(value, Provenance.HTML);
    }
}
