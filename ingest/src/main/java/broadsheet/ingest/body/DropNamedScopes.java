package broadsheet.ingest.body;

import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.html.Scope;
import broadsheet.ingest.html.WordSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Drops what its own markup calls something else: {@code class="related-posts"}, {@code <aside>}. A word counts only on
 * pages where all that goes by it together holds little of the prose, for sites name the article itself
 * {@code text-with-summary}, and page builders put each paragraph into a {@code widget}.
 */
final class DropNamedScopes implements Rule {
    private static final WordSet WORDS = new WordSet(PhraseList.read("discard-words.txt"));
    private static final Set<String> TAGS = Set.of("nav", "footer", "aside", "form", "figcaption", "address", "menu");
    private static final double SPARED_WHEN_NAMED = 0.25;
    private static final double SPARED_BY_TAG = 0.40;

    @Override
    public void apply(Draft draft) {
        Map<String, Double> shares = shares(draft);
        for (Scope scope : draft.blocks().scopes()) {
            if (!isInside(scope, draft)) {
                continue;
            }
            if (TAGS.contains(scope.tag()) && shares.getOrDefault("<" + scope.tag(), 0.0) < SPARED_BY_TAG) {
                draft.drop(scope.first(), scope.end(), "tag:" + scope.tag());
            }
            for (String word : scope.words()) {
                if (WORDS.contains(word) && shares.getOrDefault(word, 0.0) < SPARED_WHEN_NAMED) {
                    draft.drop(scope.first(), scope.end(), "name:" + word);
                }
            }
        }
    }

    /** For each name, the share of the prose inside the outermost scopes that go by it. */
    private static Map<String, Double> shares(Draft draft) {
        Blocks blocks = draft.blocks();
        double whole = Math.max(1, blocks.mass(draft.top()));
        Map<String, Double> shares = new HashMap<>();
        Map<String, Integer> ends = new HashMap<>();
        for (Scope scope : blocks.scopes()) {
            if (!isInside(scope, draft)) {
                continue;
            }
            for (String word : scope.words()) {
                if (WORDS.contains(word)) {
                    count(word, scope, blocks.mass(scope) / whole, shares, ends);
                }
            }
            count("<" + scope.tag(), scope, blocks.mass(scope) / whole, shares, ends);
        }
        return shares;
    }

    private static void count(
            String name, Scope scope, double share, Map<String, Double> shares, Map<String, Integer> ends) {
        if (scope.first() >= ends.getOrDefault(name, 0)) {
            shares.merge(name, share, Double::sum);
            ends.put(name, scope.end());
        }
    }

    private static boolean isInside(Scope scope, Draft draft) {
        return scope != draft.top()
                && scope.end() > scope.first()
                && draft.top().holds(scope.first());
    }
}
