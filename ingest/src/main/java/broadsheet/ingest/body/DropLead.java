package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;

/** Drops what stands before the first paragraph and is not text: the headline, by-line, date, section and deck labels. */
final class DropLead implements Rule {
    @Override
    public void apply(Draft draft) {
        int start = afterHeadline(draft);
        draft.drop(draft.top().first(), start, "before-headline");
        for (int i = start; i < draft.top().end(); i++) {
            Block block = draft.blocks().get(i);
            if (!draft.keeps(i)) {
                continue;
            }
            if (block.mass() > 0 && block.letters() > 60) {
                return;
            }
            if (block.kind() != Block.Kind.HEADING || draft.headings().contain(i)) {
                draft.drop(i, "lead");
            }
        }
    }

    private static int afterHeadline(Draft draft) {
        for (int i = draft.top().first(); i < draft.top().end(); i++) {
            if (draft.headings().contain(i)) {
                double before = draft.blocks().mass(draft.top().first(), i);
                return before < 0.15 * draft.blocks().mass(draft.top())
                        ? i + 1
                        : draft.top().first();
            }
        }
        return draft.top().first();
    }
}
