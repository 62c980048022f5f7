package broadsheet.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One URL to be asked for once. Its key is the URL's host, so that one partition, and with it one process, has all that is
 * asked of a host.
 *
 * @param url what to ask for
 * @param task under which key the answer is told on the fetch ledger: the subscription's URL, or the page's as it was found
 * @param kind what is expected there
 * @param why what led to it
 * @param at when it was written, UTC
 * @param expires from when on it is not to be carried out any more, UTC
 * @param etag the validator that the last full answer had, byte for byte
 * @param lastModified likewise
 * @param bodyHash of the last full answer
 * @param known identities and versions of entries that are known already
 * @param via what led here by redirection, in order
 * @param depth how many sitemap indexes lie above it
 * @param misses how often in a row there was nothing at the URL
 * @param facts what to tell of the page in the headers of its raw record
 * @param hub the hub that it is for, or what a hub has said
 */
public record FetchRequest(
        String url,
        String task,
        Kind kind,
        Why why,
        Instant at,
        Instant expires,
        Optional<String> etag,
        Optional<String> lastModified,
        Optional<String> bodyHash,
        List<String> known,
        List<Hop> via,
        int depth,
        int misses,
        Map<String, String> facts,
        Optional<Hub> hub) {

    /** What is expected at the URL. */
    public enum Kind {
        FEED,
        SITEMAP,
        PAGE;

        /** The lower-case word used in JSON and metrics. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What a subscription's URL is expected to be. */
        public static Kind of(Subscription.Kind kind) {
            return kind == Subscription.Kind.FEED ? FEED : SITEMAP;
        }
    }

    /** What led to a request. */
    public enum Why {
        /** A subscription that was not fetched before. */
        NEW,
        /** A subscription that is due. */
        DUE,
        /** An entry names the page. */
        ENTRY,
        /** The page was fetched before, and may have been edited. */
        AGAIN,
        /** Another URL answered that it is here. */
        REDIRECT,
        /** A sitemap index names it. */
        INDEX,
        /** The hub of a feed is to tell us what is new. */
        SUBSCRIBE,
        /** The hub has confirmed that it will; nothing is asked for. */
        VERIFIED,
        /** The hub has told us that there is something new; nothing is asked for by this one. */
        PING,
        /** That has made a subscription due. */
        PUSHED;

        /** Whether it is about what a hub does, and not about what a feed or page has. */
        public boolean isOfHub() {
            return this == SUBSCRIBE || this == VERIFIED || this == PING;
        }
    }

    /**
     * An answer that pointed elsewhere.
     *
     * @param url what was asked for
     * @param status of the answer: 301, 302, 303, 307 or 308
     */
    public record Hop(String url, int status) {}

    public FetchRequest {
        known = List.copyOf(known);
        via = List.copyOf(via);
        facts = Map.copyOf(facts);
    }

    /** A request for a URL of which nothing is known. */
    public static FetchRequest of(String url, String task, Kind kind, Why why, Instant at, Instant expires) {
        return new FetchRequest(
                url,
                task,
                kind,
                why,
                at,
                expires,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                0,
                0,
                Map.of(),
                Optional.empty());
    }

    /** The same by what the last full answer is known. */
    public FetchRequest unless(Optional<String> tag, Optional<String> date, Optional<String> hash) {
        var copy = new FetchRequestCopy(this);
        copy.etag = tag;
        copy.lastModified = date;
        copy.bodyHash = hash;
        return copy.made();
    }

    /** The same with what is known of entries. */
    public FetchRequest knowing(List<String> hashes) {
        var copy = new FetchRequestCopy(this);
        copy.known = hashes;
        return copy.made();
    }

    /** The same with what is to be told of the page. */
    public FetchRequest telling(Map<String, String> words) {
        var copy = new FetchRequestCopy(this);
        copy.facts = words;
        return copy.made();
    }

    /** The same of what was not there so many times. */
    public FetchRequest missed(int times) {
        var copy = new FetchRequestCopy(this);
        copy.misses = times;
        return copy.made();
    }

    /** The same for a hub, or with its word. */
    public FetchRequest about(Hub agreed) {
        var copy = new FetchRequestCopy(this);
        copy.hub = Optional.of(agreed);
        return copy.made();
    }

    /** The same at another URL, to which this one was sent on. */
    public FetchRequest redirected(String to, int status, Instant now) {
        var copy = new FetchRequestCopy(this);
        copy.url = to;
        copy.why = Why.REDIRECT;
        copy.at = now;
        copy.via = Stream.concat(via.stream(), Stream.of(new Hop(url, status))).toList();
        return copy.made();
    }

    /** A request for a sitemap that the one asked for here, an index, names. */
    public FetchRequest below(String sitemap, Instant now) {
        var copy = new FetchRequestCopy(this);
        copy.url = sitemap;
        copy.kind = Kind.SITEMAP;
        copy.why = Why.INDEX;
        copy.at = now;
        copy.etag = Optional.empty();
        copy.lastModified = Optional.empty();
        copy.bodyHash = Optional.empty();
        copy.via = List.of();
        copy.depth = depth + 1;
        copy.misses = 0;
        copy.hub = Optional.empty();
        return copy.made();
    }
}
