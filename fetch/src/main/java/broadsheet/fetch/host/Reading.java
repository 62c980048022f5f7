package broadsheet.fetch.host;

import broadsheet.fetch.http.Redirects;
import broadsheet.fetch.http.RetryAfter;
import broadsheet.fetch.http.Web.Response;
import broadsheet.fetch.http.WebAddress;
import broadsheet.model.Fetch.Outcome;
import broadsheet.model.FetchRequest;
import broadsheet.model.FetchRequest.Why;
import broadsheet.model.HostState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads an answer: what it says of the URL, of the host, and of what to ask next. Pure: no clock, no network.
 *
 * @param product our name in robots.txt and X-Robots-Tag
 * @param maxBytes the largest body
 */
public record Reading(String product, int maxBytes) {

    /** How long to wait after the first failure of a host that does not say. */
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

    /**
     * Reads.
     *
     * @param name of the request's record
     * @param asked when it was sent
     * @param answered when its answer was complete
     */
    Result read(
            String name,
            FetchRequest request,
            URI url,
            Response response,
            HostState host,
            Instant asked,
            Instant answered) {
        var draft = new LedgerLineDraft(name, request, asked);
        draft.milliseconds = (int)
                Math.min(Integer.MAX_VALUE, Duration.between(asked, answered).toMillis());
        if (response instanceof Response.Failed failed) {
            return failed(draft, failed, host, answered);
        }
        var answer = (Response.Answered) response;
        draft.status = Optional.of(answer.status());
        draft.bytes = answer.body().length;
        if (answer.status() == 429 || answer.status() >= 500) {
            return pushedBack(draft, answer, host, answered);
        }
        HostState calm = new HostState(Optional.of(answered), Optional.empty(), 0, host.robots());
        if (request.why() == Why.SUBSCRIBE) {
            // Nothing is read of its answer; what counts is whether the hub asks back.
            return draft.result(answer.status() / 100 == 2 ? Outcome.FETCHED : Outcome.HTTP_ERROR, calm);
        }
        if (answer.status() == 304) {
            return draft.wishes(answer, answered).result(Outcome.UNCHANGED, calm);
        }
        if (Redirects.isRedirect(answer.status())) {
            return redirected(draft, url, answer, calm, answered);
        }
        if (answer.status() == 200) {
            return new Contents(product, maxBytes).complete(draft, url, answer, calm, answered);
        }
        return draft.result(missing(request, answer.status()), calm);
    }

    private static Outcome missing(FetchRequest request, int status) {
        if (status != 404 && status != 410) {
            return Outcome.HTTP_ERROR;
        }
        // Where it is only for now, it does not say of the subscription that it has ended.
        boolean forGood = status == 410 && (request.via().isEmpty() || Redirects.isPermanent(request.via()));
        boolean twice = request.kind() == FetchRequest.Kind.PAGE && request.misses() > 0;
        return forGood || twice ? Outcome.GONE : Outcome.NOT_FOUND;
    }

    private static Result failed(LedgerLineDraft draft, Response.Failed failed, HostState host, Instant now) {
        draft.detail = Optional.of(failed.why());
        Optional<Instant> asked = Optional.of(now);
        return switch (failed.kind()) {
            case REFUSED -> draft.result(Outcome.REFUSED, host);
            case TOO_LARGE -> draft.result(Outcome.TOO_LARGE, new HostState(asked, Optional.empty(), 0, host.robots()));
            case UNREACHABLE ->
                // Alone it may be this URL; a host that is away is soon found out by the next ones.
                draft.result(
                        Outcome.UNREACHABLE,
                        new HostState(
                                asked,
                                Optional.of(now.plus(wait(host.failures()))).filter(then -> host.failures() > 0),
                                host.failures() + 1,
                                host.robots()));
        };
    }

    private static Duration wait(int failures) {
        Duration grown = FIRST_WAIT.multipliedBy(1L << Math.min(10, failures));
        return grown.compareTo(Duration.ofHours(6)) > 0 ? Duration.ofHours(6) : grown;
    }

    /** The host wants fewer requests, or has troubles of its own: all of it is left alone for a while. */
    private static Result pushedBack(LedgerLineDraft draft, Response.Answered answer, HostState host, Instant now) {
        Optional<Instant> said = RetryAfter.until(answer.header("retry-after"), now);
        boolean whole = answer.status() == 429 || answer.status() == 503 || said.isPresent();
        Instant then = said.orElse(now.plus(wait(host.failures())));
        draft.notBefore = Optional.of(then).filter(at -> whole);
        return draft.result(
                Outcome.HTTP_ERROR,
                new HostState(Optional.of(now), draft.notBefore, host.failures() + 1, host.robots()));
    }

    private Result redirected(LedgerLineDraft draft, URI url, Response.Answered answer, HostState host, Instant now) {
        FetchRequest request = draft.request;
        var verdict = Redirects.judge(url, answer.header("location"), request.via());
        if (verdict instanceof Redirects.Verdict.Stop stop) {
            draft.detail = Optional.of(stop.why());
            return draft.result(stop.why().startsWith("from https") ? Outcome.REFUSED : Outcome.UNREADABLE, host);
        }
        URI to = ((Redirects.Verdict.Follow) verdict).url();
        draft.detail = Optional.of("to " + to);
        draft.next.add(request.redirected(to.toString(), answer.status(), now));
        return draft.result(Outcome.REDIRECTED, host);
    }

    /** What was decided without asking. */
    Result undone(
            String name,
            FetchRequest request,
            Outcome outcome,
            String why,
            Optional<Instant> notBefore,
            HostState host,
            Instant now) {
        var draft = new LedgerLineDraft(name, request, now);
        draft.detail = Optional.of(why);
        draft.notBefore = notBefore;
        return draft.result(outcome, host);
    }

    /** The URL of the robots.txt that holds for a URL. */
    static URI robotsOf(URI url) {
        return WebAddress.resolve(url.toString(), "/robots.txt").orElseThrow();
    }
}
