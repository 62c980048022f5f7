package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;

/**
 * Ends the article at a line that announces something else ("Related stories", "Leave a comment"), provided that most
 * of the prose stands before it.
 */
final class CutAtEndHeading implements Rule {
    private static final double BEFORE = 0.6;

    @Override
    public void apply(Draft draft) {
        double whole = draft.keptMass();
        double before = 0;
        for (int i = draft.top().first(); i < draft.top().end(); i++) {
            Block block = draft.blocks().get(i);
            if (before > BEFORE * whole && block.letters() < 60 && EndHeadings.isEnd(block.text())) {
                draft.drop(i, draft.top().end(), "after:" + block.text());
                return;
            }
            before += draft.keeps(i) ? block.mass() : 0;
        }
    }
}
