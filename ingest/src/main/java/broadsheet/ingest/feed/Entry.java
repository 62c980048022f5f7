package broadsheet.ingest.feed;

import java.util.List;
import java.util.Optional;

/**
 * One entry of a feed, as the feed states it.
 *
 * @param title plain text
 * @param link URL of the article's page, absolute where the feed says so
 * @param published as written
 * @param modified as written
 * @param authors by-lines as written
 * @param html the fullest text that the entry carries, as markup; blank if it has none
 * @param isDeclaredFull whether the feed puts the text where full texts belong ({@code content:encoded}), not summaries
 * @param categories the publisher's keywords
 * @param image URL of a picture
 */
public record Entry(
        Optional<String> title,
        Optional<String> link,
        Optional<String> published,
        Optional<String> modified,
        List<String> authors,
        String html,
        boolean isDeclaredFull,
        List<String> categories,
        Optional<String> image) {}
