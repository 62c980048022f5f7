package broadsheet.ingest.feed;

import java.util.List;
import java.util.Optional;

/**
 * One entry of a feed, as the feed states it.
 *
 * @param title plain text
 * @param links URLs that may be that of the article's page, absolute, the most direct first
 * @param elsewhere URL of a page of somebody else that the entry is about, absolute
 * @param guid what the feed calls the entry, always the same
 * @param published as written
 * @param modified as written
 * @param authors by-lines as written
 * @param html the fullest text that the entry carries, as markup; blank if it has none
 * @param isDeclaredFull whether the feed puts the text where full texts belong ({@code content:encoded}), not summaries
 * @param categories the publisher's keywords
 * @param image URL of a picture
 */
public record FeedEntry(
        Optional<String> title,
        List<String> links,
        Optional<String> elsewhere,
        Optional<String> guid,
        Optional<String> published,
        Optional<String> modified,
        List<String> authors,
        String html,
        boolean isDeclaredFull,
        List<String> categories,
        Optional<String> image) {

    /** Where a reader is sent. */
    public Optional<String> link() {
        return links.stream().findFirst().or(() -> elsewhere);
    }
}
