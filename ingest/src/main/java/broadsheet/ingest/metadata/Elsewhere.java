package broadsheet.ingest.metadata;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The parts of a page whose names and dates are not the article's: comments, lists of other stories, forms. */
final class Elsewhere {
    private static final Set<String> TAGS = Set.of("form", "input", "label");
    private static final String[] NAMES = {"comment", "respond", "related"};

    private static final int ANCESTORS = 3;

    private Elsewhere() {}

    /** Whether an element lies in such a part. */
    static boolean holds(Element element) {
        for (Element at = element; at != null && !at.normalName().equals("body"); at = at.parent()) {
            if (TAGS.contains(at.normalName()) || isNamed(at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an element belongs to a picture: it names who took it. */
    static boolean isCredit(Element element) {
        int steps = 0;
        for (Element at = element; at != null && steps < ANCESTORS; at = at.parent(), steps++) {
            String names = (at.className() + " " + at.id()).toLowerCase(Locale.ROOT);
            if (at.normalName().equals("figure")
                    || at.normalName().equals("figcaption")
                    || names.contains("caption")
                    || names.contains("photographer")
                    || (names.contains("credit") && isOfPicture(names))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfPicture(String names) {
        return names.contains("photo") || names.contains("image") || names.contains("img") || names.contains("media");
    }

    private static boolean isNamed(Element element) {
        String names = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
        for (String name : NAMES) {
            if (names.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
