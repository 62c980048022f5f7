package broadsheet.fetch.host;

import broadsheet.fetch.feed.FeedDocument;
import broadsheet.fetch.feed.ShortHash;
import broadsheet.fetch.http.BodyDecoder;
import broadsheet.fetch.http.Web.Response;
import broadsheet.fetch.robots.RobotsTag;
import broadsheet.fetch.sitemap.Sitemap;
import broadsheet.model.Facts;
import broadsheet.model.Fetch;
import broadsheet.model.Fetch.Outcome;
import broadsheet.model.HostState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads what a complete answer holds: a feed, a sitemap, or a page that is to be taken in. Pure.
 *
 * @param product our name in X-Robots-Tag
 * @param maxBytes the largest body
 */
record Contents(String product, int maxBytes) {

    /** Reads it. */
    Result complete(LedgerLineDraft draft, URI url, Response.Answered answer, HostState host, Instant now) {
        draft.wishes(answer, now);
        var decoded = BodyDecoder.decode(answer.body(), encoding(answer), maxBytes);
        if (decoded instanceof BodyDecoder.Decoded.Failed failed) {
            draft.detail = Optional.of(failed.why());
            return draft.result(failed.tooLarge() ? Outcome.TOO_LARGE : Outcome.UNREADABLE, host);
        }
        byte[] body = ((BodyDecoder.Decoded.Plain) decoded).bytes();
        String hash = ShortHash.of(body);
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

    private Result feed(
            LedgerLineDraft draft, URI url, Response.Answered answer, byte[] body, HostState host, Instant now) {
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
        draft.detail = Optional.of(feed.size() + " entries, " + feed.news().size() + " new or changed"
                + (feed.untold() > 0 ? ", " + feed.untold() + " more are told the next time" : "")
                + (feed.unread() > 0 ? ", " + feed.unread() + " behind them not read" : ""));
        if (feed.untold() > 0) {
            draft.comeWhole();
        }
        if (feed.hasFullNews()) {
            Map<String, String> facts = new TreeMap<>(draft.request.facts());
            feed.title().ifPresent(title -> facts.putIfAbsent(Facts.SOURCE, title));
            draft.page = Optional.of(rawPage(url, facts, answer, type, body, now));
        }
        return draft.result(Outcome.FETCHED, host);
    }

    private Result sitemap(LedgerLineDraft draft, URI url, byte[] body, HostState host, Instant now) {
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
            String id = ShortHash.ofLink(draft.request.url());
            draft.entries =
                    List.of(new Fetch.Entry(id, id, Optional.empty(), Optional.empty(), Optional.empty(), false));
        }
        for (String below : tooDeep ? List.<String>of() : sitemap.below()) {
            draft.next.add(draft.request.below(below, now));
        }
        return draft.result(Outcome.FETCHED, host);
    }

    private Result page(
            LedgerLineDraft draft, URI url, Response.Answered answer, byte[] body, HostState host, Instant now) {
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
}
