package broadsheet.ingest.feed;

import broadsheet.ingest.html.Markup;
import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.model.url.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom. The parser knows no document type definitions: entities are never
 * declared, expanded or fetched, and a feed that is not well-formed is read as far as it goes.
 *
 * <p>Source: RSS 2.0 specification; RFC 4287; the content, dc and media modules.
 */
public final class XmlFeedReader {
    private XmlFeedReader() {}

    /**
     * Reads a feed; one without entries comes out empty.
     *
     * @param url of the feed; empty if not known
     */
    public static Feed read(String xml, Optional<String> url) {
        FeedStart start = FeedStart.of(xml);
        Document document = Markup.xml(start.xml());
        List<Element> items = apart(document.getElementsByTag("item"));
        List<Element> atoms = apart(document.getElementsByTag("entry"));
        Element head =
                Optional.ofNullable(document.selectFirst("channel, feed")).orElse(document);
        Optional<String> home = home(head, Base.of(url, Optional.empty()));
        // In RSS a relative link is meant below the site; in Atom it is below the feed, RFC 4287, section 2.
        Base around = head.tagName().equals("feed") ? Base.of(url, home) : Base.of(home, url);
        Element root = document.firstElementChild();
        Base outer = root == null || root.tagName().equals("feed") ? around : around.within(root);
        Base base = outer.within(head);
        List<FeedEntry> entries = new ArrayList<>();
        items.forEach(item -> entries.add(rss(item, base)));
        atoms.forEach(entry -> entries.add(atom(entry, base)));
        return new Feed(
                text(head, "title"),
                text(head, "language")
                        .or(() -> Optional.of(head.attr("xml:lang")).filter(tag -> !tag.isBlank())),
                home,
                entries,
                start.unread());
    }

    /**
     * Takes entries out of each other: where the end of one is missing the next ones lie in it. Each is then read once,
     * and not once for each that it lies in.
     */
    private static List<Element> apart(List<Element> entries) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            entries.get(i).remove();
        }
        return entries;
    }

    private static Optional<String> home(Element head, Base base) {
        return head.tagName().equals("feed")
                ? alternate(head, base.within(head))
                : text(head, "link").flatMap(base::absolute);
    }

    private static FeedEntry rss(Element item, Base around) {
        Base base = around.within(item);
        Optional<String> full = markup(item, "content:encoded").or(() -> markup(item, "content"));
        Optional<String> guid =
                name(item, "guid").or(() -> Optional.of(item.attr("rdf:about")).filter(at -> !at.isBlank()));
        boolean permanent = child(item, "guid")
                .filter(element -> element.attr("isPermaLink").equals("false"))
                .isEmpty();
        return new FeedEntry(
                title(item),
                Stream.of(
                                url(item, "feedburner:origLink", base),
                                url(item, "pheedo:origLink", base),
                                url(item, "link", base),
                                guid.filter(name -> permanent && Url.isWeb(name))
                                        .flatMap(base::absolute))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList(),
                Optional.empty(),
                guid,
                text(item, "pubDate").or(() -> text(item, "dc:date")),
                text(item, "atom:updated"),
                texts(item, "dc:creator", "author").stream()
                        .map(XmlFeedReader::name)
                        .toList(),
                full.or(() -> markup(item, "description")).orElse(""),
                full.isPresent(),
                texts(item, "category"),
                picture(item, base));
    }

    private static FeedEntry atom(Element entry, Base around) {
        Base base = around.within(entry);
        Optional<String> full = markup(entry, "content");
        List<String> authors = entry.children().stream()
                .filter(child -> child.tagName().equals("author"))
                .limit(Limits.AUTHORS)
                .flatMap(author -> text(author, "name").stream())
                .toList();
        List<String> categories = entry.children().stream()
                .filter(child -> child.tagName().equals("category"))
                .map(category -> category.hasAttr("label") ? category.attr("label") : category.attr("term"))
                .map(term -> Clip.to(Limits.LINE, term))
                .filter(term -> !term.isBlank())
                .limit(Limits.KEYWORDS)
                .toList();
        return new FeedEntry(
                title(entry),
                Stream.of(
                                url(entry, "feedburner:origLink", base),
                                url(entry, "pheedo:origLink", base),
                                alternate(entry, base))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList(),
                Optional.empty(),
                name(entry, "id"),
                text(entry, "published").or(() -> text(entry, "issued")).or(() -> text(entry, "updated")),
                text(entry, "updated"),
                authors,
                full.or(() -> markup(entry, "summary")).orElse(""),
                full.isPresent(),
                categories,
                picture(entry, base));
    }

    private static Optional<String> title(Element entry) {
        return markup(entry, "title")
                .map(html -> Markup.fragment(Clip.to(Limits.LINE, html)).text().strip())
                .filter(title -> !title.isEmpty());
    }

    private static Optional<String> alternate(Element entry, Base base) {
        return entry.children().stream()
                .filter(child -> child.tagName().equals("link"))
                .filter(link -> !link.hasAttr("rel") || link.attr("rel").equals("alternate"))
                .filter(link -> link.hasAttr("href"))
                .flatMap(link -> base.within(link).absolute(link.attr("href")).stream())
                .findFirst();
    }

    private static Optional<String> picture(Element entry, Base base) {
        for (Element child : entry.children()) {
            String name = child.tagName();
            boolean picture =
                    (name.equals("media:content") && !child.attr("medium").equals("video"))
                            || name.equals("media:thumbnail")
                            || (name.equals("enclosure") && child.attr("type").startsWith("image/"));
            Optional<String> url = picture ? base.within(child).absolute(child.attr("url")) : Optional.empty();
            if (url.isPresent()) {
                return url;
            }
        }
        return Optional.empty();
    }

    private static Optional<Element> child(Element parent, String name) {
        return parent.children().stream()
                .filter(child -> child.tagName().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Optional<String> text(Element parent, String name) {
        return child(parent, name)
                .map(Element::text)
                .map(text -> Clip.to(Limits.LINE, text.strip()))
                .filter(text -> !text.isEmpty());
    }

    private static Optional<String> url(Element parent, String name, Base base) {
        return child(parent, name)
                .flatMap(link -> base.within(link).absolute(link.text().strip()));
    }

    /** What a feed calls an entry. */
    private static Optional<String> name(Element entry, String tag) {
        return child(entry, tag)
                .map(element -> Clip.to(Limits.URL, element.text().strip()))
                .filter(name -> !name.isEmpty());
    }

    /** RSS has mail addresses for authors, with the name in brackets behind. */
    private static String name(String author) {
        int open = author.indexOf('(');
        return open > 0 && author.endsWith(")") && author.lastIndexOf('@', open) > 0
                ? author.substring(open + 1, author.length() - 1)
                : author;
    }

    private static List<String> texts(Element parent, String... names) {
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            parent.children().stream()
                    .filter(child -> child.tagName().equalsIgnoreCase(name))
                    .map(child -> Clip.to(Limits.LINE, child.text()))
                    .filter(text -> !text.isBlank())
                    .limit(Limits.AUTHORS)
                    .forEach(texts::add);
        }
        return texts;
    }

    /** The markup of a child: escaped or in CDATA as its text, or as elements (Atom's xhtml). */
    private static Optional<String> markup(Element parent, String name) {
        return child(parent, name)
                .map(child -> child.childrenSize() > 0 ? child.html() : child.wholeText())
                .map(String::strip)
                .filter(html -> !html.isEmpty());
    }
}
