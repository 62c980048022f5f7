package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Drops captions that stand on the page more than once: those of a row of pictures of one event. Where they are most of
 * the page's prose, neither their share nor their form tells.
 */
final class DropRefrains implements Rule {
    private static final Set<String> NAMES = Set.of("caption", "captions", "figcaption", "credit");

    @Override
    public void apply(Draft draft) {
        Map<String, Integer> times = new HashMap<>();
        for (Block block : draft.blocks().all()) {
            if (isCaption(block)) {
                times.merge(block.text(), 1, Integer::sum);
            }
        }
        for (Block block : draft.blocks().all()) {
            if (isCaption(block) && times.getOrDefault(block.text(), 0) > 1) {
                draft.dropForCertain(block.index(), block.index() + 1, "refrain");
            }
        }
    }

    private static boolean isCaption(Block block) {
        return block.kind() == Block.Kind.CAPTION || block.scope().isNamed(NAMES);
    }
}
