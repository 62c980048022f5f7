package broadsheet.fetch.host;

import broadsheet.fetch.http.WebAddress;
import broadsheet.model.Hub;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hub that an answer names in its {@code Link} headers.
 *
 * <p>Source: W3C WebSub, 4; RFC 8288.
 */
final class HubLinks {

    private static final Pattern REL = Pattern.compile(";\\s{0,9}rel\\s{0,9}=\\s{0,9}\"?([^\";,]{1,100})");
    private static final int LONGEST = 8_000;

    private HubLinks() {}

    /** The hub, if one is named, with what it calls the feed: what the answer calls itself, else its URL. */
    static Optional<Hub> of(List<String> headers, URI url) {
        return linked(headers, "hub")
                .map(hub -> resolved(
                        new Hub(linked(headers, "self").orElse(url.toString()), Optional.of(hub), Optional.empty()),
                        url));
    }

    /** The same with absolute addresses; without the hub's if that is none. */
    static Hub resolved(Hub hub, URI url) {
        String topic = hub.topic().isBlank() ? url.toString() : hub.topic();
        return new Hub(
                WebAddress.resolve(url.toString(), topic).orElse(url).toString(),
                hub.url()
                        .flatMap(text -> WebAddress.resolve(url.toString(), text))
                        .map(URI::toString),
                Optional.empty());
    }

    private static Optional<String> linked(List<String> headers, String rel) {
        for (String header : headers) {
            String text = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
            for (String part : text.split(",(?=\\s{0,9}<)", 50)) {
                int end = part.indexOf('>');
                int start = part.indexOf('<');
                var said = REL.matcher(part);
                if (start >= 0 && end > start && said.find(end) && isAmong(said.group(1), rel)) {
                    return Optional.of(part.substring(start + 1, end).strip());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isAmong(String words, String rel) {
        return List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+", 10)).contains(rel);
    }
}
