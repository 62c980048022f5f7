package broadsheet.ingest.metadata;

import broadsheet.ingest.html.AnyOf;
import broadsheet.ingest.html.AskedOnce;
import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.Lower;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/** Gathers the {@link Marks} of a page. */
final class MarksReader implements NodeVisitor {
    private static final int MANY = 40;
    private static final int MANY_PLACED = 300;
    private static final int LONGEST_HEADING = 600;
    private static final Pattern BLANKS = Pattern.compile("\\s");
    /** The microdata that is asked for; pages may make up any number of others. */
    private static final Set<String> PROPERTIES =
            Set.of("author", "datePublished", "dateCreated", "dateModified", "headline", "name");

    /** Parts of class or id by which an element speaks of an author, and of a date. */
    private static final AnyOf OF_AUTHORS = new AnyOf("author|byline|autor|auteur|writer|creator");

    private static final AnyOf OF_DATES = new AnyOf("date|time|publish|datum|fecha|meta|posted|byline");

    /** Most elements speak of neither, which one look tells. */
    private static final AnyOf OF_EITHER =
            new AnyOf("author|byline|autor|auteur|writer|creator|date|time|publish|datum|fecha|meta|posted");

    private static final int LONGEST_HOME = 80;
    private static final int LONGEST_MENU = 20;
    /** The address of a front page, without a host and with one. */
    private static final Pattern INDEX = Pattern.compile("(?:/|\\./)?index\\.\\p{Alnum}{3,5}");

    private static final Pattern HOST = Pattern.compile("(?:https?:)?//[^/?#]{3,70}/?");

    final Map<String, List<String>> metas = new HashMap<>();
    final Map<String, String> links = new HashMap<>();
    final Map<String, String> inHead = new HashMap<>();
    final List<Element> scripts = new ArrayList<>();
    final List<String> jsonLd = new ArrayList<>();
    final List<String> jsonLdInHead = new ArrayList<>();
    final List<Element> headings = new ArrayList<>();
    final List<Element> times = new ArrayList<>();
    final List<Element> authors = new ArrayList<>();
    final List<Element> dates = new ArrayList<>();
    final Map<String, List<Element>> properties = new HashMap<>();
    /** The places of headings and times among all elements of the page, from 0. */
    final IdentityHashMap<Element, Integer> places = new IdentityHashMap<>();

    final List<String> homeLabels = new ArrayList<>();
    final List<String> menuLabels = new ArrayList<>();
    private final AskedOnce ofEither = new AskedOnce(OF_EITHER);
    String title = "";
    String language = "";
    private int elements;

    @Override
    public void head(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        elements++;
        switch (element.normalName()) {
            case "html" -> language = Clip.to(Limits.LINE, element.attr(element.hasAttr("lang") ? "lang" : "xml:lang"));
            case "title" -> {
                if (title.isEmpty() && !isDrawing(element)) {
                    title = Clip.to(Limits.LINE, element.text());
                }
            }
            case "meta" -> meta(element);
            case "link" -> link(element);
            case "a" -> anchor(element);
            case "script" -> script(element);
            case "h1", "h2", "h3" -> heading(element);
            case "time" -> place(times, element);
            default -> {}
        }
        if (element.attributesSize() > 0) {
            named(element);
        }
    }

    private static boolean isDrawing(Element title) {
        Element parent = title.parent();
        return parent != null && !parent.normalName().equals("head") && parent.closest("svg") != null;
    }

    /** Whether an element is the head's, if need be within a noscript. */
    private static boolean isInHead(Element element) {
        Element parent = element.parent();
        Element above = parent != null && parent.normalName().equals("noscript") ? parent.parent() : parent;
        return above != null && above.normalName().equals("head");
    }

    private void meta(Element element) {
        String content = Clip.to(
                Limits.FIELD,
                element.attr(element.hasAttr("content") ? "content" : "value").strip());
        if (content.isEmpty()) {
            return;
        }
        boolean head = isInHead(element);
        for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
            String name = line(element, attribute);
            if (head && !name.isEmpty()) {
                inHead.putIfAbsent(name, content);
            }
            if (!name.isEmpty()) {
                List<String> contents = metas.computeIfAbsent(name, none -> new ArrayList<>());
                if (contents.size() < MANY_PLACED) {
                    contents.add(content);
                }
            }
        }
    }

    private void link(Element element) {
        String href = element.attr("href").strip();
        boolean isUrl = !href.isEmpty() && href.length() <= Limits.URL;
        for (String rel : BLANKS.split(line(element, "rel"), 0)) {
            if (!rel.isEmpty() && isUrl) {
                links.putIfAbsent(rel, href);
                if (isInHead(element)) {
                    inHead.putIfAbsent("link " + rel, href);
                }
            }
        }
    }

    /** What the links of lists in menus say: the sections of the site. */
    private void menu(Element element) {
        Element item = element.parent();
        boolean inList = item != null
                && (item.normalName().equals("li") || item.normalName().equals("nav"));
        if (inList && menuLabels.size() < MANY && !Length.exceeds(element, LONGEST_MENU)) {
            String label = element.text().strip();
            if (!label.isEmpty()) {
                menuLabels.add(label);
            }
        }
    }

    private void anchor(Element element) {
        menu(element);
        String href = element.attr("href");
        if (homeLabels.size() < MANY && href.length() < LONGEST_HOME && isHome(element, href)) {
            String label =
                    Length.exceeds(element, LONGEST_HOME) ? "" : element.text().strip();
            if (label.isEmpty()) {
                label = element.attr("title").strip();
            }
            Element picture = label.isEmpty() ? element.selectFirst("img[alt]") : null;
            label = picture == null ? label : picture.attr("alt").strip();
            if (!label.isEmpty() && label.length() < LONGEST_HOME) {
                homeLabels.add(label);
            }
        }
    }

    private static boolean isHome(Element element, String href) {
        int host = href.indexOf("//");
        if (host < 0) {
            return href.equals("/")
                    || (href.contains("index.") && INDEX.matcher(href).matches());
        }
        int path = href.indexOf('/', host + 2);
        return (path < 0 || path == href.length() - 1)
                && HOST.matcher(href).matches()
                && element.baseUri()
                        .contains(href.substring(host, href.endsWith("/") ? href.length() - 1 : href.length()) + "/");
    }

    private void script(Element element) {
        scripts.add(element);
        if (line(element, "type").contains("ld+json") && jsonLd.size() < MANY) {
            jsonLd.add(element.data());
            if (isInHead(element)) {
                jsonLdInHead.add(element.data());
            }
        }
    }

    /** An attribute in lower case. */
    private static String line(Element element, String attribute) {
        return Lower.of(Clip.to(Limits.LINE, element.attr(attribute).strip()));
    }

    private void named(Element element) {
        // jsoup writes the names of attributes in lower case, so that the quicker look suffices.
        Attributes attributes = element.attributes();
        String property = attributes.get("itemprop");
        if (!property.isEmpty()) {
            for (String name : BLANKS.split(Clip.to(Limits.LINE, property), 0)) {
                if (PROPERTIES.contains(name)) {
                    add(properties.computeIfAbsent(name, none -> new ArrayList<>()), element);
                }
            }
        }
        String classes = attributes.get("class");
        String id = attributes.get("id");
        boolean spoken = ofEither.areIn(classes) || OF_EITHER.isIn(id);
        String names = spoken ? Clip.to(Limits.NAMES, classes.trim() + ' ' + id) : "";
        if (OF_AUTHORS.isIn(names) || attributes.get("rel").equals("author")) {
            add(authors, element);
        }
        if (OF_DATES.isIn(names)) {
            add(dates, element);
        }
    }

    private void heading(Element element) {
        if (headings.size() < MANY_PLACED && !Length.exceeds(element, LONGEST_HEADING)) {
            place(headings, element);
        }
    }

    private void place(List<Element> list, Element element) {
        if (list.size() < MANY_PLACED) {
            list.add(element);
            places.put(element, elements);
        }
    }

    private static void add(List<Element> list, Element element) {
        if (list.size() < MANY) {
            list.add(element);
        }
    }
}
