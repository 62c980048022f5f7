package broadsheet.ingest.body;

import broadsheet.ingest.body.Extracted.Verdict;
import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import java.util.ArrayList;
import java.util.List;

/** Finds the article among the blocks of a page. Stateless and thread-safe. */
public final class MainText {
    private MainText() {}

    /**
     * The article's text.
     *
     * @param headline as the metadata has it, blank if unknown: it stands where the article begins and is not part of
     *     the body
     */
    public static Extracted extract(Blocks blocks, String headline) {
        return result(RuleScorer.score(blocks, headline));
    }

    /** The text of a fragment that holds nothing but an article, such as a feed's entry. */
    public static Extracted whole(Blocks blocks, String headline) {
        return result(RuleScorer.scoreWhole(blocks, headline));
    }

    private static Extracted result(Draft draft) {
        Blocks blocks = draft.blocks();
        List<Verdict> verdicts = new ArrayList<>();
        var text = new StringBuilder();
        for (Block block : blocks.all()) {
            boolean kept = draft.keeps(block.index());
            verdicts.add(new Verdict(block.text(), kept, draft.reason(block.index())));
            if (kept) {
                text.append(text.length() == 0 ? "" : "\n\n").append(block.text());
            }
        }
        double whole = blocks.mass();
        double confidence = whole == 0 ? 0 : Math.min(1, draft.keptMass() / whole);
        return new Extracted(text.toString(), confidence, verdicts);
    }
}
