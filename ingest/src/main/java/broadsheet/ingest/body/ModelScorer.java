package broadsheet.ingest.body;

import broadsheet.ingest.html.Blocks;

/**
 * The second scorer, of another kind than the rules: it judges each block by what blocks like it were on pages that
 * people have marked, and knows the rules' verdict as one sign among many.
 */
final class ModelScorer {
    private ModelScorer() {}

    /** For each block the probability that it belongs to the article. */
    static double[] score(Blocks blocks, Draft rules, Hints hints, BlockModel model) {
        var features = new Features(blocks, rules, hints);
        double[] probabilities = new double[blocks.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = model.probability(features.of(i));
        }
        return probabilities;
    }
}
