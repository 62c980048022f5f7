package broadsheet.fetch.http;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as strangers write them, made into ones that can be asked. */
public final class WebAddress {

    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:");
    private static final int LONGEST = 4096;

    private WebAddress() {}

    /**
     * The absolute http or https URL that a reference stands for; empty if it stands for none ({@code javascript:},
     * {@code mailto:}, broken ones). {@code feed:} is taken off; a fragment is left out, since it is not asked for.
     *
     * @param base what a relative one is relative to; one that is no URL makes relative ones stand for nothing
     */
    public static Optional<URI> resolve(String base, String reference) {
        String text = reference.strip().replaceAll("[\\t\\r\\n]", "");
        if (text.regionMatches(true, 0, "feed:", 0, 5)) {
            String rest = text.substring(5);
            text = rest.startsWith("//") ? "https:" + rest : rest;
        }
        if (text.length() > LONGEST || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = SCHEME.matcher(text).find() ? new URI(escaped(text)) : against(base, text);
            return clean(uri);
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The URL that a text stands for by itself. */
    public static Optional<URI> parse(String text) {
        return resolve("", text);
    }

    private static URI against(String base, String reference) throws URISyntaxException {
        if (base.isBlank()) {
            throw new URISyntaxException(reference, "relative to nothing");
        }
        URI root = new URI(escaped(base));
        // java.net.URI resolves an empty path with a query by RFC 2396, which loses the last segment.
        if (reference.startsWith("?")) {
            return new URI(root.getScheme(), root.getRawAuthority(), null, null, null)
                    .resolve(Optional.ofNullable(root.getRawPath()).orElse("") + escaped(reference));
        }
        return root.resolve(escaped(reference));
    }

    private static Optional<URI> clean(URI uri) throws URISyntaxException {
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || uri.getRawAuthority() == null) {
            return Optional.empty();
        }
        String path =
                Optional.ofNullable(uri.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        URI clean = new URI(scheme + "://" + authority(uri.getRawAuthority()) + path + query).normalize();
        return clean.getHost() == null ? Optional.empty() : Optional.of(clean);
    }

    private static String authority(String raw) {
        boolean plain = raw.chars().allMatch(c -> c < 0x80);
        if (plain) {
            return raw.toLowerCase(Locale.ROOT);
        }
        int port = raw.lastIndexOf(':');
        String host = port < 0 ? raw : raw.substring(0, port);
        return IDN.toASCII(host).toLowerCase(Locale.ROOT) + (port < 0 ? "" : raw.substring(port));
    }

    /** As browsers do: what may not stand in a URL is written in percent, backslashes are slashes. */
    private static String escaped(String text) {
        var clean = new StringBuilder(text.length() + 16);
        int authorityEnd = authorityEnd(text);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\\') {
                clean.append('/');
            } else if (c == '%' && !isEscape(text, i)) {
                clean.append("%25");
            } else if (i <= authorityEnd || isAllowed(c)) {
                clean.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    clean.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
                }
            }
        }
        return clean.toString();
    }

    private static int authorityEnd(String text) {
        int start = text.indexOf("//");
        if (start < 0 || start > 8) {
            return 0;
        }
        int end = start + 2;
        while (end < text.length() && "/?#\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 <= text.length()
                && Character.digit(text.charAt(at), 16) >= 0
                && Character.digit(text.charAt(at + 1), 16) >= 0;
    }

    private static boolean isAllowed(int c) {
        return c > 0x20 && c < 0x7f && "\"<>^`{|}[]".indexOf(c) < 0;
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
