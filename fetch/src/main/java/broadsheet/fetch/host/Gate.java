package broadsheet.fetch.host;

import broadsheet.fetch.http.WebAddress;
import broadsheet.fetch.robots.RobotsGate;
import broadsheet.model.Fetch.Outcome;
import broadsheet.model.FetchRequest;
import broadsheet.model.FetchRequest.Why;
import broadsheet.model.HostState;
import broadsheet.model.HostState.Robots;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be done about a request before anything is asked. Pure.
 *
 * @param robots reads robots.txt
 */
public record Gate(RobotsGate robots) {

    private static final Duration AFTER_AWAY = Duration.ofHours(1);

    /** What to do. */
    sealed interface Passage {
        /**
         * Ask.
         *
         * @param url what for
         * @param headers with which
         * @param delay that the site asks for between requests
         */
        record Ask(URI url, Map<String, String> headers, Optional<Duration> delay) implements Passage {}

        /**
         * Ask for the robots.txt first.
         *
         * @param url what then is asked for
         */
        record AskRobots(URI url) implements Passage {}

        /**
         * Ask a hub for its word.
         *
         * @param url the hub
         */
        record AskHub(URI url) implements Passage {}

        /**
         * Do not ask.
         *
         * @param outcome what to say of it
         * @param why for a person
         * @param notBefore when to try again at the earliest, if that is known
         */
        record Decline(Outcome outcome, String why, Optional<Instant> notBefore) implements Passage {}
    }

    /** Judges a request by what is known of its host. */
    Passage judge(FetchRequest request, HostState host, Instant now) {
        if (request.why() == Why.PING || request.why() == Why.VERIFIED) {
            return new Passage.Decline(Outcome.NOTED, "its hub says so", Optional.empty());
        }
        if (!now.isBefore(request.expires())) {
            return new Passage.Decline(Outcome.EXPIRED, "waited since " + request.at(), Optional.empty());
        }
        Optional<URI> url = WebAddress.parse(request.url());
        if (url.isEmpty()) {
            return new Passage.Decline(Outcome.REFUSED, "not a URL that can be asked", Optional.empty());
        }
        Optional<Instant> then = host.notBefore().filter(now::isBefore);
        if (then.isPresent()) {
            return new Passage.Decline(Outcome.BACKING_OFF, "the host is left alone until " + then.get(), then);
        }
        if (request.why() == Why.SUBSCRIBE) {
            // robots.txt is for who reads pages; a hub is a service that the publisher names for us.
            return new Passage.AskHub(url.get());
        }
        Optional<Robots> found = Optional.ofNullable(host.robots().get(WebAddress.origin(url.get())));
        return found.filter(text -> RobotsGate.isFresh(text, now))
                .map(text -> judge(request, url.get(), text))
                .orElseGet(() -> new Passage.AskRobots(url.get()));
    }

    private Passage judge(FetchRequest request, URI url, Robots found) {
        RobotsGate.Rules rules = robots.rules(found);
        if (!rules.allow(url)) {
            return rules.away()
                    ? new Passage.Decline(
                            found.failure().map(HostState.NoAnswer::outcome).orElse(Outcome.ROBOTS),
                            "robots.txt could not be read: "
                                    + found.failure()
                                            .map(HostState.NoAnswer::why)
                                            .orElse("status " + found.status()),
                            Optional.of(found.at().plus(AFTER_AWAY)))
                    : new Passage.Decline(Outcome.ROBOTS, "robots.txt forbids it", Optional.empty());
        }
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", accept(request.kind()));
        request.etag().ifPresent(tag -> headers.put("If-None-Match", tag));
        request.lastModified().ifPresent(date -> headers.put("If-Modified-Since", date));
        return new Passage.Ask(url, headers, rules.delay());
    }

    private static String accept(FetchRequest.Kind kind) {
        return switch (kind) {
            case FEED ->
                "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.8,"
                        + " */*;q=0.1";
            case SITEMAP -> "application/xml, text/xml;q=0.9, */*;q=0.1";
            case PAGE -> "text/html, application/xhtml+xml, */*;q=0.1";
        };
    }
}
