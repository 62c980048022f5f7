package broadsheet.stories.forest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who has which search key, in the one order of articles. Of each key an article sees the {@value #REACH} articles before
 * it and no more: so a search has a bound however many have the key, and what it finds depends on the set of articles alone.
 */
final class PredecessorIndex {

    /** How many articles before it, of each of its keys, an article sees. */
    static final int REACH = 64;

    private final Duration window;
    private final Map<Integer, List<PlacedArticle>> byKey = new HashMap<>();

    PredecessorIndex(Duration window) {
        this.window = window;
    }

    /** Takes an article in; returns the later ones that see others now. */
    Set<PlacedArticle> add(PlacedArticle article) {
        Set<PlacedArticle> affected = new LinkedHashSet<>();
        for (int key : article.keys().terms()) {
            List<PlacedArticle> having = byKey.computeIfAbsent(key, first -> new ArrayList<>(1));
            int place = -Collections.binarySearch(having, article) - 1;
            having.add(place, article);
            addAffected(having, place, article, affected);
        }
        return affected;
    }

    /** Takes an article out; returns the later ones that see others now. */
    Set<PlacedArticle> remove(PlacedArticle article) {
        Set<PlacedArticle> affected = new LinkedHashSet<>();
        for (int key : article.keys().terms()) {
            List<PlacedArticle> having = byKey.getOrDefault(key, List.of());
            int place = Collections.binarySearch(having, article);
            addAffected(having, place, article, affected);
            having.remove(place);
            if (having.isEmpty()) {
                byKey.remove(key);
            }
        }
        return affected;
    }

    /** Those after the place that see it; with it, whom it hides from them, or whom it hid, comes or goes. */
    private void addAffected(
            List<PlacedArticle> having, int place, PlacedArticle article, Collection<PlacedArticle> affected) {
        int end = Math.min(having.size() - 1, place + REACH);
        for (int i = place + 1; i <= end; i++) {
            PlacedArticle later = having.get(i);
            int hidden = i - REACH - 1;
            if (later.wouldLookAt(article) || (hidden >= 0 && later.wouldLookAt(having.get(hidden)))) {
                affected.add(later);
            }
        }
    }

    /** All that an article sees. */
    Set<PlacedArticle> before(PlacedArticle article) {
        Instant horizon = article.time().minus(window);
        Set<PlacedArticle> seen = new LinkedHashSet<>();
        for (int key : article.keys().terms()) {
            List<PlacedArticle> having = byKey.getOrDefault(key, List.of());
            int place = Collections.binarySearch(having, article);
            int end = Math.max(0, place - REACH);
            for (int i = place - 1; i >= end && !having.get(i).time().isBefore(horizon); i--) {
                seen.add(having.get(i));
            }
        }
        return seen;
    }
}
