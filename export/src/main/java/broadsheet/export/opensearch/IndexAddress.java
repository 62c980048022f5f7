package broadsheet.export.opensearch;

import broadsheet.cli.UsageException;
import broadsheet.export.Standing;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an index is, and who asks.
 *
 * @param cluster scheme, host, port and whatever path a proxy puts before the API
 * @param index the name of the index of originals; those of copies and of the bookmark begin with it
 * @param login the header {@code Authorization}; empty for nobody
 */
record IndexAddress(String cluster, String index, Optional<String> login) {

    private static final String LIKE_THIS = "not an address such as http://USER@HOST:9200/INDEX";
    private static final int USUAL_PORT = 9200;
    /** What may be the name of an index, and of those that are named after it. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,199}+");

    /**
     * Reads {@code http://USER:PASSWORD@HOST:PORT/INDEX}, or {@code https:}, of which host and index must be there.
     *
     * @param password for a user who is named without one
     * @throws UsageException if it is none; it does not show what may be a password
     */
    static IndexAddress of(String text, Optional<String> password) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new UsageException(LIKE_THIS + ": " + e.getReason());
        }
        boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!isHttp || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new UsageException(LIKE_THIS);
        }
        int slash = uri.getRawPath().lastIndexOf('/');
        String index = uri.getRawPath().substring(slash + 1);
        if (!NAME.matcher(index).matches()) {
            throw new UsageException(LIKE_THIS + ", with a name in small letters, digits, _, - and .");
        }
        String before = slash < 0 ? "" : uri.getRawPath().substring(0, slash);
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        return new IndexAddress(
                uri.getScheme() + "://" + uri.getHost() + ":" + port + before,
                index,
                Optional.ofNullable(uri.getRawUserInfo()).map(info -> login(info, password)));
    }

    private static String login(String info, Optional<String> password) {
        int colon = info.indexOf(':');
        String user = decoded(colon < 0 ? info : info.substring(0, colon));
        String word = colon < 0 ? password.orElse("") : decoded(info.substring(colon + 1));
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + word).getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The index of articles that stand so. */
    String index(Standing standing) {
        return standing == Standing.ORIGINAL ? index : index + "-copies";
    }

    /** Both indices of articles, as a request names them. */
    String articles() {
        return index(Standing.ORIGINAL) + "," + index(Standing.COPY);
    }

    /** The index of the bookmark. */
    String bookmark() {
        return index + "-export";
    }
}
