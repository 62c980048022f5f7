package broadsheet.console.feed;

import broadsheet.console.index.SearchHit;
import java.time.Instant;
import java.util.List;

/**
 * A search's newest articles, to be written as a feed.
 *
 * @param title of the feed
 * @param page address of the search, absolute
 * @param self address of the feed, absolute
 * @param now when it is written: what a feed without an article was updated
 * @param entries the newest first
 */
public record SearchFeed(String title, String page, String self, Instant now, List<SearchHit> entries) {

    public SearchFeed {
        entries = List.copyOf(entries);
    }

    /** When the latest of its articles was changed. */
    Instant updated() {
        return entries.stream()
                .map(hit -> hit.article().contentTime())
                .max(Instant::compareTo)
                .orElse(now);
    }
}
