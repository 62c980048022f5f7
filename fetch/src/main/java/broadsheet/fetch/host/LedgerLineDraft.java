package broadsheet.fetch.host;

import broadsheet.fetch.http.RetryAfter;
import broadsheet.fetch.http.Web.Response;
import broadsheet.model.Fetch;
import broadsheet.model.Fetch.Outcome;
import broadsheet.model.FetchRequest;
import broadsheet.model.HostState;
import broadsheet.model.Hub;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line of the fetch ledger while it is written. */
final class LedgerLineDraft {
    private final String name;
    final FetchRequest request;
    private final Instant asked;
    final List<FetchRequest> next = new ArrayList<>();
    int milliseconds;
    int bytes;
    Optional<Integer> status = Optional.empty();
    Optional<String> detail = Optional.empty();
    Optional<String> etag = Optional.empty();
    Optional<String> lastModified = Optional.empty();
    Optional<String> bodyHash = Optional.empty();
    Optional<Instant> notBefore = Optional.empty();
    Optional<Integer> minutes = Optional.empty();
    List<Integer> quietHours = List.of();
    List<String> quietDays = List.of();
    List<Fetch.Entry> entries = List.of();
    Optional<Result.RawPage> page = Optional.empty();
    int size;
    boolean turnedOver;
    Optional<Hub> hub;

    LedgerLineDraft(String name, FetchRequest request, Instant asked) {
        this.name = name;
        this.request = request;
        this.asked = asked;
        this.hub = request.hub();
    }

    LedgerLineDraft wishes(Response.Answered answer, Instant now) {
        RetryAfter.fresh(answer.header("cache-control"), answer.header("expires"), now)
                .ifPresent(fresh -> atLeast((int) fresh.toMinutes()));
        return this;
    }

    void atLeast(int wish) {
        if (wish > minutes.orElse(0)) {
            minutes = Optional.of(wish);
        }
    }

    /** What it is known by the next time. */
    void full(Response.Answered answer, String hash) {
        etag = answer.header("etag");
        lastModified = answer.header("last-modified");
        bodyHash = Optional.of(hash);
    }

    /** It must come whole the next time: its validators are not kept. */
    void comeWhole() {
        etag = Optional.empty();
        lastModified = Optional.empty();
        bodyHash = Optional.empty();
    }

    /** It could not be read. */
    Result unread(String why, HostState host, Outcome outcome) {
        comeWhole();
        detail = Optional.of(why);
        return result(outcome, host);
    }

    Result unread(String why, HostState host) {
        return unread(why, host, Outcome.UNREADABLE);
    }

    Result result(Outcome outcome, HostState host) {
        Fetch fetch = new Fetch(
                request.task(),
                request.url(),
                name,
                request.kind(),
                request.why(),
                outcome,
                detail.map(text -> text.length() > 300 ? text.substring(0, 300) : text),
                asked,
                milliseconds,
                bytes,
                status,
                etag,
                lastModified,
                bodyHash,
                notBefore,
                minutes,
                quietHours,
                quietDays,
                request.via(),
                request.depth(),
                entries,
                size,
                turnedOver,
                hub);
        // Of what was never there in full nothing was published.
        boolean lost = outcome == Outcome.GONE
                && request.kind() == FetchRequest.Kind.PAGE
                && request.bodyHash().isPresent();
        return new Result(fetch, page, next, host, lost);
    }
}
