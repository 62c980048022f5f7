package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;

/**
 * Ends the article at a line that announces something else ("Related stories", "Leave a comment"), provided that most
 * of the prose stands before it. A real heading needs less before it: under a short article the other stories are longer.
 */
final class CutAtEndHeading implements Rule {
    private static final int LONGEST = 60;
    private static final double BEFORE = 0.6;
    private static final double BEFORE_HEADING = 0.15;

    /** Letters of running prose that are an article. */
    private static final double ARTICLE = 400;

    @Override
    public void apply(Draft draft) {
        double whole = draft.keptMass();
        double before = 0;
        for (int i = draft.top().first(); i < draft.top().end(); i++) {
            Block block = draft.blocks().get(i);
            boolean isHeading = block.kind() == Block.Kind.HEADING && before > ARTICLE;
            boolean enough = before > (isHeading ? BEFORE_HEADING : BEFORE) * whole;
            if (enough && block.letters() < LONGEST && EndHeadings.isEnd(block.text())) {
                draft.drop(i, draft.top().end(), "after:" + block.text());
                return;
            }
            before += draft.keeps(i) ? block.mass() : 0;
        }
    }
}
