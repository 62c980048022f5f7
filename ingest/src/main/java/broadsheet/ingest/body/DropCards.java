package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.html.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Drops rows of cards: three or more siblings of the same making, each with a linked headline and little text, are
 * other stories.
 */
final class DropCards implements Rule {
    private static final int ROW = 3;

    @Override
    public void apply(Draft draft) {
        Map<Scope, Map<String, List<Scope>>> rows = new HashMap<>();
        for (Scope scope : draft.blocks().scopes()) {
            if (scope.parent().isPresent() && draft.top().holds(scope.first()) && isCard(scope, draft.blocks())) {
                rows.computeIfAbsent(scope.parent().get(), none -> new HashMap<>())
                        .computeIfAbsent(scope.tag(), none -> new ArrayList<>())
                        .add(scope);
            }
        }
        for (var row : rows.values()) {
            for (List<Scope> cards : row.values()) {
                if (cards.size() >= ROW) {
                    cards.forEach(card -> draft.drop(card.first(), card.end(), "card"));
                }
            }
        }
    }

    private static boolean isCard(Scope scope, Blocks blocks) {
        if (scope.end() - scope.first() > 8 || blocks.letters(scope) > 600 || scope.end() == scope.first()) {
            return false;
        }
        boolean linkedHeadline = false;
        for (int i = scope.first(); i < scope.end(); i++) {
            Block block = blocks.get(i);
            linkedHeadline |= block.linkDensity() > 0.8 && block.letters() >= 12;
        }
        return linkedHeadline;
    }
}
