package broadsheet.fetch.plan;

import java.util.Map;

/**
 * A page that a feed or sitemap names. It goes to the partition of the page's URL, where it is known whether the page was
 * named before, by whatever feed.
 *
 * @param url of the page
 * @param facts what the feed says of it, as headers of its raw record
 * @param changed whether the entry was known, and is not as it was
 */
public record PageWish(String url, Map<String, String> facts, boolean changed) {
    public PageWish {
        facts = Map.copyOf(facts);
    }
}
