package broadsheet.cli;

import broadsheet.fetch.feed.Discovery;
import broadsheet.fetch.feed.Discovery.Tried;
import broadsheet.fetch.feed.FeedDocument;
import broadsheet.fetch.host.OneShot;
import broadsheet.fetch.http.WebAddress;
import broadsheet.model.Facts;
import broadsheet.model.Fetch;
import broadsheet.model.Fetch.Outcome;
import broadsheet.model.FetchRequest.Kind;
import broadsheet.model.Subscription;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what to watch at an address: itself if it is a feed or sitemap, else the best feed of the site, else its sitemap
 * of news. Asks one thing at a time, and no more of a host that does not answer.
 */
final class FeedSearch {

    /** After these nothing is to be had from that address, whatever it is asked for as. */
    private static final Set<Outcome> HOPELESS =
            Set.of(Outcome.REFUSED, Outcome.UNREACHABLE, Outcome.BACKING_OFF, Outcome.EXPIRED);

    private final OneShot web;
    private final Instant now;
    /** By what was asked for, what became of it in the end. */
    private final Map<String, Fetch> answers = new HashMap<>();

    /** Searches by {@code web}; what is found is asked for since {@code now}. */
    FeedSearch(OneShot web, Instant now) {
        this.web = web;
        this.now = now;
    }

    /**
     * Searches.
     *
     * @throws IllegalArgumentException if nothing is found; says what became of the address itself
     */
    Map<String, Subscription> at(URI url) throws InterruptedException {
        List<Tried> itself = tryFeeds(List.of(url.toString()));
        if (!itself.isEmpty()) {
            return feed(itself.get(0), Optional.empty());
        }
        Fetch answer = answers.get(url.toString());
        if (answer != null && HOPELESS.contains(answer.outcome())) {
            throw new IllegalArgumentException(said(answer, url));
        }
        if (!isPage(answer) && trySitemap(url.toString())) {
            return Map.of(url.toString(), Subscription.of(Subscription.Kind.SITEMAP, now));
        }
        return ofSite(url, isPage(answer) ? linked(url) : List.of());
    }

    private Map<String, Subscription> ofSite(URI url, List<String> linked) throws InterruptedException {
        Optional<Tried> best = Discovery.best(tryFeeds(linked.isEmpty() ? Discovery.usualFeeds(url) : linked));
        if (best.isPresent()) {
            return feed(best.get(), Optional.of(url.toString()));
        }
        for (String sitemap : Discovery.sitemaps(url, web.sitemaps(url.getHost()))) {
            if (trySitemap(sitemap)) {
                return Map.of(sitemap, Subscription.of(Subscription.Kind.SITEMAP, now));
            }
        }
        Fetch answer = answers.get(url.toString());
        throw new IllegalArgumentException(
                answer == null || isPage(answer) ? "no feed and no sitemap found at " + url : said(answer, url));
    }

    private static boolean isPage(@Nullable Fetch answer) {
        return answer != null
                && answer.detail().filter(FeedDocument.A_WEB_PAGE::equals).isPresent();
    }

    private static String said(Fetch answer, URI url) {
        return "no feed and no sitemap found at " + url + ": " + answer.outcome()
                + answer.status().map(status -> " " + status).orElse("")
                + answer.detail().map(detail -> ", " + detail).orElse("");
    }

    private Map<String, Subscription> feed(Tried feed, Optional<String> site) {
        return Map.of(
                feed.url(),
                new Subscription(Subscription.Kind.FEED, feed.title(), site, List.of(), Optional.empty(), true, now));
    }

    /** The feeds that a page links to; none if it cannot be had. */
    private List<String> linked(URI url) throws InterruptedException {
        List<String> feeds = new ArrayList<>();
        web.ask(OneShot.request(url.toString(), Kind.PAGE, Map.of()));
        web.run((fetch, body, facts) -> body.ifPresent(bytes -> feeds.addAll(Discovery.linked(
                new String(bytes, StandardCharsets.UTF_8),
                WebAddress.parse(facts.getOrDefault(Facts.URL, url.toString())).orElse(url)))));
        return feeds;
    }

    private List<Tried> tryFeeds(List<String> urls) throws InterruptedException {
        Map<String, Tried> found = new HashMap<>();
        urls.forEach(url -> web.ask(OneShot.request(url, Kind.FEED, Map.of())));
        web.run((fetch, body, facts) -> {
            note(fetch);
            if (fetch.outcome() == Outcome.FETCHED) {
                int full =
                        (int) fetch.entries().stream().filter(Fetch.Entry::full).count();
                Optional<String> title = Optional.ofNullable(facts.get(Facts.SOURCE));
                found.put(fetch.task(), new Tried(fetch.task(), title, fetch.size(), full));
            }
        });
        return urls.stream().filter(found::containsKey).map(found::get).toList();
    }

    private boolean trySitemap(String url) throws InterruptedException {
        List<Fetch> found = new ArrayList<>();
        web.ask(OneShot.request(url, Kind.SITEMAP, Map.of()));
        web.run((fetch, body, facts) -> {
            note(fetch);
            if (fetch.outcome() == Outcome.FETCHED) {
                found.add(fetch);
            }
        });
        return !found.isEmpty();
    }

    private void note(Fetch fetch) {
        if (fetch.outcome() != Outcome.REDIRECTED) {
            answers.put(fetch.task(), fetch);
        }
    }
}
