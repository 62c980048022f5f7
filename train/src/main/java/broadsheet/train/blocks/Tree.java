package broadsheet.train.blocks;

import java.util.Arrays;

/**
 * A complete tree: node {@code n} asks whether {@code features[n]} is above the bound of {@code ranges[n]} and goes to
 * {@code 2n + 2}, else to {@code 2n + 1}; feature -1 always goes there.
 */
final class Tree {
    private final int[] features;
    private final int[] ranges;
    private final float[] thresholds;
    private final float[] leaves;

    Tree(int depth) {
        int inner = (1 << depth) - 1;
        features = new int[inner];
        Arrays.fill(features, -1);
        ranges = new int[inner];
        thresholds = new float[inner];
        leaves = new float[inner + 1];
    }

    void split(int node, int feature, int range, float threshold) {
        features[node] = feature;
        ranges[node] = range;
        thresholds[node] = threshold;
    }

    /** Rounded as it is written, so that training goes on from what extraction will compute. */
    void leaf(int leaf, double value) {
        leaves[leaf] = Math.round(value * 1e4) / 1e4f;
    }

    int child(int node, Bins bins, int row) {
        int feature = features[node];
        return 2 * node + (feature >= 0 && bins.column(feature)[row] > ranges[node] ? 2 : 1);
    }

    float score(Bins bins, int row) {
        int node = 0;
        while (node < features.length) {
            node = child(node, bins, row);
        }
        return leaves[node - features.length];
    }

    String line() {
        var line = new StringBuilder();
        for (int feature : features) {
            line.append(feature).append(' ');
        }
        for (float threshold : thresholds) {
            line.append(number(threshold)).append(' ');
        }
        for (float leaf : leaves) {
            line.append(number(leaf)).append(' ');
        }
        return line.toString().strip();
    }

    private static String number(float value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6 ? String.valueOf((int) value) : String.valueOf(value);
    }
}
