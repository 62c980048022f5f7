package broadsheet.ingest.metadata;

import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.Lower;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * The parts of a page whose names and dates are not the article's: comments, lists of other stories, forms. Confined to
 * one page: what was found of an element is kept, for hundreds of others may lie in it.
 */
final class Elsewhere {
    private static final Set<String> TAGS = Set.of("form", "input", "label");
    private static final String[] NAMES = {"comment", "respond", "related"};

    private static final Evaluator HEADLINE = Selector.evaluatorOf("h1");
    private static final int ANCESTORS = 3;

    private final IdentityHashMap<Element, Boolean> known = new IdentityHashMap<>();

    /** Whether an element lies in such a part. */
    boolean holds(Element element) {
        List<Element> unknown = new ArrayList<>();
        boolean held = false;
        for (Element at = element; at != null && !at.normalName().equals("body"); at = at.parent()) {
            Boolean found = known.get(at);
            if (found != null) {
                held = found;
                break;
            }
            unknown.add(at);
        }
        for (int i = unknown.size() - 1; i >= 0; i--) {
            held = held || TAGS.contains(unknown.get(i).normalName()) || isNamed(unknown.get(i));
            known.put(unknown.get(i), held);
        }
        return held;
    }

    /** Whether an element belongs to a picture: it names who took it. */
    static boolean isCredit(Element element) {
        int steps = 0;
        for (Element at = element; at != null && steps < ANCESTORS; at = at.parent(), steps++) {
            String names = names(at);
            if (at.normalName().equals("figure")
                    || at.normalName().equals("figcaption")
                    || (names.contains("caption") && !hasHeadline(at))
                    || names.contains("photographer")
                    || (names.contains("credit") && isOfPicture(names))) {
                return true;
            }
        }
        return false;
    }

    /** What lies upon a large picture beside its headline is the article's own. */
    private static boolean hasHeadline(Element caption) {
        return caption.selectFirst(HEADLINE) != null;
    }

    private static boolean isOfPicture(String names) {
        return names.contains("photo") || names.contains("image") || names.contains("img") || names.contains("media");
    }

    private static String names(Element element) {
        return Lower.of(Clip.to(Limits.NAMES, element.className() + " " + element.id()));
    }

    private static boolean isNamed(Element element) {
        String names = names(element);
        for (String name : NAMES) {
            if (names.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
