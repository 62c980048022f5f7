package broadsheet.fetch.host;

import broadsheet.fetch.feed.FeedDocument;
import broadsheet.fetch.feed.Identity;
import broadsheet.fetch.http.BodyDecoder;
import broadsheet.fetch.http.Redirects;
import broadsheet.fetch.http.RetryAfter;
import broadsheet.fetch.http.Web.Response;
import broadsheet.fetch.http.WebAddress;
import broadsheet.fetch.robots.RobotsTag;
import broadsheet.fetch.sitemap.Sitemap;
import broadsheet.model.Facts;
import broadsheet.model.Fetch;
import broadsheet.model.Fetch.Outcome;
import broadsheet.model.FetchRequest;
import broadsheet.model.FetchRequest.Hop;
import broadsheet.model.FetchRequest.Why;
import broadsheet.model.HostState;
import broadsheet.model.Hub;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
        var draft = new Draft(name, request, asked);
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
            return complete(draft, url, answer, calm, answered);
        }
        return draft.result(missing(request, answer.status()), calm);
    }

    private static Outcome missing(FetchRequest request, int status) {
        if (status == 410 || (status == 404 && request.kind() == FetchRequest.Kind.PAGE && request.misses() > 0)) {
            return Outcome.GONE;
        }
        return status == 404 ? Outcome.NOT_FOUND : Outcome.HTTP_ERROR;
    }

    private static Result failed(Draft draft, Response.Failed failed, HostState host, Instant now) {
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
    private static Result pushedBack(Draft draft, Response.Answered answer, HostState host, Instant now) {
        Optional<Instant> said = RetryAfter.until(answer.header("retry-after"), now);
        boolean whole = answer.status() == 429 || answer.status() == 503 || said.isPresent();
        Instant then = said.orElse(now.plus(wait(host.failures())));
        draft.notBefore = Optional.of(then).filter(at -> whole);
        return draft.result(
                Outcome.HTTP_ERROR,
                new HostState(Optional.of(now), draft.notBefore, host.failures() + 1, host.robots()));
    }

    private Result redirected(Draft draft, URI url, Response.Answered answer, HostState host, Instant now) {
        FetchRequest request = draft.request;
        var verdict = Redirects.judge(url, answer.header("location"), request.via());
        if (verdict instanceof Redirects.Verdict.Stop stop) {
            draft.detail = Optional.of(stop.why());
            return draft.result(stop.why().startsWith("from https") ? Outcome.REFUSED : Outcome.UNREADABLE, host);
        }
        URI to = ((Redirects.Verdict.Follow) verdict).url();
        List<Hop> via = new ArrayList<>(request.via());
        via.add(new Hop(request.url(), answer.status()));
        draft.detail = Optional.of("to " + to);
        draft.next.add(new FetchRequest(
                to.toString(),
                request.task(),
                request.kind(),
                Why.REDIRECT,
                now,
                request.expires(),
                request.etag(),
                request.lastModified(),
                request.bodyHash(),
                request.known(),
                via,
                request.depth(),
                request.misses(),
                request.facts(),
                request.hub()));
        return draft.result(Outcome.REDIRECTED, host);
    }

    private Result complete(Draft draft, URI url, Response.Answered answer, HostState host, Instant now) {
        draft.wishes(answer, now);
        var decoded = BodyDecoder.decode(answer.body(), encoding(answer), maxBytes);
        if (decoded instanceof BodyDecoder.Decoded.Failed failed) {
            draft.detail = Optional.of(failed.why());
            return draft.result(failed.tooLarge() ? Outcome.TOO_LARGE : Outcome.UNREADABLE, host);
        }
        byte[] body = ((BodyDecoder.Decoded.Plain) decoded).bytes();
        String hash = Identity.of(body);
        draft.full(answer, hash);
        if (draft.request.bodyHash().filter(hash::equals).isPresent()) {
            return draft.result(Outcome.UNCHANGED, host);
        }
        return switch (draft.request.kind()) {
            case FEED -> feed(draft, url, answer, body, host, now);
            case SITEMAP -> sitemap(draft, url, body, host, now);
            case PAGE -> page(draft, url, answer, body, host, now);
        };
    }

    /** Of a sitemap that is a packed file, the packing is the file's and not the way's. */
    private static Optional<String> encoding(Response.Answered answer) {
        return Optional.of(String.join(",", answer.all("content-encoding"))).filter(text -> !text.isBlank());
    }

    private Result feed(Draft draft, URI url, Response.Answered answer, byte[] body, HostState host, Instant now) {
        Optional<String> type = answer.header("content-type");
        var reading = FeedDocument.read(body, type, url, draft.request.known());
        if (reading instanceof FeedDocument.Reading.Unreadable unreadable) {
            return draft.unread(unreadable.why(), host);
        }
        FeedDocument feed = ((FeedDocument.Reading.Read) reading).document();
        draft.entries = feed.news();
        draft.size = feed.size();
        draft.turnedOver = !draft.request.known().isEmpty() && feed.size() > 1 && feed.strangers() == feed.size();
        feed.hints().every().ifPresent(every -> draft.atLeast((int) every.toMinutes()));
        draft.quietHours = feed.hints().quietHours();
        draft.quietDays = feed.hints().quietDays();
        draft.hub = HubLinks.of(answer.all("link"), url)
                .or(() -> feed.hints().hub().map(found -> HubLinks.resolved(found, url)))
                .filter(found -> found.url().isPresent());
        draft.detail = Optional.of(feed.size() + " entries, " + feed.news().size() + " new or changed");
        if (feed.hasFullNews()) {
            Map<String, String> facts = new TreeMap<>(draft.request.facts());
            feed.title().ifPresent(title -> facts.putIfAbsent(Facts.SOURCE, title));
            draft.page = Optional.of(rawPage(url, facts, answer, type, body, now));
        }
        return draft.result(Outcome.FETCHED, host);
    }

    private Result sitemap(Draft draft, URI url, byte[] body, HostState host, Instant now) {
        var reading = Sitemap.read(body, url, draft.request.known(), now, maxBytes);
        if (reading instanceof Sitemap.Reading.Unreadable unreadable) {
            return draft.unread(unreadable.why(), host);
        }
        Sitemap sitemap = ((Sitemap.Reading.Read) reading).sitemap();
        draft.entries = sitemap.news();
        draft.size = sitemap.size();
        int depth = draft.request.depth();
        boolean tooDeep = depth >= Sitemap.DEEPEST && !sitemap.below().isEmpty();
        draft.detail = Optional.of(sitemap.size() + " pages, " + sitemap.news().size() + " new, "
                + sitemap.below().size() + " sitemaps below"
                + (sitemap.foreign() > 0 ? ", " + sitemap.foreign() + " of another site passed over" : "")
                + (tooDeep ? ", too deep to follow" : ""));
        if (sitemap.stale() && depth > 0) {
            // Remembered as known, it is passed over the next time that the index is read.
            String id = Identity.ofLink(draft.request.url());
            draft.entries =
                    List.of(new Fetch.Entry(id, id, Optional.empty(), Optional.empty(), Optional.empty(), false));
        }
        for (String below : tooDeep ? List.<String>of() : sitemap.below()) {
            draft.next.add(below(draft.request, below, now));
        }
        return draft.result(Outcome.FETCHED, host);
    }

    private static FetchRequest below(FetchRequest index, String url, Instant now) {
        return new FetchRequest(
                url,
                index.task(),
                FetchRequest.Kind.SITEMAP,
                Why.INDEX,
                now,
                index.expires(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                index.known(),
                List.of(),
                index.depth() + 1,
                0,
                index.facts(),
                Optional.empty());
    }

    private Result page(Draft draft, URI url, Response.Answered answer, byte[] body, HostState host, Instant now) {
        if (!RobotsTag.allows(answer.all("x-robots-tag"), product)) {
            return draft.unread("X-Robots-Tag does not let it be taken in", host, Outcome.ROBOTS);
        }
        if (body.length == 0) {
            return draft.unread("empty", host);
        }
        draft.page = Optional.of(rawPage(url, draft.request.facts(), answer, answer.header("content-type"), body, now));
        return draft.result(Outcome.FETCHED, host);
    }

    private static Result.RawPage rawPage(
            URI url,
            Map<String, String> known,
            Response.Answered answer,
            Optional<String> type,
            byte[] body,
            Instant now) {
        Map<String, String> facts = new TreeMap<>(known);
        facts.put(Facts.URL, url.toString());
        type.ifPresent(text -> facts.put(Facts.CONTENT_TYPE, text));
        facts.put(Facts.FETCHED_AT, now.toString());
        facts.put(Facts.HTTP_STATUS, Integer.toString(answer.status()));
        return new Result.RawPage(body, facts);
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
        var draft = new Draft(name, request, now);
        draft.detail = Optional.of(why);
        draft.notBefore = notBefore;
        return draft.result(outcome, host);
    }

    /** A line of the fetch ledger while it is written. */
    private static final class Draft {
        private final String name;
        private final FetchRequest request;
        private final Instant asked;
        private final List<FetchRequest> next = new ArrayList<>();
        private int milliseconds;
        private int bytes;
        private Optional<Integer> status = Optional.empty();
        private Optional<String> detail = Optional.empty();
        private Optional<String> etag = Optional.empty();
        private Optional<String> lastModified = Optional.empty();
        private Optional<String> bodyHash = Optional.empty();
        private Optional<Instant> notBefore = Optional.empty();
        private Optional<Integer> minutes = Optional.empty();
        private List<Integer> quietHours = List.of();
        private List<String> quietDays = List.of();
        private List<Fetch.Entry> entries = List.of();
        private Optional<Result.RawPage> page = Optional.empty();
        private int size;
        private boolean turnedOver;
        private Optional<Hub> hub;

        Draft(String name, FetchRequest request, Instant asked) {
            this.name = name;
            this.request = request;
            this.asked = asked;
            this.hub = request.hub();
        }

        Draft wishes(Response.Answered answer, Instant now) {
            RetryAfter.fresh(answer.header("cache-control"), answer.header("expires"), now)
                    .ifPresent(fresh -> atLeast((int) fresh.toMinutes()));
            return this;
        }

        void atLeast(int wish) {
            if (wish > minutes.orElse(0)) {
                minutes = Optional.of(wish);
            }
        }

        void full(Response.Answered answer, String hash) {
            etag = answer.header("etag");
            lastModified = answer.header("last-modified");
            bodyHash = Optional.of(hash);
        }

        /** What could not be read must come whole the next time: its validators are not kept. */
        Result unread(String why, HostState host, Outcome outcome) {
            etag = Optional.empty();
            lastModified = Optional.empty();
            bodyHash = Optional.empty();
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
            return new Result(fetch, page, next, host);
        }
    }

    /** The URL of the robots.txt that holds for a URL. */
    static URI robotsOf(URI url) {
        return WebAddress.resolve(url.toString(), "/robots.txt").orElseThrow();
    }
}
