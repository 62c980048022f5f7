package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import java.util.HashSet;
import java.util.Set;

/** Drops a block that says once more what a block before it said; short questions of an interview may repeat. */
final class DropRepeats implements Rule {
    @Override
    public void apply(Draft draft) {
        Set<String> seen = new HashSet<>();
        for (int i = draft.top().first(); i < draft.top().end(); i++) {
            Block block = draft.blocks().get(i);
            if (draft.keeps(i) && block.letters() > 80 && !seen.add(block.text())) {
                draft.drop(i, "repeat");
            }
        }
    }
}
