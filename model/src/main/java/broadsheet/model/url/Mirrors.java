package broadsheet.model.url;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hosts that show other sites' pages and say in their own address whose: AMP caches, translations and archives of the
 * Web. Only these are believed, and only their address, never the page.
 *
 * <p>Source: AMP Project, "AMP Cache URL format"; the archives' own help pages.
 */
final class Mirrors {
    private static final Pattern AMP_CACHE = Pattern.compile("^/(?:c|v|a|wp|ad)/(s/)?(.*)$", Pattern.DOTALL);
    private static final Pattern AMP_VIEWER = Pattern.compile("^/amp/(s/)?(.*)$", Pattern.DOTALL);
    private static final Pattern GOOGLE = Pattern.compile("(?:www\\.)?google\\.(?:com?\\.[a-z]{2}|com|[a-z]{2})");
    private static final Pattern SEARCH_CACHE = Pattern.compile("(?:^|&)q=cache:(?:[\\w-]{6,20}:)?([^&+]++)");
    private static final Pattern SNAPSHOT = Pattern.compile("^/web/\\d[\\w]{0,20}/(.*)$", Pattern.DOTALL);
    private static final String TRANSLATED = ".translate.goog";
    private static final Set<String> WAYBACK = Set.of("web.archive.org", "wayback.archive.org");
    private static final Set<String> ARCHIVES = Set.of(
            "archive.ph",
            "archive.today",
            "archive.is",
            "archive.li",
            "archive.vn",
            "archive.md",
            "archive.fo",
            "arquivo.pt",
            "wayback.archive-it.org",
            "web.archive.bibalex.org",
            "webarchive.loc.gov",
            "webarchive.nationalarchives.gov.uk",
            "webarchive.org.uk");

    private Mirrors() {}

    /** The address that a mirror's address holds; empty if it is none's, or holds none. */
    static Optional<Url> inside(Url url) {
        String host = ArticleUrl.withoutWww(url.host());
        if (host.equals("cdn.ampproject.org")
                || host.endsWith(".cdn.ampproject.org")
                || host.endsWith(".bing-amp.com")) {
            return behind(AMP_CACHE, url);
        }
        if (host.equals("bing.com") || GOOGLE.matcher(host).matches()) {
            return behind(AMP_VIEWER, url);
        }
        if (host.endsWith(TRANSLATED)) {
            return translated(host, url);
        }
        if (WAYBACK.contains(host)) {
            return first(SNAPSHOT, url).flatMap(page -> page(page, url));
        }
        if (ARCHIVES.contains(host)) {
            return embedded(url);
        }
        return host.equals("webcache.googleusercontent.com") ? cached(url) : Optional.empty();
    }

    private static Optional<Url> behind(Pattern pattern, Url url) {
        Matcher matcher = pattern.matcher(url.path());
        return matcher.matches()
                ? Url.parse((matcher.group(1) == null ? "http://" : "https://") + matcher.group(2) + rest(url))
                        .filter(Mirrors::isPublic)
                : Optional.empty();
    }

    /** A translator's host name is the publisher's in one label: a hyphen for each dot, and two for each hyphen. */
    private static Optional<Url> translated(String host, Url url) {
        String label = host.substring(0, host.length() - TRANSLATED.length());
        String publisher = label.replace("--", "_").replace('-', '.').replace('_', '-');
        return Url.parse(url.scheme() + "://" + publisher + url.path() + rest(url))
                .filter(Mirrors::isPublic);
    }

    private static Optional<String> first(Pattern pattern, Url url) {
        Matcher matcher = pattern.matcher(url.path());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Url> embedded(Url url) {
        int at = url.path().indexOf("/http");
        return at < 0 ? Optional.empty() : page(url.path().substring(at + 1), url);
    }

    /** A snapshot's page, which may have lost its scheme, or have its slashes encoded. */
    private static Optional<Url> page(String text, Url url) {
        boolean encoded = text.startsWith("http:%2F") || text.startsWith("https:%2F");
        String plain = encoded ? Percent.decode(text) : text;
        return Url.parse((Url.isWeb(plain) ? plain : "http://" + plain) + rest(url))
                .filter(Mirrors::isPublic);
    }

    private static Optional<Url> cached(Url url) {
        Matcher matcher = SEARCH_CACHE.matcher(url.query());
        if (!matcher.find()) {
            return Optional.empty();
        }
        String page = Percent.decode(matcher.group(1));
        return Url.parse(Url.isWeb(page) ? page : "http://" + page).filter(Mirrors::isPublic);
    }

    private static String rest(Url url) {
        return (url.query().isEmpty() ? "" : "?" + url.query())
                + (url.fragment().isEmpty() ? "" : "#" + url.fragment());
    }

    private static boolean isPublic(Url page) {
        return page.host().indexOf('.') > 0;
    }
}
