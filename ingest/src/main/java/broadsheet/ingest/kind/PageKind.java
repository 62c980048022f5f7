package broadsheet.ingest.kind;

import broadsheet.ingest.html.Blocks;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;

/**
 * The kinds of pages that are no articles, in the order in which a page is asked: an error page may list stories, and a
 * search may look like a section. Most signs are structure, which holds in every language; the words of the
 * {@linkplain Phrases major languages} are asked only of pages with little text.
 *
 * <p>A page that is in doubt is an article: a lost one is lost for good, a poor one can be thrown away later.
 */
public enum PageKind {
    ERROR_PAGE,
    LOGIN_PAGE,
    SEARCH_PAGE,
    HOME_PAGE,
    GALLERY,
    VIDEO_ONLY,
    LISTING;

    private record Step(PageKind kind, Sign sign) {}

    private static final List<Step> STEPS = List.of(
            new Step(ERROR_PAGE, new ErrorSign()),
            new Step(LOGIN_PAGE, new LoginSign()),
            new Step(SEARCH_PAGE, new SearchSign()),
            new Step(HOME_PAGE, new HomeSign()),
            new Step(GALLERY, new GallerySign()),
            new Step(VIDEO_ONLY, new VideoSign()),
            new Step(LISTING, new ListingSign()));

    /**
     * A page that is no article.
     *
     * @param kind what it is
     * @param seen what gave it away, for a person; no page text
     */
    public record Other(PageKind kind, String seen) {}

    /**
     * Judges a page.
     *
     * @param jsonLd its scripts of structured data, as written
     * @param url of the page; blank if unknown
     * @param headline as found; blank without one
     * @param words number of words in what was found as its text
     */
    public static Optional<Other> of(
            Document page, List<String> jsonLd, Blocks blocks, String url, String headline, int words) {
        var seen = new Seen(page, jsonLd, blocks, url, headline, words);
        for (Step step : STEPS) {
            Optional<String> sign = step.sign().on(seen);
            if (sign.isPresent()) {
                return sign.map(what -> new Other(step.kind(), what));
            }
        }
        return Optional.empty();
    }
}
