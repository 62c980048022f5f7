package broadsheet.ingest.body;

import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;

/**
 * Decides between the two scorers. The model has the word block by block, for it errs less on pages of sites that nobody
 * has looked at; the rules have it for the page where the model finds next to nothing of what they found.
 */
final class Arbiter {
    /** Above one half: junk costs a reader more than a lost line. */
    private static final double KEEP = 0.6;

    /** Less than this share of the rules' letters means that the model does not know such a page. */
    private static final double LOST = 0.3;

    private Arbiter() {}

    /** Applies the verdict to the rules' draft and returns the confidence in it, from 0 to 1. */
    static double decide(Draft draft, double[] probabilities) {
        Blocks blocks = draft.blocks();
        double byRules = 0;
        double byModel = 0;
        double both = 0;
        double sure = 0;
        for (Block block : blocks.all()) {
            int i = block.index();
            boolean kept = probabilities[i] > KEEP;
            byRules += draft.keeps(i) ? block.letters() : 0;
            byModel += kept ? block.letters() : 0;
            both += kept && draft.keeps(i) ? block.letters() : 0;
            sure += kept ? block.letters() * probabilities[i] : 0;
        }
        double agreement = byRules + byModel == 0 ? 0 : 2 * both / (byRules + byModel);
        if (byModel < LOST * byRules) {
            return 0.5 * agreement;
        }
        for (Block block : blocks.all()) {
            draft.judge(block.index(), probabilities[block.index()], KEEP);
        }
        return byModel == 0 ? 0 : 0.5 * agreement + 0.5 * sure / byModel;
    }
}
