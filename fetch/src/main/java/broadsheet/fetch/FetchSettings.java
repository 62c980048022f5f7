package broadsheet.fetch;

import broadsheet.fetch.host.Hubs;
import broadsheet.fetch.http.WebAddress;
import broadsheet.runtime.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code fetch} needs to know besides.
 *
 * @param contact {@code fetch-contact}: a URL or mail address under which publishers reach whoever runs this; it stands in
 *     the User-Agent
 * @param allowPrivate {@code fetch-allow-private}: whether addresses of one's own network are asked; default false
 * @param gap {@code fetch-host-gap}: from the end of a request to a host to the next one; default and least 1 s
 * @param hosts {@code fetch-hosts}: how many hosts are asked at the same time; default 200
 * @param timeout {@code fetch-timeout}: until an answer is complete; default 30 s
 * @param maxBytes {@code max-page-bytes}: the largest body, packed or not
 * @param perSecond {@code fetch-per-second}: how many subscriptions of a partition are asked for in a second; default 20
 * @param hubs {@code fetch-callback} and {@code fetch-callback-key}: our address as hubs see it, and a key of at least 16
 *     characters that all instances have; without them no hub is asked, and feeds are only read at their pace
 * @param token {@code post-token}: what producers must know that post pages, at least 16 characters; without it none are
 *     taken
 * @param again {@code fetch-again}: how long after a visit of a page the next ones are; default 1 h, 24 h and 7 d
 * @param withdrawOnGone {@code withdraw-on-gone}: whether a page that was taken in once and is gone is taken down; default
 *     false
 */
public record FetchSettings(
        Optional<String> contact,
        boolean allowPrivate,
        Duration gap,
        int hosts,
        Duration timeout,
        int maxBytes,
        int perSecond,
        Optional<Hubs> hubs,
        Optional<String> token,
        List<Duration> again,
        boolean withdrawOnGone) {

    /** The product by which robots.txt groups us. */
    public static final String PRODUCT = "broadsheet";

    private static final int SHORTEST_KEY = 16;
    private static final String VERSION = "0.1";
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,6})(m|h|d)");

    public FetchSettings {
        again = List.copyOf(again);
    }

    /** Reads them; mistakes are gathered in {@code settings}. */
    public static FetchSettings read(Settings settings, int maxPageBytes) {
        String contact = settings.text("fetch-contact", "none");
        if (contact.chars().anyMatch(c -> c < 0x21 || c > 0x7e || c == '(' || c == ')')) {
            settings.mistake("fetch-contact", "a URL or mail address: " + contact);
        }
        Duration gap = settings.duration("fetch-host-gap", Duration.ofSeconds(1));
        if (gap.compareTo(Duration.ofSeconds(1)) < 0) {
            settings.mistake("fetch-host-gap", "at least 1s: " + gap.toMillis() + "ms");
        }
        return new FetchSettings(
                Optional.of(contact).filter(text -> !text.equals("none")),
                isOn(settings, "fetch-allow-private"),
                gap,
                settings.integer("fetch-hosts", 200, 1, 5_000),
                settings.duration("fetch-timeout", Duration.ofSeconds(30)),
                maxPageBytes,
                settings.integer("fetch-per-second", 20, 1, 10_000),
                hubs(settings),
                secret(settings, "post-token"),
                again(settings),
                isOn(settings, "withdraw-on-gone"));
    }

    /** A switch that is off unless it is set. */
    private static boolean isOn(Settings settings, String name) {
        String text = settings.text(name, "false");
        if (!text.equals("true") && !text.equals("false")) {
            settings.mistake(name, "true or false: " + text);
        }
        return text.equals("true");
    }

    private static Optional<Hubs> hubs(Settings settings) {
        String callback = settings.text("fetch-callback", "none");
        Optional<String> key = secret(settings, "fetch-callback-key");
        if (callback.equals("none") && key.isEmpty()) {
            return Optional.empty();
        }
        Optional<URI> url = WebAddress.parse(callback);
        if (url.isEmpty()) {
            settings.mistake("fetch-callback", "an http or https URL: " + callback);
        }
        if (key.isEmpty()) {
            settings.mistake("fetch-callback-key", "it belongs to fetch-callback, and is missing");
        }
        return url.flatMap(address -> key.map(known -> new Hubs(address, known)));
    }

    private static Optional<String> secret(Settings settings, String name) {
        Optional<String> secret = Optional.of(settings.text(name, "none")).filter(text -> !text.equals("none"));
        if (secret.filter(text -> text.length() < SHORTEST_KEY).isPresent()) {
            settings.mistake(name, "at least " + SHORTEST_KEY + " characters");
        }
        return secret;
    }

    private static List<Duration> again(Settings settings) {
        String text = settings.text("fetch-again", "1h,24h,7d");
        List<Duration> lengths = new ArrayList<>();
        for (String part : text.equals("never") ? new String[0] : text.split(",", -1)) {
            var matcher = LENGTH.matcher(part.strip());
            if (!matcher.matches()) {
                settings.mistake("fetch-again", "durations such as 1h,24h,7d, or never: " + text);
                return lengths;
            }
            long amount = Long.parseLong(matcher.group(1));
            lengths.add(
                    switch (matcher.group(2)) {
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    });
        }
        return lengths;
    }

    /** What a publisher sees of us: {@code Broadsheet/0.1 (+https://contact.example)}. */
    public String userAgent() {
        return "Broadsheet/" + VERSION + contact.map(text -> " (+" + text + ")").orElse("");
    }
}
