package broadsheet.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/**
 * What goes downstream: an enriched article, which version of it this is, and on {@code news.copies} whose copy it is.
 * In JSON one flat object.
 *
 * @param enriched the article
 * @param version which version this is
 * @param copyOf the original; empty on {@code news.published-articles}
 * @param amendedBy the copies of it that correct it or bring it up to date, sorted by id; of more than
 *     {@link #MOST_AMENDMENTS} the first; empty if there is none
 */
public record PublishedArticle(
        @JsonUnwrapped EnrichedArticle enriched,
        Version version,
        Optional<CopyOf> copyOf,
        Optional<List<Amendment>> amendedBy) {

    /** So many are named. */
    public static final int MOST_AMENDMENTS = 100;

    public PublishedArticle {
        amendedBy = amendedBy.map(List::copyOf);
    }

    /** The article id, which is the record's key. */
    public String id() {
        return enriched.article().id();
    }
}
