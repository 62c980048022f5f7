package broadsheet.train.sections;

import java.util.Arrays;

/** How much each term counts in a text, from 1 to 255. */
final class TermWeights {

    /** Share of texts, per word of them, from which on a term counts less (smooth inverse frequency). */
    private static final double RARE = 1e-3;

    /** Words of all texts together, in units of the number of texts that a term is in. */
    private static final double SIZE = 180_000;

    /** What a term counts of which the teacher knows nothing, against one of which it is sure. */
    private static final double UNTOLD = 0.05;

    private TermWeights() {}

    /**
     * The weight of each term: its rarity times what the teacher learns from it alone, that is how far its topics are
     * from those of the average term (Kullback-Leibler).
     */
    static int[] of(Terms terms, float[][] vectors, SoftmaxRegression teacher) {
        var told = new double[vectors.length];
        var topics = new float[vectors.length][];
        var mean = new double[Corpus.TOPICS];
        for (int i = 0; i < vectors.length; i++) {
            topics[i] = teacher.probabilities(vectors[i]);
            for (int k = 0; k < mean.length; k++) {
                mean[k] += topics[i][k] / (double) vectors.length;
            }
        }
        for (int i = 0; i < vectors.length; i++) {
            for (int k = 0; k < mean.length; k++) {
                told[i] += topics[i][k] * Math.log(Math.max(topics[i][k], 1e-9) / mean[k]);
            }
        }
        double[] sorted = told.clone();
        Arrays.sort(sorted);
        double much = sorted[sorted.length * 9 / 10];
        var weights = new int[vectors.length];
        for (int i = 0; i < weights.length; i++) {
            double rarity = RARE / (RARE + terms.texts(i) / SIZE);
            double informative = Math.min(1, Math.max(UNTOLD, told[i] / much));
            weights[i] = (int) Math.max(1, Math.round(255 * rarity * informative));
        }
        return weights;
    }
}
