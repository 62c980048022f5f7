package broadsheet.ingest.metadata;

import broadsheet.ingest.html.Block;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Everything on a page that can tell a fact about it, gathered in one pass over the tree. Reading it is thread-safe. */
public final class Marks {
    private final MarksReader read;
    private final Elsewhere elsewhere = new Elsewhere();

    private Marks(MarksReader read) {
        this.read = read;
    }

    /** The marks of a parsed page. */
    public static Marks of(Document page) {
        var read = new MarksReader();
        page.traverse(read);
        return new Marks(read);
    }

    /** The first non-blank content of a meta element called so by property, name or itemprop; names in lower case. */
    Optional<String> meta(String name) {
        return metas(name).stream().findFirst();
    }

    /** All contents of the meta elements called so. */
    List<String> metas(String name) {
        return read.metas.getOrDefault(name, List.of());
    }

    /** The href of the first link element with this relation. */
    Optional<String> link(String rel) {
        return Optional.ofNullable(read.links.get(rel));
    }

    /** The href of the first link element in the head with this relation. */
    Optional<String> linkInHead(String rel) {
        return Optional.ofNullable(read.inHead.get("link " + rel));
    }

    /** The first non-blank content of a meta element in the head called so. */
    Optional<String> metaInHead(String name) {
        return Optional.ofNullable(read.inHead.get(name));
    }

    /** Those of the page's scripts of JSON-LD that stand in its head. */
    List<String> jsonLdInHead() {
        return read.jsonLdInHead;
    }

    /** The page's scripts of JSON-LD, the first forty, as written. */
    public List<String> jsonLd() {
        return read.jsonLd;
    }

    /** All script elements, in the order of the page. */
    public List<Element> scripts() {
        return read.scripts;
    }

    /** The first h1, h2 and h3 elements, in the order of the page. */
    List<Element> headings() {
        return read.headings;
    }

    /** How many elements come before a heading or a time. */
    int place(Element element) {
        return read.places.getOrDefault(element, -1);
    }

    /** The place of the heading that says this, letters and digits alone; -1 without one. */
    int place(String heading) {
        for (Element each : read.headings) {
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
        return read.times;
    }

    /** Elements whose class, id or relation speaks of an author. */
    List<Element> authors() {
        return read.authors;
    }

    /** Elements whose class or id speaks of a date. */
    List<Element> dates() {
        return read.dates;
    }

    /** Elements with this microdata property. */
    List<Element> properties(String name) {
        return read.properties.getOrDefault(name, List.of());
    }

    /** The title element's text; empty if there is none. */
    String title() {
        return read.title;
    }

    /** The lang attribute of the root; empty if there is none. */
    String language() {
        return read.language;
    }

    /** What links to the front page say: the name of the site, or of its picture. */
    List<String> homeLabels() {
        return read.homeLabels;
    }

    /** What the first links of lists say that are short, as menus are. */
    List<String> menuLabels() {
        return read.menuLabels;
    }
}
