package broadsheet.ingest.metadata;

import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.Lower;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads what the names of an element with a date, its text and the words before it say that it is the date of. */
final class ElementLabel {
    private static final String[] PUBLISHED = {"ublish", "posted", "created", "pubdate", "issued"};
    private static final String[] CHANGED = {"updat", "modif", "chang", "edited", "revis"};
    /** How many nodes before the element are looked at for words. */
    private static final int BEFORE = 4;

    private static final int ANCESTORS = 2;
    private static final int LONGEST = 60;
    /** Stands for words that are too many to be a label. */
    private static final String TOO_LONG = "0";

    private ElementLabel() {}

    static DateLabel of(Element element) {
        String names = Lower.of(
                Clip.to(Limits.NAMES, element.className() + " " + element.id() + " " + element.attr("itemprop")));
        if (holdsAny(names, PUBLISHED)) {
            return DateLabel.PUBLISHED;
        }
        if (holdsAny(names, CHANGED)) {
            return DateLabel.CHANGED;
        }
        DateLabel within = Length.exceeds(element, LONGEST) ? DateLabel.NONE : DateLabel.lastIn(element.text());
        return within == DateLabel.NONE ? before(element) : within;
    }

    private static boolean holdsAny(String names, String[] parts) {
        for (String part : parts) {
            if (names.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** The nearest words before an element, unless another date stands between. */
    private static DateLabel before(Element element) {
        Node at = element;
        int ancestors = 0;
        for (int steps = 0; steps < BEFORE && at != null; ) {
            Node previous = at.previousSibling();
            if (previous == null) {
                at = ++ancestors > ANCESTORS ? null : at.parent();
                continue;
            }
            at = previous;
            steps++;
            String words = words(previous);
            if (words.isBlank()) {
                continue;
            }
            boolean foreign = words.length() > LONGEST || words.chars().anyMatch(Character::isDigit);
            return foreign ? DateLabel.NONE : DateLabel.lastIn(words);
        }
        return DateLabel.NONE;
    }

    private static String words(Node node) {
        if (node instanceof TextNode text) {
            return text.text();
        }
        if (!(node instanceof Element element)) {
            return "";
        }
        return Length.exceeds(element, LONGEST) ? TOO_LONG : element.text();
    }
}
