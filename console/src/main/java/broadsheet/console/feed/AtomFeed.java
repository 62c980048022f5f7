package broadsheet.console.feed;

import broadsheet.console.index.SearchHit;
import javax.xml.stream.XMLStreamException;

/** Atom, RFC 4287. */
final class AtomFeed {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private AtomFeed() {}

    static String write(SearchFeed feed) {
        return XmlText.document(xml -> {
            xml.begin("feed", "xmlns", NAMESPACE);
            xml.element("title", feed.title());
            xml.element("id", feed.self());
            xml.element("updated", feed.updated().toString());
            xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", feed.self());
            xml.empty("link", "rel", "alternate", "type", "text/html", "href", feed.page());
            xml.element("generator", "Broadsheet");
            // Of an article without an author, this one (section 4.1.2).
            xml.begin("author").element("name", "Broadsheet").end();
            for (SearchHit hit : feed.entries()) {
                write(xml, new FeedItem(hit));
            }
            xml.end();
        });
    }

    private static void write(XmlText xml, FeedItem entry) throws XMLStreamException {
        xml.begin("entry", "xml:lang", entry.language());
        xml.element("title", entry.title());
        xml.element("id", entry.id());
        xml.element("published", entry.published().toString());
        xml.element("updated", entry.updated().toString());
        if (entry.link().isPresent()) {
            xml.empty("link", "rel", "alternate", "href", entry.link().orElseThrow());
        }
        for (String author : entry.authors()) {
            xml.begin("author").element("name", author).end();
        }
        for (String category : entry.categories()) {
            xml.empty("category", "term", category);
        }
        if (entry.outlet().isPresent()) {
            xml.begin("source").element("id", "urn:broadsheet:outlet");
            xml.element("title", entry.outlet().orElseThrow());
            xml.element("updated", entry.updated().toString()).end();
        }
        if (entry.summary().isPresent()) {
            xml.element("summary", entry.summary().orElseThrow());
        }
        xml.element("content", entry.html(), "type", "html");
        xml.end();
    }
}
