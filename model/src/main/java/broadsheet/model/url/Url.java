package broadsheet.model.url;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * An http or https URL in one spelling, read as browsers read it: white space around it and tabs and line breaks within
 * go, backslashes are slashes, dot segments are resolved, user and password go, hosts are in {@linkplain HostName ASCII},
 * percent-encoding is {@linkplain Percent uniform}, and the scheme's own port is not said. Reading is linear in the
 * length and never throws.
 *
 * <pre>{@code
 * Url.parse("HTTPS://user@Münchner-Bote.example:443/a/../b/%7ecafé") // https://xn--mnchner-bote-dlb.example/b/~caf%C3%A9
 * }</pre>
 *
 * <p>Source: URL Standard (WHATWG), for special schemes; where it leaves two spellings of one resource, RFC 3986, 6.2.2.
 *
 * @param scheme {@code http} or {@code https}
 * @param host never blank
 * @param port -1 if it is the scheme's own
 * @param path begins with a slash
 * @param query without its question mark; blank if there is none
 * @param fragment without its hash sign; blank if there is none
 */
public record Url(String scheme, String host, int port, String path, String query, String fragment) {
    /** A longer one is none: no server takes it. */
    private static final int LONGEST = 65_536;

    private static final int HIGHEST_PORT = 65_535;

    /** Reads an absolute URL; empty if it is none, or of another scheme. */
    public static Optional<Url> parse(String text) {
        return read(text, Optional.empty());
    }

    /** Reads a reference as it stands on a page of this URL; empty if it is of another scheme, or none. */
    public Optional<Url> resolve(String reference) {
        return read(reference, Optional.of(this));
    }

    /** Whether a text claims to be an http or https URL, be it readable or not. */
    public static boolean isWeb(String text) {
        String scheme = scheme(tidy(text.substring(0, Math.min(64, text.length()))));
        return scheme.equals("http") || scheme.equals("https");
    }

    /** Reads a URL as people write it: without a scheme it is https. */
    public static Optional<Url> parseTyped(String text) {
        return isOfAnotherScheme(text) ? Optional.empty() : parse(isWeb(text) ? text : "https://" + tidy(text));
    }

    /** Whether a text names something that is not on the Web: {@code urn:}, {@code file:}. */
    public static boolean isOfAnotherScheme(String text) {
        String scheme = scheme(tidy(text.substring(0, Math.min(64, text.length()))));
        // A dot is allowed in a scheme, but none has one: it is a host with a port.
        return !scheme.isEmpty() && !isWeb(text) && scheme.indexOf('.') < 0;
    }

    private static Optional<Url> read(String text, Optional<Url> base) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String tidy = tidy(text);
        String scheme = scheme(tidy);
        if (scheme.isEmpty()) {
            return base.flatMap(on -> on.relative(tidy));
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.empty();
        }
        String rest = tidy.substring(scheme.length() + 1);
        Optional<Url> same = base.filter(on -> on.scheme.equals(scheme) && slashes(rest) < 2);
        return same.isPresent() ? same.get().relative(rest) : behindSlashes(scheme, rest);
    }

    /** Without what browsers pass over: white space and controls at both ends, tabs and line breaks anywhere. */
    private static String tidy(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        String cut = text.substring(start, end);
        return cut.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r')
                ? cut
                : cut.replace("\t", "").replace("\n", "").replace("\r", "");
    }

    /** The scheme in small letters; blank without one. */
    private static String scheme(String text) {
        int end = 0;
        while (end < text.length() && isOfAScheme(text.charAt(end), end)) {
            end++;
        }
        return end > 0 && end < text.length() && text.charAt(end) == ':'
                ? text.substring(0, end).toLowerCase(Locale.ROOT)
                : "";
    }

    private static boolean isOfAScheme(char c, int at) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (at > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'));
    }

    private static int slashes(String text) {
        int count = 0;
        while (count < text.length() && isSlash(text.charAt(count))) {
            count++;
        }
        return count;
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    private static int end(String text, String marks) {
        int end = 0;
        while (end < text.length() && marks.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static Optional<Url> behindSlashes(String scheme, String text) {
        String rest = text.substring(slashes(text));
        int end = end(rest, "/\\?#");
        String authority = rest.substring(0, end);
        String place = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = place.indexOf(':', Math.max(0, place.indexOf(']')));
        Optional<Integer> port = port(colon < 0 ? "" : place.substring(colon + 1), scheme);
        Optional<String> host = HostName.parse(colon < 0 ? place : place.substring(0, colon));
        return host.flatMap(name -> port.map(number -> new Url(scheme, name, number, "/", "", "")))
                .map(root -> root.with(rest.substring(end)));
    }

    /** The port, -1 for the scheme's own; empty if it is none. */
    private static Optional<Integer> port(String text, String scheme) {
        if (text.isEmpty()) {
            return Optional.of(-1);
        }
        if (text.length() > 10 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        long number = Long.parseLong(text);
        boolean own = number == (scheme.equals("http") ? 80 : 443);
        return number > HIGHEST_PORT ? Optional.empty() : Optional.of(own ? -1 : (int) number);
    }

    private Optional<Url> relative(String text) {
        if (slashes(text) >= 2) {
            return behindSlashes(scheme, text);
        }
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.of(at(path, query, text.isEmpty() ? "" : Percent.query(text.substring(1))));
        }
        if (isSlash(text.charAt(0)) || text.startsWith("?")) {
            return Optional.of(text.startsWith("?") ? at(path, "", "").with(text) : with(text));
        }
        return Optional.of(with(path.substring(0, path.lastIndexOf('/') + 1) + text));
    }

    /** This host with the path, query and fragment that are written there; without a path it keeps its own. */
    private Url with(String text) {
        int hash = text.indexOf('#');
        String beforeHash = hash < 0 ? text : text.substring(0, hash);
        int mark = beforeHash.indexOf('?');
        String written = mark < 0 ? beforeHash : beforeHash.substring(0, mark);
        return at(
                written.isEmpty() ? path : resolved(Percent.path(written.replace('\\', '/'))),
                mark < 0 ? "" : Percent.query(beforeHash.substring(mark + 1)),
                hash < 0 ? "" : Percent.query(text.substring(hash + 1)));
    }

    /** Without dot segments. */
    private static String resolved(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean up = segments[i].equals("..");
            if (up) {
                kept.pollLast();
            } else if (!segments[i].equals(".")) {
                kept.addLast(segments[i]);
            }
            if (i == segments.length - 1 && (up || segments[i].equals("."))) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }

    /** The same place on the same host with another path, query and fragment, each in its one spelling already. */
    Url at(String otherPath, String otherQuery, String otherFragment) {
        return new Url(scheme, host, port, otherPath, otherQuery, otherFragment);
    }

    /** The same on another host. */
    Url on(String otherHost) {
        return new Url(scheme, otherHost, port, path, query, fragment);
    }

    /** The host and the port, where that is not the scheme's own. */
    String authority() {
        return port < 0 ? host : host + ":" + port;
    }

    @Override
    public String toString() {
        return scheme + "://" + authority() + path + (query.isEmpty() ? "" : "?" + query)
                + (fragment.isEmpty() ? "" : "#" + fragment);
    }
}
