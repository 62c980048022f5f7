package broadsheet.ingest.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * URLs in one spelling: host in lower case, no default port, no fragment, no parameters that are known to track the
 * reader, the others sorted. What can tell two articles apart stays: {@code ?p=123}, the case of the path.
 *
 * <p>Source: RFC 3986, section 6.2.
 */
public final class CanonicalUrl {
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "_ga",
            "_gl",
            "cmpid",
            "cmp",
            "ocid",
            "ncid",
            "smid",
            "smtyp",
            "sr_share",
            "soc_src",
            "soc_trk",
            "spm",
            "xtor",
            "at_medium",
            "at_campaign",
            "ns_mchannel",
            "ns_source",
            "ns_campaign",
            "ns_linkname",
            "ns_fee",
            "wt_mc",
            "wtmc",
            "cid",
            "icid",
            "ito",
            "partner",
            "ref_src",
            "ref_url",
            "mkt_tok",
            "hsctatracking",
            "_hsenc",
            "_hsmi",
            "vero_id",
            "oly_enc_id",
            "oly_anon_id",
            "guccounter",
            "guce_referrer",
            "guce_referrer_sig",
            "tblci",
            "cndid",
            "mbid",
            "clicksource",
            "taid");
    private static final Set<String> SECOND_LEVEL = Set.of(
            "co", "com", "org", "net", "ac", "gov", "gob", "edu", "or", "ne", "go", "in", "nom", "ltd", "plc", "me");

    private CanonicalUrl() {}

    /** The URL in its one spelling; empty if it is no http or https URL with a host. */
    public static Optional<String> normalise(String url) {
        return parse(url).map(uri -> {
            String path = Optional.ofNullable(uri.getRawPath())
                    .filter(p -> !p.isEmpty())
                    .orElse("/");
            String query = query(Optional.ofNullable(uri.getRawQuery()).orElse(""));
            int port = uri.getPort();
            boolean usual = port < 0 || port == 80 || port == 443;
            return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host(uri) + (usual ? "" : ":" + port) + path
                    + (query.isEmpty() ? "" : "?" + query);
        });
    }

    /**
     * The URL that an article goes by: the one that its page calls its own where that is believable, else the fetched
     * one. Not believable are another site's URL and the front page.
     */
    public static Optional<String> choose(Optional<String> fetched, Optional<String> stated) {
        Optional<String> own = stated.flatMap(CanonicalUrl::normalise).filter(url -> !isFrontPage(url));
        Optional<String> used = fetched.flatMap(CanonicalUrl::normalise);
        if (own.isPresent() && (used.isEmpty() || site(own.get()).equals(site(used.get())))) {
            return own;
        }
        return used;
    }

    /** The host of a URL in lower case without {@code www.}; empty if it has none. */
    public static Optional<String> domain(String url) {
        return parse(url).map(CanonicalUrl::host).map(host -> host.startsWith("www.") ? host.substring(4) : host);
    }

    /** Whether a URL names nothing below its host. */
    public static boolean isFrontPage(String url) {
        return parse(url)
                .map(uri -> {
                    String path =
                            Optional.ofNullable(uri.getRawPath()).orElse("").toLowerCase(Locale.ROOT);
                    boolean front = path.matches("/?(index\\.\\w{3,5}|home/?|default\\.aspx?)?");
                    return front
                            && Optional.ofNullable(uri.getRawQuery())
                                    .map(CanonicalUrl::query)
                                    .orElse("")
                                    .isEmpty();
                })
                .orElse(false);
    }

    /** The registrable part of the host, by the usual second-level names of countries. */
    public static String site(String url) {
        String host = domain(url).orElse("");
        String[] labels = host.split("\\.", 0);
        int keep = labels.length > 2
                        && labels[labels.length - 1].length() == 2
                        && SECOND_LEVEL.contains(labels[labels.length - 2])
                ? 3
                : 2;
        return labels.length <= keep
                ? host
                : String.join(".", Arrays.copyOfRange(labels, labels.length - keep, labels.length));
    }

    private static String query(String query) {
        return Arrays.stream(query.split("&", 0))
                .filter(part -> !part.isEmpty() && !isTracking(part))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static boolean isTracking(String parameter) {
        int end = parameter.indexOf('=');
        String name = (end < 0 ? parameter : parameter.substring(0, end)).toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACKING.contains(name);
    }

    private static String host(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static Optional<URI> parse(String url) {
        String plain = url.strip().replace(" ", "%20").replace("|", "%7C").replace("\\", "/");
        if (!plain.regionMatches(true, 0, "http", 0, 4)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(plain.replaceAll("[\"<>^`{}\\[\\]]", ""));
            return uri.getHost() == null || uri.getScheme() == null ? Optional.empty() : Optional.of(uri);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
