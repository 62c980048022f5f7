package broadsheet.ingest.feed;

import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.model.url.Url;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;

/** Reads JSON Feed 1 and 1.1. Source: jsonfeed.org. */
public final class JsonFeedReader {
    private JsonFeedReader() {}

    /** Whether a JSON document is a JSON Feed. */
    public static boolean isFeed(JsonNode document) {
        return document.path("version").asText("").contains("jsonfeed.org")
                && document.path("items").isArray();
    }

    /**
     * Reads a feed; one without entries comes out empty.
     *
     * @param url of the feed; empty if not known
     * @param unread how many entries the document has beyond these
     */
    public static Feed read(JsonNode document, Optional<String> url, int unread) {
        Optional<String> home = text(document, "home_page_url").flatMap(Base.of(url, Optional.empty())::absolute);
        Base base = Base.of(url, home);
        List<FeedEntry> entries = new ArrayList<>();
        for (JsonNode item : document.path("items")) {
            entries.add(entry(item, base));
        }
        return new Feed(line(document, "title"), line(document, "language"), home, entries, unread);
    }

    private static FeedEntry entry(JsonNode item, Base base) {
        Optional<String> guid = Optional.of(
                        Clip.to(Limits.URL, item.path("id").asText("").strip()))
                .filter(name -> !name.isEmpty());
        Optional<String> full =
                text(item, "content_html").or(() -> text(item, "content_text").map(JsonFeedReader::paragraphs));
        List<String> authors = new ArrayList<>();
        item.path("authors").forEach(author -> line(author, "name").ifPresent(authors::add));
        if (authors.isEmpty()) {
            line(item.path("author"), "name").ifPresent(authors::add);
        }
        List<String> tags = new ArrayList<>();
        item.path("tags").forEach(tag -> tags.add(Clip.to(Limits.LINE, tag.asText(""))));
        return new FeedEntry(
                line(item, "title"),
                Stream.of(
                                text(item, "url").flatMap(base::absolute),
                                guid.filter(Url::isWeb).flatMap(base::absolute))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList(),
                text(item, "external_url").flatMap(base::absolute),
                guid,
                line(item, "date_published"),
                line(item, "date_modified"),
                authors,
                full.or(() -> text(item, "summary")).orElse(""),
                full.isPresent(),
                tags,
                text(item, "image").flatMap(base::absolute));
    }

    /** Plain text as markup, a paragraph for each line. */
    static String paragraphs(String text) {
        var html = new StringBuilder();
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(
                        line -> html.append("<p>").append(Entities.escape(line)).append("</p>"));
        return html.toString();
    }

    private static Optional<String> line(JsonNode node, String field) {
        return text(node, field).map(text -> Clip.to(Limits.LINE, text));
    }

    private static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual()
                ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
