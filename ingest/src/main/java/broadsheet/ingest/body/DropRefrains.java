package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Drops what a page says again and again: captions of a row of pictures of one event, which stand there more than once;
 * notices in elements that are called hidden; and any line of a sentence's length that stands there three times, such as the
 * placeholder of an outside content. Nobody writes a sentence three times, but a publishing system does. Where refrains are
 * most of the page's prose, neither their share nor their form tells.
 */
final class DropRefrains implements Rule {
    private static final Set<String> NAMES = Set.of("caption", "captions", "figcaption", "credit");
    private static final Set<String> HIDDEN = Set.of("hidden", "hide", "invisible");

    /** Letters of a line that is no name of a speaker, and no short question. */
    private static final int SENTENCE = 25;

    private static final int OFTEN = 3;

    @Override
    public void apply(Draft draft) {
        Map<String, Integer> times = new HashMap<>();
        for (Block block : draft.blocks().all()) {
            times.merge(block.text(), 1, Integer::sum);
        }
        if (times.size() == draft.blocks().size()) {
            return;
        }
        for (Block block : draft.blocks().all()) {
            int said = times.getOrDefault(block.text(), 0);
            boolean isRefrain = said >= OFTEN && block.letters() >= SENTENCE && !draft.headings().contain(block.index());
            if (said > 1 && (isRefrain || isCaption(block) || isCalledHidden(block))) {
                draft.dropForCertain(block.index(), block.index() + 1, "refrain");
            }
        }
    }

    private static boolean isCaption(Block block) {
        return block.kind() == Block.Kind.CAPTION || block.scope().isNamed(NAMES);
    }

    private static boolean isCalledHidden(Block block) {
        return block.scope().isNamed(HIDDEN)
                || block.scope().parent().filter(parent -> parent.isNamed(HIDDEN)).isPresent();
    }
}
