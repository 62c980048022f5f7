package broadsheet.ingest.html;

import java.util.HashMap;
import java.util.Map;

/**
 * Phrases that are looked for in the names of all elements of a page: most elements are named as others are, and what was
 * found of a name is kept. Confined to one page.
 */
public final class AskedOnce {
    /** Names that are kept; no page of news has as many. */
    private static final int MOST = 4_000;

    private final AnyOf phrases;
    private final Map<String, Boolean> known = new HashMap<>();

    public AskedOnce(AnyOf phrases) {
        this.phrases = phrases;
    }

    /** Whether one of them stands anywhere in a name. */
    public boolean areIn(String name) {
        if (name.isEmpty()) {
            return false;
        }
        Boolean found = known.get(name);
        if (found == null) {
            found = phrases.isIn(name);
            if (known.size() < MOST) {
                known.put(name, found);
            }
        }
        return found;
    }
}
