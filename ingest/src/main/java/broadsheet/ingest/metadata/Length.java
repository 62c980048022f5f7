package broadsheet.ingest.metadata;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Whether an element holds too much text for what it is asked for, without gathering it: on a broken page hundreds of
 * headings can each hold the rest of the page.
 */
final class Length implements NodeFilter {
    private final int most;
    private int letters;

    private Length(int most) {
        this.most = most;
    }

    /** Whether the text of an element has more characters than this, white space not counted. */
    static boolean exceeds(Element element, int most) {
        var length = new Length(most);
        element.filter(length);
        return length.letters > most;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            String text = words.getWholeText();
            for (int i = 0; i < text.length() && letters <= most; i++) {
                letters += text.charAt(i) > ' ' ? 1 : 0;
            }
        }
        return letters > most ? FilterResult.STOP : FilterResult.CONTINUE;
    }
}
