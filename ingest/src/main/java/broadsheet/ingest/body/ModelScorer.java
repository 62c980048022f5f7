package broadsheet.ingest.body;

import broadsheet.ingest.html.Blocks;
import java.util.HashMap;
import java.util.Map;

/**
 * The second scorer, of another kind than the rules: it judges each block by what blocks like it were on pages that
 * people have marked, and knows the rules' verdict as one sign among many.
 *
 * <p>A site makes what belongs together in one way: all paragraphs of its article, all its captions, all lines of a list of
 * other stories. So part of the verdict is what the model thinks, on average, of all blocks of the page that are made as
 * this one is; a single one of them that looks odd by itself goes with the others.
 */
final class ModelScorer {
    /** The part that the others have. More of it loses captions and remarks that a site makes as it makes paragraphs. */
    private static final double SHARED = 0.2;

    private ModelScorer() {}

    /** For each block the probability that it belongs to the article. */
    static double[] score(Blocks blocks, Draft rules, Hints hints, BlockModel model) {
        var features = new BlockVectors(blocks, rules, hints);
        double[] odds = odds(features, blocks.size(), model);
        Map<Long, Kin> kin = new HashMap<>();
        for (int i = 0; i < odds.length; i++) {
            kin.computeIfAbsent(features.signature(i), none -> new Kin()).add(odds[i]);
        }
        double[] probabilities = new double[odds.length];
        for (int i = 0; i < odds.length; i++) {
            Kin alike = kin.getOrDefault(features.signature(i), Kin.NONE);
            double mixed = (1 - SHARED) * odds[i] + SHARED * alike.mean();
            probabilities[i] = 1 / (1 + StrictMath.exp(-mixed));
        }
        return probabilities;
    }

    private static double[] odds(BlockVectors features, int size, BlockModel model) {
        double[] odds = new double[size];
        int i = 0;
        for (; i + 3 < size; i += 4) {
            model.logOdds(features.of(i), features.of(i + 1), features.of(i + 2), features.of(i + 3), odds, i);
        }
        for (; i < size; i++) {
            odds[i] = model.logOdds(features.of(i));
        }
        return odds;
    }

    /** The blocks of a page that are made the same way. */
    private static final class Kin {
        private static final Kin NONE = new Kin();

        private double sum;
        private int count;

        void add(double odds) {
            sum += odds;
            count++;
        }

        double mean() {
            return count == 0 ? 0 : sum / count;
        }
    }
}
