package broadsheet.model;

import java.util.Optional;

/**
 * Who published an article.
 *
 * @param domain host of the article's URL in lower case, without {@code www.}; empty without a URL
 * @param name the publisher's name as the page, the feed or the producer gives it; empty if none does
 */
public record Source(Optional<String> domain, Optional<String> name) {}
