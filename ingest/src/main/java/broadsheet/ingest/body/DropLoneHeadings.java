package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;

/** Drops a heading with nothing below it: the end of the article, or what it headed was dropped. */
final class DropLoneHeadings implements Rule {
    @Override
    public void apply(Draft draft) {
        boolean textBelow = false;
        for (int i = draft.top().end() - 1; i >= draft.top().first(); i--) {
            Block block = draft.blocks().get(i);
            if (!draft.keeps(i)) {
                continue;
            }
            if (block.kind() == Block.Kind.HEADING && !textBelow) {
                draft.drop(i, "lone-heading");
            } else if (block.kind() != Block.Kind.HEADING) {
                textBelow = true;
            }
        }
    }
}
