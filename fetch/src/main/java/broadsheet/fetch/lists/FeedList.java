package broadsheet.fetch.lists;

import broadsheet.fetch.http.WebAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/**
 * Lists of feeds, as readers exchange them: OPML, or a plain text with one URL a line.
 *
 * @param feeds in the list's order, each URL once
 * @param passedOver lines that name no feed that could be asked
 */
public record FeedList(List<Line> feeds, int passedOver) {

    /** Longer lists are cut: nobody reads them, and files are cheap to make. */
    public static final int MOST = 200_000;

    /**
     * One feed.
     *
     * @param url of the feed
     * @param title what the list calls it
     * @param site address of the site that it belongs to
     * @param folders in which it lies, outermost first
     */
    public record Line(String url, Optional<String> title, Optional<String> site, List<String> folders) {
        public Line {
            folders = List.copyOf(folders);
        }
    }

    public FeedList {
        feeds = List.copyOf(feeds);
    }

    /** Reads a list, whichever of the two it is. */
    public static FeedList read(String text) {
        String start = text.stripLeading();
        return start.startsWith("<") || start.startsWith("\ufeff<") ? opml(text) : plain(text);
    }

    private static FeedList plain(String text) {
        var found = new Collected();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .limit(MOST)
                .forEach(line -> found.add(line, Optional.empty(), Optional.empty(), List.of()));
        return found.list();
    }

    private static FeedList opml(String text) {
        var found = new Collected();
        // The parser knows no document type definitions, and the walk goes without recursion, however deep the folders.
        var document = Jsoup.parse(text.replace("\ufeff", ""), "", Parser.xmlParser());
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof Element outline
                            && outline.normalName().equals("outline")
                            && hasAttribute(outline, "xmlUrl")) {
                        found.add(
                                attribute(outline, "xmlUrl"),
                                Optional.of(attribute(outline, "title"))
                                        .filter(title -> !title.isBlank())
                                        .or(() -> Optional.of(attribute(outline, "text")))
                                        .filter(title -> !title.isBlank()),
                                WebAddress.parse(attribute(outline, "htmlUrl")).map(URI::toString),
                                folders(outline));
                    }
                },
                document);
        return found.list();
    }

    private static List<String> folders(Element outline) {
        List<String> names = new ArrayList<>();
        for (Node at = outline.parent(); at instanceof Element folder && names.size() < 10; at = at.parent()) {
            if (folder.normalName().equals("outline")) {
                String name =
                        attribute(folder, "text").isBlank() ? attribute(folder, "title") : attribute(folder, "text");
                names.add(0, name.strip());
            }
        }
        return names;
    }

    private static boolean hasAttribute(Element element, String name) {
        return element.attributes().hasKeyIgnoreCase(name);
    }

    private static String attribute(Element element, String name) {
        return element.attributes().getIgnoreCase(name).strip();
    }

    /** Writes a list that {@link #read} and other readers understand. */
    public static String write(List<Line> feeds) {
        var opml = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>Broadsheet"
                        + " subscriptions</title></head>\n<body>\n");
        List<String> open = List.of();
        for (Line feed : feeds.stream()
                .sorted((one, other) ->
                        String.join("\u0000", one.folders()).compareTo(String.join("\u0000", other.folders())))
                .toList()) {
            int shared = 0;
            while (shared < Math.min(open.size(), feed.folders().size())
                    && open.get(shared).equals(feed.folders().get(shared))) {
                shared++;
            }
            opml.append("</outline>\n".repeat(open.size() - shared));
            for (String folder : feed.folders().subList(shared, feed.folders().size())) {
                opml.append("<outline text=\"").append(Entities.escape(folder)).append("\">\n");
            }
            open = feed.folders();
            opml.append(line(feed));
        }
        return opml.append("</outline>\n".repeat(open.size()))
                .append("</body>\n</opml>\n")
                .toString();
    }

    private static String line(Line feed) {
        String title = Entities.escape(feed.title().orElse(feed.url()));
        return "<outline type=\"rss\" text=\"" + title + "\" title=\"" + title + "\" xmlUrl=\""
                + Entities.escape(feed.url()) + "\""
                + feed.site()
                        .map(site -> " htmlUrl=\"" + Entities.escape(site) + "\"")
                        .orElse("") + "/>\n";
    }

    private static final class Collected {
        private final Map<String, Line> lines = new LinkedHashMap<>();
        private int passedOver;

        void add(String reference, Optional<String> title, Optional<String> site, List<String> folders) {
            Optional<URI> url = WebAddress.parse(reference);
            if (url.isEmpty() || lines.size() >= MOST) {
                passedOver++;
                return;
            }
            lines.putIfAbsent(url.get().toString(), new Line(url.get().toString(), title, site, folders));
        }

        FeedList list() {
            return new FeedList(List.copyOf(lines.values()), passedOver);
        }
    }
}
