package broadsheet.fetch.http;

import broadsheet.model.url.Url;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Addresses as strangers write them, made into ones that can be asked. What an address means is read as everywhere in the
 * pipeline ({@link Url}); here is only added what asking needs.
 */
public final class WebAddress {

    private static final String FEED = "feed:";
    private static final int LONGEST = 4096;

    /** What a URL may have and {@link URI} does not take. */
    private static final String REFUSED = "\"<>^`{|}[]\\";

    private WebAddress() {}

    /**
     * The absolute http or https URL that a reference stands for; empty if it stands for none ({@code javascript:},
     * {@code mailto:}, broken ones). {@code feed:} is taken off; a fragment is left out, since it is not asked for.
     *
     * @param base what a relative one is relative to; one that is no URL makes relative ones stand for nothing
     */
    public static Optional<URI> resolve(String base, String reference) {
        String text = reference.strip();
        if (text.regionMatches(true, 0, FEED, 0, FEED.length())) {
            String rest = text.substring(FEED.length());
            text = rest.startsWith("//") ? "https:" + rest : rest;
        }
        if (text.length() > LONGEST || text.isEmpty()) {
            return Optional.empty();
        }
        String whole = text;
        return Url.parse(base)
                .flatMap(on -> on.resolve(whole))
                .or(() -> Url.parse(whole))
                .flatMap(WebAddress::asked);
    }

    /** The URL that a text stands for by itself. */
    public static Optional<URI> parse(String text) {
        return resolve("", text);
    }

    private static Optional<URI> asked(Url url) {
        String query = url.query().isEmpty() ? "" : "?" + url.query();
        String authority = url.host() + (url.port() < 0 ? "" : ":" + url.port());
        try {
            URI uri = new URI(url.scheme() + "://" + authority + escaped(url.path() + query));
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
        } catch (URISyntaxException unaskable) {
            return Optional.empty();
        }
    }

    private static String escaped(String text) {
        var clean = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '%' && !isEscape(text, i)) {
                clean.append("%25");
            } else if (c > 0x20 && c < 0x7f && REFUSED.indexOf(c) < 0) {
                clean.append((char) c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    clean.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
                }
            }
        }
        return clean.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 <= text.length()
                && Character.digit(text.charAt(at), 16) >= 0
                && Character.digit(text.charAt(at + 1), 16) >= 0;
    }

    /** The host in lower case, as requests are keyed; blank if the text is no URL. */
    public static String host(String url) {
        return parse(url).map(URI::getHost).orElse("");
    }

    /** Scheme and port, by which one host can have several robots.txt: {@code https:443}. */
    public static String origin(URI url) {
        return url.getScheme() + ":"
                + (url.getPort() < 0 ? (url.getScheme().equals("https") ? 443 : 80) : url.getPort());
    }
}
