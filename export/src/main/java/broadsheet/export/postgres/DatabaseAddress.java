package broadsheet.export.postgres;

import broadsheet.cli.UsageException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a database is, and who asks.
 *
 * @param jdbc its URL without a password
 * @param login user and password, as far as they are given
 */
record DatabaseAddress(String jdbc, Properties login) {

    private static final int USUAL_PORT = 5432;

    /**
     * Reads {@code postgresql://USER:PASSWORD@HOST:PORT/DATABASE?PROPERTY=VALUE}, of which only host and database must be
     * there. A password that is not in it is taken from {@code PGPASSWORD}, or by the driver from {@code ~/.pgpass}.
     *
     * @throws UsageException if it is none; it does not show what may be a password
     */
    static DatabaseAddress of(String text, Optional<String> password) {
        URI uri;
        try {
            uri = new URI(text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
        } catch (URISyntaxException e) {
            throw new UsageException("not an address such as postgresql://USER@HOST/DATABASE: " + e.getReason());
        }
        boolean isOurs = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        if (!isOurs
                || uri.getHost() == null
                || uri.getPath() == null
                || uri.getPath().length() < 2) {
            throw new UsageException("not an address such as postgresql://USER@HOST/DATABASE");
        }
        Properties login = new Properties();
        password.ifPresent(word -> login.setProperty("password", word));
        Optional.ofNullable(uri.getRawUserInfo()).ifPresent(info -> {
            int colon = info.indexOf(':');
            login.setProperty("user", decoded(colon < 0 ? info : info.substring(0, colon)));
            if (colon >= 0) {
                login.setProperty("password", decoded(info.substring(colon + 1)));
            }
        });
        login.setProperty("ApplicationName", "broadsheet-export");
        login.setProperty("connectTimeout", "10");
        login.setProperty("tcpKeepAlive", "true");
        String host = uri.getHost() + ":" + (uri.getPort() < 0 ? USUAL_PORT : uri.getPort());
        String query =
                Optional.ofNullable(uri.getRawQuery()).map(rest -> "?" + rest).orElse("");
        return new DatabaseAddress("jdbc:postgresql://" + host + uri.getRawPath() + query, login);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
