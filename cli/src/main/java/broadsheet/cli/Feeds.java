package broadsheet.cli;

import broadsheet.fetch.FetchSettings;
import broadsheet.fetch.host.OneShot;
import broadsheet.fetch.http.WebAddress;
import broadsheet.fetch.lists.FeedList;
import broadsheet.model.Subscription;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an operator names, as subscriptions: addresses of feeds or sites, and files with lists of feeds. */
public final class Feeds {

    private final FetchSettings settings;
    private final Instant now;

    public Feeds(FetchSettings settings, Instant now) {
        this.settings = settings;
        this.now = now;
    }

    /** The subscriptions of a list of feeds, none of which is asked for. */
    public Map<String, Subscription> list(Path file) throws IOException {
        FeedList list = FeedList.read(Files.readString(file, StandardCharsets.UTF_8));
        Map<String, Subscription> all = new LinkedHashMap<>();
        for (FeedList.Line line : list.feeds()) {
            all.put(
                    line.url(),
                    new Subscription(
                            Subscription.Kind.FEED,
                            line.title(),
                            line.site(),
                            line.folders(),
                            Optional.empty(),
                            true,
                            now));
        }
        return all;
    }

    /**
     * The subscriptions that an address stands for: itself if it is a feed or sitemap, else the best feed of the site, else
     * its sitemap of news.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Map<String, Subscription> find(String address) throws InterruptedException {
        URI url = WebAddress.parse(address.contains("://") ? address : "https://" + address)
                .orElseThrow(() -> new IllegalArgumentException("not an address: " + address));
        try (OneShot web = OneShot.open(settings)) {
            return new FeedSearch(web, now).at(url);
        }
    }
}
