package broadsheet.ingest.kind;

import java.util.Optional;

/** What gives one kind of page away. */
interface Sign {
    /** What was seen on a page of this kind, for a person; empty on any other page. */
    Optional<String> on(Seen page);
}
