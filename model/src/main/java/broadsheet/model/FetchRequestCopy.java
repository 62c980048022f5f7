package broadsheet.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Another request while it is made of one: what differs is set by its name. */
final class FetchRequestCopy {
    private final FetchRequest from;
    String url;
    FetchRequest.Kind kind;
    FetchRequest.Why why;
    Instant at;
    Optional<String> etag;
    Optional<String> lastModified;
    Optional<String> bodyHash;
    List<String> known;
    List<FetchRequest.Hop> via;
    int depth;
    int misses;
    Map<String, String> facts;
    Optional<Hub> hub;

    FetchRequestCopy(FetchRequest from) {
        this.from = from;
        url = from.url();
        kind = from.kind();
        why = from.why();
        at = from.at();
        etag = from.etag();
        lastModified = from.lastModified();
        bodyHash = from.bodyHash();
        known = from.known();
        via = from.via();
        depth = from.depth();
        misses = from.misses();
        facts = from.facts();
        hub = from.hub();
    }

    FetchRequest made() {
        return new FetchRequest(
                url,
                from.task(),
                kind,
                why,
                at,
                from.expires(),
                etag,
                lastModified,
                bodyHash,
                known,
                via,
                depth,
                misses,
                facts,
                hub);
    }
}
