package broadsheet.ingest.metadata;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * How much text an element holds, and how it begins, without gathering the rest: on a broken page hundreds of elements
 * can each hold the rest of the page.
 */
final class Length implements NodeFilter {
    private final int most;
    private final StringBuilder start = new StringBuilder();
    private int letters;

    private Length(int most) {
        this.most = most;
    }

    /** Whether the text of an element has more characters than this, white space not counted. */
    static boolean exceeds(Element element, int most) {
        return of(element, most).letters > most;
    }

    /** Whether an element has no text. */
    static boolean isBlank(Element element) {
        return !exceeds(element, 0);
    }

    /** The text of an element, with a space between elements and for each run of blanks; about so much of it at most. */
    static String start(Element element, int most) {
        return of(element, most).start.toString().strip();
    }

    /** The text of an element if it is short, else about how it begins. */
    static String text(Element element, int most) {
        Length length = of(element, most);
        return length.letters > most ? length.start.toString().strip() : element.text();
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

    private static Length of(Element element, int most) {
        var length = new Length(most);
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
        if (c > ' ' && c != '\u00a0') {
            start.append(c);
        } else if (start.length() > 0 && start.charAt(start.length() - 1) != ' ') {
            start.append(' ');
        }
    }
}
