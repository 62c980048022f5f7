package broadsheet.fetch.feed;

import broadsheet.fetch.http.WebAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Where a site has its feeds: what its page links to as an alternate, and the places where feeds usually are. Pure: it
 * names places to try and chooses among what was found there.
 */
public final class Discovery {

    private static final List<String> FEED_TYPES =
            List.of("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml");
    private static final List<String> USUAL_FEEDS =
            List.of("/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json");
    private static final List<String> USUAL_SITEMAPS =
            List.of("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml", "/googlenews.xml");
    private static final int MOST = 20;

    private Discovery() {}

    /**
     * A place that was tried and is a feed.
     *
     * @param url of it
     * @param title what it calls itself
     * @param entries how many it has
     * @param full how many of them carry their full text
     */
    public record Tried(String url, Optional<String> title, int entries, int full) {}

    /** The feeds that a page links to, in its order. */
    public static List<String> linked(String html, URI url) {
        Map<String, Boolean> found = new LinkedHashMap<>();
        var document = Jsoup.parse(html, url.toString());
        String base = Optional.ofNullable(document.selectFirst("base[href]"))
                .flatMap(element -> WebAddress.resolve(url.toString(), element.attr("href")))
                .map(URI::toString)
                .orElse(url.toString());
        for (Element link : document.select("link[rel~=(?i)\\balternate\\b][href]")) {
            String type = link.attr("type").toLowerCase(Locale.ROOT).strip();
            if (FEED_TYPES.stream().anyMatch(type::startsWith) && !isOfComments(link)) {
                WebAddress.resolve(base, link.attr("href")).ifPresent(feed -> found.put(feed.toString(), true));
            }
        }
        return found.keySet().stream().limit(MOST).toList();
    }

    private static boolean isOfComments(Element link) {
        String words = (link.attr("title") + " " + link.attr("href")).toLowerCase(Locale.ROOT);
        return words.contains("comment") || words.contains("kommentar");
    }

    /** Where feeds usually are, for a page that links to none. */
    public static List<String> usualFeeds(URI url) {
        return at(url, USUAL_FEEDS);
    }

    /** Where sitemaps of news usually are, those that robots.txt names first and of these those that speak of news. */
    public static List<String> sitemaps(URI url, List<String> named) {
        List<String> all = new ArrayList<>(named.stream()
                .sorted(Comparator.comparing(
                        name -> !name.toLowerCase(Locale.ROOT).contains("news")))
                .toList());
        all.addAll(at(url, USUAL_SITEMAPS));
        return all.stream().distinct().limit(MOST).toList();
    }

    private static List<String> at(URI url, List<String> paths) {
        return paths.stream()
                .flatMap(path -> WebAddress.resolve(url.toString(), path).stream())
                .map(URI::toString)
                .toList();
    }

    /** The best of them: the one with the most full texts for its size, then with the most entries, then the first. */
    public static Optional<Tried> best(List<Tried> tried) {
        return tried.stream()
                .filter(feed -> feed.entries() > 0)
                .max(Comparator.comparingDouble((Tried feed) -> Math.round(4.0 * feed.full() / feed.entries()))
                        .thenComparingInt(Tried::entries)
                        .thenComparing(feed -> -tried.indexOf(feed)))
                .or(() -> tried.stream().findFirst());
    }
}
