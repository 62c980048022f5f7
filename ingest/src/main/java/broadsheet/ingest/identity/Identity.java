package broadsheet.ingest.identity;

import broadsheet.ingest.metadata.Found;
import broadsheet.model.url.ArticleUrl;
import java.util.List;
import java.util.Optional;

/**
 * What an article goes by.
 *
 * @param id empty if it is known by its text alone
 * @param canonicalUrl its URL in one spelling, and where that comes from; empty if it has none of its own
 * @param domain of the site that answers for it; empty if not known
 */
public record Identity(Optional<String> id, Optional<Found<String>> canonicalUrl, Optional<String> domain) {

    /** That of a page, see {@link CanonicalUrl#choose}. */
    public static Identity ofPage(Optional<String> fetched, List<Found<String>> stated) {
        Optional<Found<ArticleUrl>> canonical = CanonicalUrl.address(fetched, stated);
        Optional<ArticleUrl> address = canonical.map(Found::value);
        return new Identity(
                address.map(ArticleId::of),
                canonical.map(found -> new Found<>(found.value().text(), found.where())),
                address.map(ArticleUrl::domain));
    }
}
