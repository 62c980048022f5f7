package broadsheet.ingest.html;

import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Reads a parsed page once, from top to bottom, into blocks and scopes. Not for reuse: one reader reads one page.
 *
 * <p>What can hold no text of an article (scripts, form controls, drawings, players) is left out here; everything else
 * is kept for the scorers to judge, with its container's tag and names.
 */
public final class BlockReader implements NodeFilter {
    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "svg",
            "canvas",
            "select",
            "button",
            "input",
            "textarea",
            "object",
            "embed",
            "video",
            "audio",
            "map",
            "math",
            "head",
            "dialog",
            "datalist",
            "progress",
            "meter");
    private static final Set<String> PICTURES = Set.of("img", "iframe", "video", "audio", "object", "embed", "amp-img");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
            "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
            "tt", "u", "var", "wbr", "img", "picture", "source", "ruby", "rb", "rt", "rp", "nobr", "slot", "track");

    private static final int OF_SILENT = 1;
    private static final int OF_PICTURES = 2;
    private static final int OF_INLINE = 4;
    /** For each tag of these sets a bit for each that it is in: asked for each element of a page, and more than once. */
    private static final Map<String, Integer> KINDS = kinds();

    /** Letters of running prose that no page of text goes below. */
    private static final double LITTLE = 300;

    private final boolean withHidden;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Scope> scopes = new ArrayList<>();
    private final BlockText text = new BlockText();
    private final Hidden hidden = new Hidden();
    private Scope scope;
    private int links;
    private int emphasis;
    private int rows;
    private int preformatted;
    /** Characters of names that are still read. */
    private int names = Limits.ALL_NAMES;

    private BlockReader(Element body, boolean withHidden, Work work) {
        scope = new Scope("body", names(body), work);
        this.withHidden = withHidden;
        scopes.add(scope);
    }

    /**
     * The blocks of the document's body, in the order of the page. Pages that are streamed hold their text in hidden
     * elements, from which a script takes it: where next to nothing else is shown, it counts.
     */
    public static Blocks read(Document page) {
        var work = new Work();
        Blocks shown = read(page.body(), false, work);
        if (shown.mass() >= LITTLE) {
            return shown;
        }
        Blocks all = read(page.body(), true, work);
        return all.mass() >= LITTLE ? all : shown;
    }

    /** All blocks of a page, those too that no reader sees. */
    public static Blocks readAll(Document page) {
        return read(page.body(), true, new Work());
    }

    private static Blocks read(Element body, boolean withHidden, Work work) {
        var reader = new BlockReader(body, withHidden, work);
        body.filter(reader);
        reader.flush();
        reader.scope.close(reader.blocks.size());
        return new Blocks(reader.blocks, reader.scopes, work);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText(), links > 0, emphasis > 0, preformatted > 0);
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element) || depth == 0) {
            return FilterResult.CONTINUE;
        }
        if (blocks.size() >= Limits.BLOCKS) {
            return FilterResult.SKIP_ENTIRELY;
        }
        String tag = element.normalName();
        int kinds = KINDS.getOrDefault(tag, 0);
        if ((kinds & OF_PICTURES) != 0) {
            text.picture();
        }
        if (((kinds & OF_SILENT) != 0 && !isText(element, tag)) || isUnseen(element, tag)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        open(element, tag);
        return FilterResult.CONTINUE;
    }

    private static Map<String, Integer> kinds() {
        Map<String, Integer> kinds = new HashMap<>();
        SILENT.forEach(tag -> kinds.merge(tag, OF_SILENT, Integer::sum));
        PICTURES.forEach(tag -> kinds.merge(tag, OF_PICTURES, Integer::sum));
        INLINE.forEach(tag -> kinds.merge(tag, OF_INLINE, Integer::sum));
        return kinds;
    }

    private static boolean isInline(String tag) {
        return (KINDS.getOrDefault(tag, 0) & OF_INLINE) != 0;
    }

    private boolean isUnseen(Element element, String tag) {
        return element.attributesSize() > 0
                && (hidden.isSpokenOnly(element)
                        || (tag.equals("span") && Hidden.isHoverCard(element))
                        || (!withHidden && Hidden.isNotShown(element) && !hidden.isText(element, blocks, scope)));
    }

    /** A shadow root is part of the page; what is for readers without scripts counts where the others are shown nothing. */
    private boolean isText(Element element, String tag) {
        return (tag.equals("template") && (element.hasAttr("shadowrootmode") || element.hasAttr("shadowroot")))
                || (withHidden && tag.equals("noscript"));
    }

    private void open(Element element, String tag) {
        switch (tag) {
            case "br" -> breakLine();
            case "a" -> {
                links++;
                text.link();
            }
            case "b", "strong", "em", "i" -> emphasis++;
            case "td", "th" -> openCell(element, tag);
            default -> {
                if (!isInline(tag)) {
                    openScope(element, tag);
                }
            }
        }
    }

    private void openCell(Element element, String tag) {
        if (rows > 0) {
            text.cell();
        } else {
            openScope(element, tag);
        }
    }

    private void openScope(Element element, String tag) {
        flush();
        if (tag.equals("tr") && isData(element)) {
            rows++;
        } else if (tag.equals("pre")) {
            preformatted++;
        }
        scope = new Scope(scope, scopes.size(), tag, names(element), blocks.size());
        scopes.add(scope);
    }

    private void breakLine() {
        if (text.lineBreak()) {
            flush();
        }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (!(node instanceof Element element) || depth == 0) {
            return FilterResult.CONTINUE;
        }
        String tag = element.normalName();
        switch (tag) {
            case "br" -> {}
            case "a" -> links--;
            case "b", "strong", "em", "i" -> emphasis--;
            case "td", "th" -> {
                if (rows == 0) {
                    closeScope();
                }
            }
            default -> {
                if (!isInline(tag)) {
                    closeScope();
                    leave(tag, element);
                }
            }
        }
        return FilterResult.CONTINUE;
    }

    private void leave(String tag, Element element) {
        if (tag.equals("tr") && isData(element)) {
            rows--;
        } else if (tag.equals("pre")) {
            preformatted--;
        }
    }

    private void closeScope() {
        flush();
        scope.close(blocks.size());
        scope = scope.parent().orElseThrow();
    }

    private void flush() {
        if (text.isBlank()) {
            text.reset();
            return;
        }
        text.take(blocks.size(), kind(), level(), scope).ifPresent(blocks::add);
    }

    private Block.Kind kind() {
        for (Scope at = scope; at != null; at = at.parent().orElse(null)) {
            switch (at.tag()) {
                case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                    return Block.Kind.HEADING;
                }
                case "li", "dt", "dd" -> {
                    return Block.Kind.ITEM;
                }
                case "p" -> {
                    return at.parent()
                            .map(Scope::tag)
                            .map(BlockReader::paragraphIn)
                            .orElse(Block.Kind.PARAGRAPH);
                }
                case "blockquote" -> {
                    return Block.Kind.QUOTE;
                }
                case "figcaption", "caption", "figure" -> {
                    return Block.Kind.CAPTION;
                }
                case "pre" -> {
                    return Block.Kind.PREFORMATTED;
                }
                case "tr" -> {
                    return rows > 0 ? Block.Kind.ROW : Block.Kind.PLAIN;
                }
                case "article", "section", "main", "body", "table" -> {
                    return Block.Kind.PLAIN;
                }
                default -> {}
            }
        }
        return Block.Kind.PLAIN;
    }

    private static Block.Kind paragraphIn(String parent) {
        return switch (parent) {
            case "li", "dd" -> Block.Kind.ITEM;
            case "blockquote" -> Block.Kind.QUOTE;
            case "figcaption", "figure" -> Block.Kind.CAPTION;
            default -> Block.Kind.PARAGRAPH;
        };
    }

    private int level() {
        String tag = scope.tag();
        if (tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1))) {
            return tag.charAt(1) - '0';
        }
        return 0;
    }

    /** A row whose cells hold no blocks of their own is data; else the table only arranges the page. */
    private static boolean isData(Element row) {
        for (Element cell = row.firstElementChild(); cell != null; cell = cell.nextElementSibling()) {
            for (Element inner = cell.firstElementChild(); inner != null; inner = inner.nextElementSibling()) {
                String tag = inner.normalName();
                if (!isInline(tag) && !tag.equals("br") && !(tag.equals("p") && cell.childrenSize() == 1)) {
                    return false;
                }
            }
        }
        return row.childrenSize() > 1;
    }

    /** Class, id and role; beyond the limits they are there to cost something for each block. */
    private String names(Element element) {
        if (element.attributesSize() == 0) {
            return "";
        }
        Attributes attributes = element.attributes();
        String own = attributes.get("class").trim();
        String id = attributes.get("id");
        String role = attributes.get("role");
        if (!id.isEmpty() || !role.isEmpty()) {
            own = (own + " " + id + " " + role).strip();
        }
        own = Clip.to(Math.min(Limits.NAMES, names), own);
        names -= own.length();
        return own;
    }
}
