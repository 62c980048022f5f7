package broadsheet.ingest.identity;

import broadsheet.ingest.metadata.Found;
import broadsheet.model.Provenance;
import broadsheet.model.url.ArticleUrl;
import broadsheet.model.url.Url;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The URL that an article goes by. The one under which the producer sent the record rules: what stands inside may refine
 * it within its site, and only by an address that is {@linkplain ArticleUrl#isAsTellingAs as much a story's}. Where the
 * producer's cannot be read, nothing inside is believed. Where there is none, the page's own word is all there is.
 */
public final class CanonicalUrl {
    private CanonicalUrl() {}

    /**
     * Chooses.
     *
     * @param fetched the URL that was fetched, as the producer gives it
     * @param stated the URLs that the page calls its own, as written and absolute, the most trusted first
     * @return the URL in its one spelling, and where it comes from; empty if the article goes by its text
     */
    public static Optional<Found<String>> choose(Optional<String> fetched, List<Found<String>> stated) {
        return address(fetched, stated).map(found -> new Found<>(found.value().text(), found.where()));
    }

    /** The same as an address. */
    static Optional<Found<ArticleUrl>> address(Optional<String> fetched, List<Found<String>> stated) {
        Optional<String> given = fetched.filter(url -> !Url.isOfAnotherScheme(url));
        if (given.isEmpty()) {
            return first(stated, url -> !url.isFrontPage());
        }
        return given.flatMap(Url::parseTyped).map(ArticleUrl::of).map(used -> refined(used, given.get(), stated));
    }

    private static Found<ArticleUrl> refined(ArticleUrl used, String given, List<Found<String>> stated) {
        String site = used.site();
        return first(stated, own -> own.site().equals(site) && own.isAsTellingAs(used))
                .orElseGet(() -> new Found<>(settled(used, given), Provenance.URL));
    }

    private static Optional<Found<ArticleUrl>> first(List<Found<String>> stated, Predicate<ArticleUrl> believed) {
        for (Found<String> found : stated) {
            Optional<ArticleUrl> url = ArticleUrl.stated(found.value()).filter(believed);
            if (url.isPresent()) {
                return url.map(own -> new Found<>(settled(own, found.value()), found.where()));
            }
        }
        return Optional.empty();
    }

    /** What the address reads as in its one spelling; that need not be read where it was written so. */
    private static ArticleUrl settled(ArticleUrl url, String written) {
        return url.text().equals(written) ? url : ArticleUrl.of(url.text()).orElse(url);
    }
}
