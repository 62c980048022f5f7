package broadsheet.ingest.body;

import broadsheet.ingest.body.Extracted.Verdict;
import broadsheet.ingest.html.Block;
import broadsheet.ingest.html.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the article among the blocks of a page. Stateless and thread-safe.
 *
 * <p>In this order: the rules ({@link RuleScorer}) find the container of the article and drop what they know; the model
 * ({@link ModelScorer}) gives each block a probability; the {@link Arbiter} decides.
 */
public final class MainText {
    private MainText() {}

    /** The article's text on a page. */
    public static Extracted extract(Blocks blocks, Hints hints, BlockModel model) {
        return extract(blocks, hints, model, Set.of());
    }

    /** As {@link #extract}, without the rules of these names: to measure what each is worth. */
    public static Extracted extract(Blocks blocks, Hints hints, BlockModel model, Set<String> without) {
        Draft draft = RuleScorer.score(blocks, hints, without);
        double confidence = Arbiter.decide(draft, ModelScorer.score(blocks, draft, hints, model));
        return result(draft, confidence);
    }

    /** The names of the rules, in the order in which a page passes them. */
    public static List<String> rules() {
        return RuleScorer.names();
    }

    /** What the model sees of each block of a page: training uses the very numbers that extraction uses. */
    public static List<float[]> features(Blocks blocks, Hints hints) {
        var features = new BlockVectors(blocks, RuleScorer.score(blocks, hints), hints);
        return IntStream.range(0, blocks.size()).mapToObj(features::of).toList();
    }

    /** The text of a fragment that holds nothing but an article, such as a feed's entry: the rules suffice. */
    public static Extracted whole(Blocks blocks, String headline) {
        Draft draft = RuleScorer.scoreWhole(blocks, headline);
        double whole = blocks.mass();
        return result(draft, whole == 0 ? 0 : Math.min(1, draft.keptMass() / whole));
    }

    private static Extracted result(Draft draft, double confidence) {
        List<Verdict> verdicts = new ArrayList<>();
        var text = new StringBuilder();
        for (Block block : draft.blocks().all()) {
            boolean kept = draft.keeps(block.index());
            String overruled = draft.overruled(block.index());
            String rule = kept && !overruled.isEmpty() ? "kept against " + overruled : draft.reason(block.index());
            verdicts.add(new Verdict(block.text(), kept, rule));
            if (kept) {
                text.append(text.length() == 0 ? "" : "\n\n").append(block.text());
            }
        }
        return new Extracted(text.toString(), confidence, verdicts);
    }
}
