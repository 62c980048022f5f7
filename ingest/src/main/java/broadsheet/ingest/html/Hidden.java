package broadsheet.ingest.html;

import java.util.List;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Tells what of a page no reader sees. Windows that a click opens, words for screen readers and texts for search machines are
 * no part of the article, but a rest of it that is folded behind a button is: several paragraphs in one element, below prose
 * of the same container. Style sheets are not read, so that only what an element says of itself counts.
 */
final class Hidden {
    /** Classes that keep words for screen readers. */
    private static final AnyOf FOR_SCREEN_READERS = new AnyOf(
            "sr-only|sronly|sr_only|visually-hidden|visuallyhidden|visually_hidden|hidden-visually|hiddenvisually|hide-visually|screen-reader|screenreader|screen_reader|assistive-text|element-invisible|offscreen|off-screen|a11y-text|only-for-readers");

    /** Windows and menus: folded, but no text. */
    private static final AnyOf WINDOWS = new AnyOf(
            "modal|popup|pop-up|dialog|overlay|tooltip|lightbox|fancybox|cookie|consent|gdpr|comment|newsletter|subscri|share|sharing|menu|nav|login|signin|signup|register|related|recommend|promo|advert|search|dropdown|form|player|caption|hover");

    /** Characters of a name. */
    private static final int NAME = 5;

    /** Nodes among which the first words of an element are looked for. */
    private static final int NODES = 12;

    /** Characters; longer labels are texts that are named so by mistake. */
    private static final int LABEL = 200;

    /** Characters of a paragraph. */
    private static final int PARAGRAPH = 40;

    /** Characters of a text without paragraphs that is no label. */
    private static final int TEXT = 400;

    /** Blocks above among which prose is looked for, and steps up to the container that both stand in. */
    private static final int NEAR = 6;

    private static final int STEPS = 3;
    private static final double PROSE = 80;

    private final AskedOnce forScreenReaders = new AskedOnce(FOR_SCREEN_READERS);

    /** Visits of nodes inside elements that are not shown: of a page that has them nested without end, the rest is not text. */
    private int visits = 500_000;

    /** Whether an element holds a label that screen readers speak and nobody sees. */
    boolean isSpokenOnly(Element element) {
        String names = element.attributes().get("class");
        return forScreenReaders.areIn(names)
                && !names.contains("not-sr-only")
                && !element.normalName().equals("h1")
                && element.text().length() < LABEL;
    }

    /**
     * Whether an element is a card that opens over a name: it stands right behind the name, says it again and goes on. Where
     * it is put away by a style sheet, nothing else tells.
     */
    static boolean isHoverCard(Element element) {
        if (element.childrenSize() == 0 || !(element.previousSibling() instanceof Element name)) {
            return false;
        }
        String first = firstText(name);
        return first.length() >= NAME && first.equals(firstText(element));
    }

    /** The first words in an element, if they stand near its beginning. */
    private static String firstText(Element element) {
        var first = new FirstText();
        element.filter(first);
        return first.text;
    }

    private static final class FirstText implements NodeFilter {
        private String text = "";
        private int nodes;

        @Override
        public FilterResult head(Node node, int depth) {
            if (nodes++ == NODES) {
                return FilterResult.STOP;
            }
            if (node instanceof TextNode words && !words.isBlank()) {
                text = words.text().strip();
                return FilterResult.STOP;
            }
            return FilterResult.CONTINUE;
        }
    }

    /** Whether an element says that it is not shown. */
    static boolean isNotShown(Element element) {
        Attributes attributes = element.attributes();
        if (attributes.hasKey("hidden") && !attributes.get("hidden").equalsIgnoreCase("until-found")) {
            return true;
        }
        return hides(attributes.get("style"))
                || (attributes.get("aria-hidden").equals("true")
                        && (element.attr("role").endsWith("dialog") || element.hasClass("modal")));
    }

    private static boolean hides(String style) {
        return has(style, "display", "none") || has(style, "visibility", "hidden");
    }

    /** Whether a property has a value, with blanks or without; the part of a longer name is another one. */
    private static boolean has(String style, String property, String value) {
        for (int at = style.indexOf(property); at >= 0; at = style.indexOf(property, at + 1)) {
            int next = blanks(style, at + property.length());
            boolean whole = at == 0 || !(Character.isLetter(style.charAt(at - 1)) || style.charAt(at - 1) == '-');
            if (whole
                    && next < style.length()
                    && style.charAt(next) == ':'
                    && style.startsWith(value, blanks(style, next + 1))) {
                return true;
            }
        }
        return false;
    }

    private static int blanks(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /**
     * Whether it is text all the same: the whole page, which a script shows when it is ready, or the folded rest of an article.
     *
     * @param above the blocks of the page so far
     * @param scope what the element stands in
     */
    boolean isText(Element element, List<Block> above, Scope scope) {
        String tag = element.normalName();
        if (tag.equals("main") || tag.equals("article")) {
            return true;
        }
        boolean canBeRest = !WINDOWS.isIn(element.className() + ' ' + element.id() + ' ' + element.attr("role"))
                && isBelowProse(above, scope);
        var inside = new Inside();
        element.filter(inside);
        return inside.headline || (canBeRest && inside.isRest(tag));
    }

    /** What stands in an element that is not shown, as far as it must be known. */
    private final class Inside implements NodeFilter {
        private boolean headline;
        private int paragraphs;
        private int characters;
        private int inParagraph;

        @Override
        public FilterResult head(Node node, int depth) {
            if (--visits < 0) {
                return FilterResult.STOP;
            }
            if (node instanceof TextNode text) {
                int length = text.isBlank() ? 0 : text.getWholeText().length();
                characters += length;
                inParagraph += length;
            } else if (node instanceof Element element && depth > 0) {
                headline |= element.normalName().equals("h1");
                inParagraph = element.normalName().equals("p") ? 0 : inParagraph;
            }
            return headline ? FilterResult.STOP : FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element
                    && depth > 0
                    && element.normalName().equals("p")) {
                paragraphs += inParagraph >= PARAGRAPH ? 1 : 0;
            }
            return FilterResult.CONTINUE;
        }

        boolean isRest(String tag) {
            return paragraphs > 1 || (paragraphs == 0 && !tag.equals("p") && characters >= TEXT);
        }
    }

    private static boolean isBelowProse(List<Block> above, Scope scope) {
        for (int i = above.size() - 1; i >= Math.max(0, above.size() - NEAR); i--) {
            Block block = above.get(i);
            Scope at = block.scope();
            for (int step = 0; step < STEPS && block.mass() > PROSE; step++) {
                if (at == scope) {
                    return true;
                }
                at = at.parent().orElse(at);
            }
        }
        return false;
    }
}
