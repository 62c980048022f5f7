package broadsheet.sink.copies;

import java.time.Instant;

/**
 * An article as the judge of copies knows it.
 *
 * @param id article id
 * @param firstSeen content time of its earliest version; with the id it makes the one order in which articles are judged
 * @param language BCP 47; only texts of one language are compared
 * @param host where it was published; what a host prints under many articles is no part of them. Blank if not known
 * @param furnishes whether it counts when the pages are counted that carry a sentence; false for a second fetch of a page
 * @param fingerprint of its text
 */
public record ArticleToJudge(
        String id, Instant firstSeen, String language, String host, boolean furnishes, Fingerprint fingerprint) {}
