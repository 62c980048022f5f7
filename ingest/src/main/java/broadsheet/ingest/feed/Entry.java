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
 * @param id what the feed calls the entry: {@code guid}, {@code id}
 * @param reference the link as written, which may be relative
 * @param base what the feed says that links are relative to, as written; blank if nothing but itself
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
        Optional<String> image,
        Optional<String> id,
        Optional<String> reference,
        String base) {}
