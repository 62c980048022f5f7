package broadsheet.ingest.feed;

import broadsheet.ingest.limits.Limits;
import broadsheet.model.url.Url;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * Against what the links of a feed are read.
 *
 * @param url the nearest {@code xml:base}, else where the feed or its site is; empty if nothing says
 */
record Base(Optional<Url> url) {

    /** The first of these that is a URL. */
    static Base of(Optional<String> first, Optional<String> second) {
        return new Base(first.flatMap(Url::parse).or(() -> second.flatMap(Url::parseTyped)));
    }

    /** The base within an element. */
    Base within(Element element) {
        String stated = element.attr("xml:base");
        return stated.isBlank() || stated.length() > Limits.URL
                ? this
                : new Base(read(stated).or(() -> url));
    }

    /** A link in full, in its one spelling; empty if it is none of the Web. */
    Optional<String> absolute(String link) {
        return link.isBlank() || link.length() > Limits.URL
                ? Optional.empty()
                : read(link).map(Url::toString);
    }

    private Optional<Url> read(String link) {
        return url.isPresent() ? url.get().resolve(link) : Url.parse(link);
    }
}
