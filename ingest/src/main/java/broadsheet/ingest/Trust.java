package broadsheet.ingest;

import broadsheet.ingest.metadata.Found;
import broadsheet.ingest.wrap.Wrapping;
import broadsheet.model.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far what a record's bytes say of themselves counts. Bytes are a server's word; headers are the producer's. An
 * envelope may name any site's page, and say when it was fetched, only where the producer declares that it is one.
 *
 * @param declared what the producer says that the record is; empty if it is a page
 * @param latest no time inside that is later counts: the record's own and an hour, as clocks differ
 * @param urlFrom who gave the URL: the producer in a header, else what was around the page
 * @param stated URLs that an undeclared wrapping gives the page, besides the fetched one
 */
public record Trust(Optional<Wrapping> declared, Instant latest, Provenance urlFrom, List<Found<String>> stated) {
    private static final Duration CLOCKS = Duration.ofHours(1);

    public Trust {
        stated = List.copyOf(stated);
    }

    /** What counts in a record of this time. */
    static Trust of(Optional<Wrapping> declared, Instant recorded) {
        return new Trust(declared, recorded.plus(CLOCKS), Provenance.HEADER, List.of());
    }

    boolean declares(Wrapping wrapping) {
        return declared.filter(wrapping::equals).isPresent();
    }
}
