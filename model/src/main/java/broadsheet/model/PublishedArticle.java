package broadsheet.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/**
 * What goes downstream: an enriched article, which version of it this is, and on {@code news.copies} whose copy it is.
 * In JSON one flat object.
 *
 * @param enriched the article
 * @param version which version this is
 * @param copyOf the original; empty on {@code news.published-articles}
 */
public record PublishedArticle(@JsonUnwrapped EnrichedArticle enriched, Version version, Optional<CopyOf> copyOf) {

    /** The article id, which is the record's key. */
    public String id() {
        return enriched.article().id();
    }
}
