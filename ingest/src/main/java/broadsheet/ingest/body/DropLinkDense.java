package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.html.Scope;
import java.util.Set;

/** Drops lists, tables and boxes that consist of links, and single blocks that are nothing but a link. */
final class DropLinkDense implements Rule {
    private static final Set<String> BOXES = Set.of("ul", "ol", "div", "section", "table", "dl", "header");

    @Override
    public void apply(Draft draft) {
        Blocks blocks = draft.blocks();
        double whole = blocks.mass(draft.top());
        for (Scope scope : blocks.scopes()) {
            if (BOXES.contains(scope.tag())
                    && scope.end() > scope.first()
                    && draft.top().holds(scope.first())
                    && blocks.linkDensity(scope) > 0.5
                    && blocks.mass(scope) < 0.1 * whole) {
                draft.drop(scope.first(), scope.end(), "link-dense");
            }
        }
        for (int i = draft.top().first(); i < draft.top().end(); i++) {
            Block block = blocks.get(i);
            if (block.linkDensity() > 0.8 && block.kind() != Block.Kind.HEADING && block.stops() == 0) {
                draft.drop(i, "only-link");
            }
        }
    }
}
