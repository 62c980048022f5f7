package broadsheet.ingest.feed;

import broadsheet.ingest.html.Markup;
import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Reads a feed; one without entries comes out empty. */
    public static Feed read(String xml) {
        FeedStart start = FeedStart.of(xml);
        Document document = Markup.xml(start.xml());
        List<Element> items = apart(document.getElementsByTag("item"));
        List<Element> atoms = apart(document.getElementsByTag("entry"));
        List<Entry> entries = new ArrayList<>();
        items.forEach(item -> entries.add(rss(item)));
        atoms.forEach(entry -> entries.add(atom(entry)));
        Element head =
                Optional.ofNullable(document.selectFirst("channel, feed")).orElse(document);
        return new Feed(
                text(head, "title"),
                text(head, "language")
                        .or(() -> Optional.of(head.attr("xml:lang")).filter(tag -> !tag.isBlank())),
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

    private static Entry rss(Element item) {
        Optional<String> full = markup(item, "content:encoded").or(() -> markup(item, "content"));
        Optional<String> permalink = child(item, "guid")
                .filter(guid -> !guid.attr("isPermaLink").equals("false"))
                .map(Element::text)
                .filter(XmlFeedReader::isHttp);
        return new Entry(
                title(item),
                url(item, "link").or(() -> permalink),
                text(item, "pubDate").or(() -> text(item, "dc:date")),
                text(item, "atom:updated"),
                texts(item, "dc:creator", "author"),
                full.or(() -> markup(item, "description")).orElse(""),
                full.isPresent(),
                texts(item, "category"),
                picture(item),
                text(item, "guid"),
                text(item, "link").or(() -> permalink),
                item.attr("xml:base"));
    }

    private static Entry atom(Element entry) {
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
        return new Entry(
                title(entry),
                alternate(entry).filter(XmlFeedReader::isHttp),
                text(entry, "published").or(() -> text(entry, "issued")).or(() -> text(entry, "updated")),
                text(entry, "updated"),
                authors,
                full.or(() -> markup(entry, "summary")).orElse(""),
                full.isPresent(),
                categories,
                picture(entry),
                text(entry, "id"),
                alternate(entry),
                entry.attr("xml:base"));
    }

    private static Optional<String> title(Element entry) {
        return markup(entry, "title")
                .map(html -> Markup.fragment(Clip.to(Limits.LINE, html)).text().strip())
                .filter(title -> !title.isEmpty());
    }

    private static Optional<String> alternate(Element entry) {
        return entry.children().stream()
                .filter(child -> child.tagName().equals("link"))
                .filter(link -> !link.hasAttr("rel") || link.attr("rel").equals("alternate"))
                .map(link -> link.attr("href").strip())
                .filter(href -> !href.isEmpty())
                .findFirst();
    }

    private static Optional<String> picture(Element entry) {
        for (Element child : entry.children()) {
            String name = child.tagName();
            boolean picture =
                    (name.equals("media:content") && !child.attr("medium").equals("video"))
                            || name.equals("media:thumbnail")
                            || (name.equals("enclosure") && child.attr("type").startsWith("image/"));
            if (picture && isHttp(child.attr("url"))) {
                return Optional.of(child.attr("url"));
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

    private static Optional<String> url(Element parent, String name) {
        return child(parent, name).map(Element::text).map(String::strip).filter(XmlFeedReader::isHttp);
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

    static boolean isHttp(String url) {
        return url.length() <= Limits.URL && (url.startsWith("http://") || url.startsWith("https://"));
    }
}
