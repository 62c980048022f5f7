package broadsheet.console;

import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * What the console needs to know besides. It listens where all services do, {@code http-host} and {@code http-port}.
 *
 * @param login {@code console-login}, {@code USER:PASSWORD}: who may read; empty for everybody
 * @param isLocal whether only this machine is answered
 * @param url {@code console-url}: by what address readers reach it, for the links in feeds; empty for where it listens
 */
public record ConsoleSettings(Optional<String> login, boolean isLocal, Optional<String> url) {

    private static final String LOGIN = "console-login";
    private static final String NOBODY_ASKED = "none";
    private static final int SHORTEST_PASSWORD = 8;

    /** Reads them; mistakes are gathered in {@code settings}. */
    public static ConsoleSettings read(Settings settings, String httpHost) {
        String login = settings.text(LOGIN, "");
        boolean isLoopback = isLoopback(httpHost);
        if (login.isEmpty() && !isLoopback) {
            settings.mistake(
                    LOGIN,
                    "http-host is " + httpHost
                            + ", where others can come: USER:PASSWORD is needed, or none if something"
                            + " else keeps them out");
        }
        boolean hasPassword = login.indexOf(':') > 0 && login.length() - login.indexOf(':') > SHORTEST_PASSWORD;
        if (!login.isEmpty() && !login.equals(NOBODY_ASKED) && !hasPassword) {
            settings.mistake(
                    LOGIN, "not USER:PASSWORD with at least " + SHORTEST_PASSWORD + " characters behind the colon");
        }
        Optional<String> url = Optional.of(settings.text("console-url", ""))
                .filter(text -> !text.isEmpty())
                .map(text -> text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        url.filter(text -> !isAddress(text))
                .ifPresent(text ->
                        settings.mistake("console-url", "not an address such as https://news.example: " + text));
        return new ConsoleSettings(Optional.of(login).filter(text -> hasPassword), isLoopback && login.isEmpty(), url);
    }

    /** The same with the endpoint's host read from the settings. */
    public static ConsoleSettings read(Settings settings) {
        return read(settings, RuntimeSettings.read(settings).httpHost());
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
