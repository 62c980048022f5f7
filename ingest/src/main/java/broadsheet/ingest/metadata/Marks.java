package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.Lower;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/** Everything on a page that can tell a fact about it, gathered in one pass over the tree. Reading it is thread-safe. */
public final class Marks implements NodeVisitor {
    private static final int MANY = 40;
    private static final int MANY_PLACED = 300;
    private static final int LONGEST_HEADING = 600;
    private static final Pattern BLANKS = Pattern.compile("\\s");
    /** The microdata that is asked for; pages may make up any number of others. */
    private static final Set<String> PROPERTIES = Set.of("author", "datePublished", "dateCreated", "dateModified");

    private final Map<String, List<String>> metas = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final Map<String, String> inHead = new HashMap<>();
    private final List<String> jsonLd = new ArrayList<>();
    private final List<String> jsonLdInHead = new ArrayList<>();
    private final List<Element> headings = new ArrayList<>();
    private final List<Element> times = new ArrayList<>();
    private final List<Element> authors = new ArrayList<>();
    private final List<Element> dates = new ArrayList<>();
    private final Map<String, List<Element>> properties = new HashMap<>();
    /** The places of headings and times among all elements of the page, from 0. */
    private final IdentityHashMap<Element, Integer> places = new IdentityHashMap<>();

    private final Elsewhere elsewhere = new Elsewhere();
    private int elements;
    private String title = "";
    private String language = "";

    private Marks() {}

    /** The marks of a parsed page. */
    public static Marks of(Document page) {
        var marks = new Marks();
        page.traverse(marks);
        return marks;
    }

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

    private void script(Element element) {
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
        String property = element.attr("itemprop");
        if (!property.isEmpty()) {
            for (String name : BLANKS.split(Clip.to(Limits.LINE, property), 0)) {
                if (PROPERTIES.contains(name)) {
                    add(properties.computeIfAbsent(name, none -> new ArrayList<>()), element);
                }
            }
        }
        String names = Lower.of(Clip.to(Limits.NAMES, element.className() + ' ' + element.id()));
        String rel = element.attr("rel");
        if (rel.equals("author")
                || names.contains("author")
                || names.contains("byline")
                || names.contains("autor")
                || names.contains("auteur")
                || names.contains("writer")
                || names.contains("creator")) {
            add(authors, element);
        }
        if (names.contains("date")
                || names.contains("time")
                || names.contains("publish")
                || names.contains("datum")
                || names.contains("fecha")
                || names.contains("meta")
                || names.contains("posted")
                || names.contains("byline")) {
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

    /** The first non-blank content of a meta element called so by property, name or itemprop; names in lower case. */
    Optional<String> meta(String name) {
        return metas(name).stream().findFirst();
    }

    /** All contents of the meta elements called so. */
    List<String> metas(String name) {
        return metas.getOrDefault(name, List.of());
    }

    /** All names of meta elements. */
    Map<String, List<String>> metas() {
        return metas;
    }

    /** The href of the first link element with this relation. */
    Optional<String> link(String rel) {
        return Optional.ofNullable(links.get(rel));
    }

    /** The href of the first link element in the head with this relation. */
    Optional<String> linkInHead(String rel) {
        return Optional.ofNullable(inHead.get("link " + rel));
    }

    /** The first non-blank content of a meta element in the head called so. */
    Optional<String> metaInHead(String name) {
        return Optional.ofNullable(inHead.get(name));
    }

    /** Those of the page's scripts of JSON-LD that stand in its head. */
    List<String> jsonLdInHead() {
        return jsonLdInHead;
    }

    /** The page's scripts of JSON-LD, the first forty, as written. */
    public List<String> jsonLd() {
        return jsonLd;
    }

    /** The first h1, h2 and h3 elements, in the order of the page. */
    List<Element> headings() {
        return headings;
    }

    /** How many elements come before a heading or a time. */
    int place(Element element) {
        return places.getOrDefault(element, -1);
    }

    /** The place of the heading that says this, letters and digits alone; -1 without one. */
    int place(String heading) {
        for (Element each : headings) {
            if (Block.plain(each.text()).equals(heading)) {
                return place(each);
            }
        }
        return -1;
    }

    /** Whether an element lies in a part of the page whose names and dates are not the article's. */
    boolean areElsewhere(Element element) {
        return elsewhere.holds(element);
    }

    List<Element> times() {
        return times;
    }

    /** Elements whose class, id or relation speaks of an author. */
    List<Element> authors() {
        return authors;
    }

    /** Elements whose class or id speaks of a date. */
    List<Element> dates() {
        return dates;
    }

    /** Elements with this microdata property. */
    List<Element> properties(String name) {
        return properties.getOrDefault(name, List.of());
    }

    /** The title element's text; empty if there is none. */
    String title() {
        return title;
    }

    /** The lang attribute of the root; empty if there is none. */
    String language() {
        return language;
    }
}
