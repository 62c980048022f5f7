package broadsheet.ledger;

import broadsheet.model.Subscription;
import broadsheet.runtime.clients.TopicReader;
import broadsheet.runtime.settings.RuntimeSettings;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which subscription a source's articles come by: the first one whose feed or site lies under its domain. */
final class Subscribed implements AutoCloseable {

    private final TopicReader<String, Subscription> reader;
    private final Map<String, Subscription> subscriptions = new TreeMap<>();

    Subscribed(RuntimeSettings runtime) {
        reader = new TopicReader<>(runtime, runtime.topics().subscriptions());
    }

    /** Reads on. */
    Subscribed look() {
        reader.drain(record -> {
            if (record.value() == null) {
                subscriptions.remove(record.key());
            } else {
                subscriptions.put(record.key(), record.value());
            }
        });
        return this;
    }

    /** The subscription's URL; blank if there is none. */
    String of(String domain) {
        return subscriptions.entrySet().stream()
                .filter(entry -> isUnder(domain, entry.getKey())
                        || entry.getValue()
                                .site()
                                .filter(site -> isUnder(domain, site))
                                .isPresent())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static boolean isUnder(String domain, String url) {
        String host = host(url);
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private static String host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT))
                    .orElse("");
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
