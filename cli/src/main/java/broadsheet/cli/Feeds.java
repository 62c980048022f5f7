package broadsheet.cli;

import broadsheet.fetch.FetchSettings;
import broadsheet.fetch.feed.Discovery;
import broadsheet.fetch.feed.Discovery.Tried;
import broadsheet.fetch.host.OneShot;
import broadsheet.fetch.http.WebAddress;
import broadsheet.fetch.lists.FeedList;
import broadsheet.model.Facts;
import broadsheet.model.Fetch;
import broadsheet.model.FetchRequest.Kind;
import broadsheet.model.Subscription;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an operator names, as subscriptions: addresses of feeds or sites, and files with lists of feeds. */
public final class Feeds {

    private final FetchSettings settings;
    private final Instant now;

    public Feeds(FetchSettings settings, Instant now) {
        this.settings = settings;
        this.now = now;
    }

    /** The subscriptions of a list of feeds, none of which is asked for. */
    public Map<String, Subscription> list(Path file) throws IOException {
        FeedList list = FeedList.read(Files.readString(file, StandardCharsets.UTF_8));
        Map<String, Subscription> all = new LinkedHashMap<>();
        for (FeedList.Line line : list.feeds()) {
            all.put(
                    line.url(),
                    new Subscription(
                            Subscription.Kind.FEED,
                            line.title(),
                            line.site(),
                            line.folders(),
                            Optional.empty(),
                            true,
                            now));
        }
        return all;
    }

    /**
     * The subscriptions that an address stands for: itself if it is a feed or sitemap, else the best feed of the site, else
     * its sitemap of news.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Map<String, Subscription> find(String address) throws InterruptedException {
        URI url = WebAddress.parse(address.contains("://") ? address : "https://" + address)
                .orElseThrow(() -> new IllegalArgumentException("not an address: " + address));
        try (OneShot web = OneShot.open(settings)) {
            List<Tried> itself = tryFeeds(web, List.of(url.toString()));
            if (!itself.isEmpty()) {
                return feed(itself.get(0), Optional.empty());
            }
            if (trySitemap(web, url.toString())) {
                return Map.of(url.toString(), Subscription.of(Subscription.Kind.SITEMAP, now));
            }
            List<String> linked = linked(web, url);
            List<Tried> found = tryFeeds(web, linked.isEmpty() ? Discovery.usualFeeds(url) : linked);
            Optional<Tried> best = Discovery.best(found);
            if (best.isPresent()) {
                return feed(best.get(), Optional.of(url.toString()));
            }
            for (String sitemap : Discovery.sitemaps(url, web.sitemaps(url.getHost()))) {
                if (trySitemap(web, sitemap)) {
                    return Map.of(sitemap, Subscription.of(Subscription.Kind.SITEMAP, now));
                }
            }
        }
        throw new IllegalArgumentException("no feed and no sitemap found at " + address);
    }

    private Map<String, Subscription> feed(Tried feed, Optional<String> site) {
        return Map.of(
                feed.url(),
                new Subscription(Subscription.Kind.FEED, feed.title(), site, List.of(), Optional.empty(), true, now));
    }

    private static List<String> linked(OneShot web, URI url) throws InterruptedException {
        List<String> feeds = new ArrayList<>();
        web.ask(OneShot.request(url.toString(), Kind.PAGE, Map.of()));
        web.run((fetch, body, facts) -> body.ifPresent(bytes -> feeds.addAll(Discovery.linked(
                new String(bytes, StandardCharsets.UTF_8),
                WebAddress.parse(facts.getOrDefault(Facts.URL, url.toString())).orElse(url)))));
        return feeds;
    }

    private static List<Tried> tryFeeds(OneShot web, List<String> urls) throws InterruptedException {
        Map<String, Tried> found = new HashMap<>();
        urls.forEach(url -> web.ask(OneShot.request(url, Kind.FEED, Map.of())));
        web.run((fetch, body, facts) -> {
            if (fetch.outcome() == Fetch.Outcome.FETCHED) {
                int full =
                        (int) fetch.entries().stream().filter(Fetch.Entry::full).count();
                Optional<String> title = Optional.ofNullable(facts.get(Facts.SOURCE));
                found.put(fetch.task(), new Tried(fetch.task(), title, fetch.size(), full));
            }
        });
        return urls.stream().filter(found::containsKey).map(found::get).toList();
    }

    private static boolean trySitemap(OneShot web, String url) throws InterruptedException {
        List<Fetch> found = new ArrayList<>();
        web.ask(OneShot.request(url, Kind.SITEMAP, Map.of()));
        web.run((fetch, body, facts) -> {
            if (fetch.outcome() == Fetch.Outcome.FETCHED) {
                found.add(fetch);
            }
        });
        return !found.isEmpty();
    }
}
