package broadsheet.ingest.feed;

import java.util.List;
import java.util.Optional;

/**
 * A feed and its entries.
 *
 * @param title the feed's own title
 * @param language tag that the feed declares
 * @param entries in the feed's order
 */
public record Feed(Optional<String> title, Optional<String> language, List<Entry> entries) {
    public Feed {
        entries = List.copyOf(entries);
    }
}
