package broadsheet.fetch.sitemap;

import broadsheet.fetch.feed.ShortHash;
import broadsheet.fetch.http.BodyDecoder;
import broadsheet.fetch.http.WebAddress;
import broadsheet.model.Fetch;
import crawlercommons.domains.EffectiveTldFinder;
import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A sitemap as it was fetched: the sitemaps below it, and what it names of the last two days. What lies on another site is
 * passed over, for nobody speaks for another's pages.
 *
 * @param below sitemaps that an index names and that may hold something new
 * @param news pages of the last two days that were not known, latest first
 * @param size how many pages it names in all
 * @param foreign how many of them lie elsewhere
 * @param stale whether it has dates, and none of them is of the last month
 *     <p>Source: sitemaps.org; the news extension, which asks to keep two days only.
 */
public record Sitemap(List<String> below, List<Fetch.Entry> news, int size, int foreign, boolean stale) {

    /** How deep indexes may lie in each other. */
    public static final int DEEPEST = 3;

    /** The protocol's own limit of one file. */
    private static final int MOST_URLS = 50_000;

    private static final int MOST_NEWS = 1_000;
    private static final int MOST_BELOW = 500;
    private static final Duration WINDOW = Duration.ofDays(2);
    private static final Duration MONTH = Duration.ofDays(30);

    public Sitemap {
        below = List.copyOf(below);
        news = List.copyOf(news);
    }

    /** What comes of bytes that are said to be a sitemap. */
    public sealed interface Reading {
        /**
         * It is one.
         *
         * @param sitemap what it says
         */
        record Read(Sitemap sitemap) implements Reading {}

        /**
         * It is none.
         *
         * @param why for a person
         */
        record Unreadable(String why) implements Reading {}
    }

    /**
     * Reads what is new by a time.
     *
     * @param known identities of pages that are known already, and of sitemaps that are not worth reading again
     * @param limit the most bytes that it may be unpacked
     */
    public static Reading read(byte[] bytes, URI url, Collection<String> known, Instant now, int limit) {
        return read(bytes, url, Set.copyOf(known), now, limit);
    }

    private static Reading read(byte[] bytes, URI url, Set<String> known, Instant now, int limit) {
        Optional<String> packing = BodyDecoder.isGzip(bytes) ? Optional.of("gzip") : Optional.empty();
        if (!(BodyDecoder.decode(bytes, packing, limit) instanceof BodyDecoder.Decoded.Plain plain)) {
            return new Reading.Unreadable("cannot be unpacked, or is too large");
        }
        try {
            AbstractSiteMap parsed = parser().parseSiteMap(plain.bytes(), url.toURL());
            return new Reading.Read(
                    parsed instanceof SiteMapIndex index
                            ? ofIndex(index, url, known, now)
                            : ofPages((SiteMap) parsed, url, known, now));
        } catch (UnknownFormatException | IOException | IllegalArgumentException unreadable) {
            return new Reading.Unreadable("not a sitemap");
        }
    }

    /** Lenient about where pages lie, since that is judged here, by site and not by folder. */
    private static SiteMapParser parser() {
        SiteMapParser parser = new SiteMapParser(false, true);
        parser.enableExtension(Extension.NEWS);
        return parser;
    }

    private static Sitemap ofIndex(SiteMapIndex index, URI url, Set<String> known, Instant now) {
        Map<String, Boolean> hosts = new HashMap<>();
        List<String> below = new ArrayList<>();
        int foreign = 0;
        for (AbstractSiteMap child : index.getSitemaps()) {
            String address = String.valueOf(child.getUrl());
            boolean old = Optional.ofNullable(child.getLastModified())
                    .map(Date::toInstant)
                    .filter(at -> at.isBefore(now.minus(WINDOW)))
                    .isPresent();
            if (!isSameSite(url, address, hosts)) {
                foreign++;
            } else if (!old && !known.contains(ShortHash.ofLink(address)) && below.size() < MOST_BELOW) {
                below.add(address);
            }
        }
        return new Sitemap(below, List.of(), 0, foreign, false);
    }

    private static Sitemap ofPages(SiteMap sitemap, URI url, Set<String> known, Instant now) {
        Map<String, Boolean> hosts = new HashMap<>();
        List<Fetch.Entry> news = new ArrayList<>();
        int foreign = 0;
        int size = 0;
        boolean dated = false;
        boolean fresh = false;
        for (SiteMapURL page :
                sitemap.getSiteMapUrls().stream().limit(MOST_URLS).toList()) {
            size++;
            String address = String.valueOf(page.getUrl());
            Optional<NewsAttributes> tags = tags(page);
            Optional<Instant> at = at(page, tags);
            dated |= at.isPresent();
            fresh |= at.filter(time -> time.isAfter(now.minus(MONTH))).isPresent();
            if (!isSameSite(url, address, hosts)) {
                foreign++;
            } else if (at.filter(time -> time.isAfter(now.minus(WINDOW))).isPresent()) {
                Fetch.Entry entry = entry(address, tags, at);
                if (!known.contains(entry.id()) || !known.contains(entry.version())) {
                    news.add(entry);
                }
            }
        }
        news.sort((one, other) ->
                other.published().orElse("").compareTo(one.published().orElse("")));
        return new Sitemap(List.of(), news.stream().limit(MOST_NEWS).toList(), size, foreign, dated && !fresh);
    }

    private static Optional<NewsAttributes> tags(SiteMapURL page) {
        ExtensionMetadata[] all = page.getAttributesForExtension(Extension.NEWS);
        return all != null && all.length > 0 && all[0] instanceof NewsAttributes news
                ? Optional.of(news)
                : Optional.empty();
    }

    private static Optional<Instant> at(SiteMapURL page, Optional<NewsAttributes> tags) {
        return tags.flatMap(news -> Optional.ofNullable(news.getPublicationDateTime()))
                .map(time -> time.toInstant())
                .or(() -> Optional.ofNullable(page.getLastModified()).map(Date::toInstant));
    }

    private static Fetch.Entry entry(String address, Optional<NewsAttributes> tags, Optional<Instant> at) {
        String id = ShortHash.ofLink(address);
        Optional<String> title = tags.flatMap(news -> Optional.ofNullable(news.getTitle()));
        return new Fetch.Entry(
                id,
                ShortHash.of(id + at.map(Instant::toString).orElse("")),
                Optional.of(address),
                title,
                at.map(Instant::toString),
                false);
    }

    /** Whether both lie under one registered name, by the public suffix list; of each host it is looked up once. */
    private static boolean isSameSite(URI one, String other, Map<String, Boolean> hosts) {
        String mine = Optional.ofNullable(one.getHost()).orElse("");
        return hosts.computeIfAbsent(
                WebAddress.host(other),
                theirs -> !theirs.isEmpty() && site(mine).equals(site(theirs)));
    }

    private static String site(String host) {
        String registered = EffectiveTldFinder.getAssignedDomain(host, true);
        if (registered != null && !registered.isEmpty()) {
            return registered;
        }
        // The list's own rule for what it does not have: the last two labels.
        String[] labels = host.split("\\.", -1);
        return labels.length <= 2 ? host : labels[labels.length - 2] + "." + labels[labels.length - 1];
    }
}
