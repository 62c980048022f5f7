package broadsheet.ingest.feed;

import java.util.List;
import java.util.Optional;

/**
 * A feed and its entries.
 *
 * @param title the feed's own title
 * @param language tag that the feed declares
 * @param home URL of the site that the feed says it is of, absolute
 * @param entries in the feed's order, the first of them if there are more than are read
 * @param unread how many entries were not read
 */
public record Feed(
        Optional<String> title, Optional<String> language, Optional<String> home, List<FeedEntry> entries, int unread) {
    public Feed {
        entries = List.copyOf(entries);
    }
}
