package broadsheet.console.feed;

import broadsheet.console.index.SearchHit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLStreamException;

/** RSS 2.0, with the whole text in {@code content:encoded} and names in {@code dc:creator}. */
final class RssFeed {

    private RssFeed() {}

    static String write(SearchFeed feed) {
        return XmlText.document(xml -> {
            xml.begin(
                    "rss",
                    "version",
                    "2.0",
                    "xmlns:content",
                    "http://purl.org/rss/1.0/modules/content/",
                    "xmlns:dc",
                    "http://purl.org/dc/elements/1.1/",
                    "xmlns:atom",
                    "http://www.w3.org/2005/Atom");
            xml.begin("channel");
            xml.element("title", feed.title());
            xml.element("link", feed.page());
            xml.element("description", "Broadsheet: " + feed.title());
            xml.empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", feed.self());
            xml.element("lastBuildDate", date(feed.updated()));
            xml.element("generator", "Broadsheet");
            for (SearchHit hit : feed.entries()) {
                write(xml, new FeedItem(hit));
            }
            xml.end().end();
        });
    }

    private static void write(XmlText xml, FeedItem entry) throws XMLStreamException {
        xml.begin("item");
        xml.element("title", entry.title());
        if (entry.link().isPresent()) {
            xml.element("link", entry.link().orElseThrow());
        }
        xml.element("guid", entry.id(), "isPermaLink", "false");
        xml.element("pubDate", date(entry.published()));
        for (String author : entry.authors()) {
            xml.element("dc:creator", author);
        }
        for (String category : entry.categories()) {
            xml.element("category", category);
        }
        if (entry.summary().isPresent()) {
            xml.element("description", entry.summary().orElseThrow());
        }
        xml.element("content:encoded", entry.html());
        xml.end();
    }

    /** RFC 822, with a year of four digits. */
    private static String date(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
