package broadsheet.ingest.metadata;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * How much text an element holds, and how it begins, without gathering the rest: on a broken page hundreds of elements
 * can each hold the rest of the page.
 */
final class Length implements NodeFilter {
    private final int most;
    /** How the text begins; null where only its length counts. */
    private final @Nullable StringBuilder start;

    private int letters;

    private Length(int most, @Nullable StringBuilder start) {
        this.most = most;
        this.start = start;
    }

    /** Whether the text of an element has more characters than this, white space not counted. */
    static boolean exceeds(Element element, int most) {
        return of(element, most, null).letters > most;
    }

    /** Whether an element has no text. */
    static boolean isBlank(Element element) {
        return !exceeds(element, 0);
    }

    /** The text of an element, with a space between elements and for each run of blanks; about so much of it at most. */
    static String start(Element element, int most) {
        var start = new StringBuilder();
        of(element, most, start);
        return start.toString().strip();
    }

    /** The text of an element if it is short, else about how it begins. */
    static String text(Element element, int most) {
        var start = new StringBuilder();
        return of(element, most, start).letters > most ? start.toString().strip() : element.text();
    }

    /** The text that an element holds itself; blank if there is more of it than this. */
    static String ownText(Element element, int most) {
        int length = 0;
        for (Node node : element.childNodes()) {
            length += node instanceof TextNode words
                    ? words.getWholeText().strip().length()
                    : 0;
            if (length > most) {
                return "";
            }
        }
        return element.ownText();
    }

    private static Length of(Element element, int most, @Nullable StringBuilder start) {
        var length = new Length(most, start);
        element.filter(length);
        return length;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            String text = words.getWholeText();
            for (int i = 0; i < text.length() && letters <= most; i++) {
                add(text.charAt(i));
            }
            add(' ');
        }
        return letters > most ? FilterResult.STOP : FilterResult.CONTINUE;
    }

    private void add(char c) {
        if (c > ' ') {
            letters++;
        }
        if (start == null) {
            return;
        }
        if (c > ' ' && c != '\u00a0') {
            start.append(c);
        } else if (start.length() > 0 && start.charAt(start.length() - 1) != ' ') {
            start.append(' ');
        }
    }
}
