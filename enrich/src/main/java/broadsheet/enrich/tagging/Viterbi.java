package broadsheet.enrich.tagging;

import java.util.stream.IntStream;

/** Finds the best sequence of labels for a sentence (Viterbi 1967), looking only at pairs that BILOU allows. */
final class Viterbi {
    private static final int[][] BEFORE = before();

    private Viterbi() {}

    /**
     * The best labels.
     *
     * @param scores for each token the score of each label
     * @param transitions the score of each label after each other
     */
    static int[] best(float[][] scores, float[][] transitions) {
        int length = scores.length;
        byte[][] from = new byte[length][Label.COUNT];
        float[] sums = new float[Label.COUNT];
        for (int label = 0; label < Label.COUNT; label++) {
            boolean may = Label.mayFollow(Label.OUTSIDE, label);
            sums[label] = may ? scores[0][label] + transitions[Label.OUTSIDE][label] : Float.NEGATIVE_INFINITY;
        }
        for (int at = 1; at < length; at++) {
            sums = step(sums, scores[at], transitions, from[at]);
        }
        int label = bestEnd(sums);
        int[] labels = new int[length];
        for (int at = length - 1; at >= 0; at--) {
            labels[at] = label;
            label = from[at][label];
        }
        return labels;
    }

    private static float[] step(float[] sums, float[] scores, float[][] transitions, byte[] from) {
        float[] next = new float[Label.COUNT];
        for (int label = 0; label < Label.COUNT; label++) {
            float best = Float.NEGATIVE_INFINITY;
            int bestBefore = BEFORE[label][0];
            for (int before : BEFORE[label]) {
                float sum = sums[before] + transitions[before][label];
                if (sum > best) {
                    best = sum;
                    bestBefore = before;
                }
            }
            next[label] = best + scores[label];
            from[label] = (byte) bestBefore;
        }
        return next;
    }

    /** The best label that leaves no name open. */
    private static int bestEnd(float[] sums) {
        int best = Label.OUTSIDE;
        for (int label = 0; label < Label.COUNT; label++) {
            if (Label.mayFollow(label, Label.OUTSIDE) && sums[label] > sums[best]) {
                best = label;
            }
        }
        return best;
    }

    private static int[][] before() {
        int[][] before = new int[Label.COUNT][];
        for (int label = 0; label < Label.COUNT; label++) {
            int next = label;
            before[label] = IntStream.range(0, Label.COUNT)
                    .filter(previous -> Label.mayFollow(previous, next))
                    .toArray();
        }
        return before;
    }
}
