package broadsheet.ingest.metadata;

import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import broadsheet.ingest.limits.Lower;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The parts of a page whose names and dates are not the article's: comments, lists of other stories, forms. Confined to
 * one page: what was found of an element is kept, for hundreds of others may lie in it.
 */
final class Elsewhere {
    private static final Set<String> TAGS = Set.of("form", "input", "label");
    private static final String[] NAMES = {"comment", "respond", "related"};

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

    private static boolean isNamed(Element element) {
        String names = Lower.of(Clip.to(Limits.NAMES, element.className() + " " + element.id()));
        for (String name : NAMES) {
            if (names.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
