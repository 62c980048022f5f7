package broadsheet.ingest.metadata;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The microdata of a page that speaks of its own article, and not of another story, a comment or a thing for sale.
 *
 * @param marks of the page
 * @param own tells its article from others
 */
record Microdata(Marks marks, OwnPage own) {
    private static final Set<String> PARTS_OF_AN_ARTICLE =
            Set.of("Person", "Organization", "NewsMediaOrganization", "ImageObject", "WebPage", "Thing");
    private static final Set<String> OTHER_THINGS = Set.of(
            "Comment",
            "UserComments",
            "Review",
            "Product",
            "Offer",
            "AggregateRating",
            "Event",
            "VideoObject",
            "JobPosting");

    /** The elements with a property of the page's own article, in the order of the page. */
    List<Element> properties(String name) {
        return marks.properties(name).stream()
                .filter(element -> !isOfAnother(element))
                .toList();
    }

    private boolean isOfAnother(Element property) {
        Optional<Element> scope = scope(property);
        if (scope.isEmpty()) {
            return false;
        }
        if (OTHER_THINGS.contains(type(scope.get())) && !hasHeadline(scope.get(), true)) {
            return true;
        }
        return hasHeadline(scope.get(), false) && !hasHeadline(scope.get(), true);
    }

    /** The thing that a property is of; a person's is that of the thing which the person wrote. */
    private static Optional<Element> scope(Element property) {
        for (Element at = property.parent(); at != null; at = at.parent()) {
            if (at.hasAttr("itemscope") && !PARTS_OF_AN_ARTICLE.contains(type(at))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static String type(Element scope) {
        String type = scope.attr("itemtype");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** Whether a thing has a headline that is the page's, or one that has nothing to do with it. */
    private boolean hasHeadline(Element scope, boolean ofPage) {
        for (String property : List.of("headline", "name")) {
            for (Element headline : marks.properties(property)) {
                if (scope(headline).filter(scope::equals).isPresent() && !Length.exceeds(headline, LONGEST)) {
                    String text = headline.hasAttr("content") ? headline.attr("content") : headline.text();
                    if (ofPage ? own.isTitle(text) : own.isForeign(text)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static final int LONGEST = 300;
}
