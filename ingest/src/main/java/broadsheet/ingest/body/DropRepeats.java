package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Drops a block that says once more what a block before it said, and one that says once more what all the others say, as a
 * page to print or to read aloud does; short questions of an interview may repeat.
 */
final class DropRepeats implements Rule {
    private static final int SENTENCE = 80;

    /** Letters of a block that could hold the whole text. */
    private static final int WHOLE = 400;

    /** Paragraphs that are looked for in it. */
    private static final int PARAGRAPHS = 3;

    /** Share of its prose that the others must have. */
    private static final double AS_MUCH = 0.8;

    @Override
    public void apply(Draft draft) {
        Set<String> seen = new HashSet<>();
        List<Block> prose = new ArrayList<>();
        List<Block> wholes = new ArrayList<>();
        for (int i = draft.top().first(); i < draft.top().end(); i++) {
            Block block = draft.blocks().get(i);
            if (!draft.keeps(i) || block.letters() <= SENTENCE) {
                continue;
            }
            if (!seen.add(block.text())) {
                draft.drop(i, "repeat");
            } else if (block.letters() > WHOLE) {
                wholes.add(block);
            } else if (block.mass() > 0 && prose.size() < PARAGRAPHS) {
                prose.add(block);
            }
        }
        if (prose.size() == PARAGRAPHS) {
            wholes.forEach(whole -> drop(whole, prose, draft));
        }
    }

    private static void drop(Block whole, List<Block> prose, Draft draft) {
        String text = Block.plain(whole.text());
        boolean holdsAll = prose.stream().allMatch(block -> text.contains(Block.plain(block.text())));
        if (holdsAll && draft.keptMass() - whole.mass() > AS_MUCH * whole.mass()) {
            draft.dropForCertain(whole.index(), whole.index() + 1, "whole-text-again");
        }
    }
}
