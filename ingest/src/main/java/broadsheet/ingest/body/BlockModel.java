package broadsheet.ingest.body;

import java.util.ArrayList;
import java.util.List;

/**
 * Gradient-boosted decision trees over {@link Features}: the probability that a block belongs to the article. Complete
 * trees of one depth, logistic loss. Read once from the class path; unchangeable.
 *
 * <p>Source: J. H. Friedman, Greedy Function Approximation: A Gradient Boosting Machine, 2001. How it is trained and
 * measured stands in {@code bench/README.md}.
 */
final class BlockModel {
    private static final BlockModel SHIPPED = read("block-model.txt");

    private final double base;
    private final int inner;
    private final int[][] features;
    private final float[][] thresholds;
    private final float[][] leaves;

    private BlockModel(double base, int depth, List<float[]> trees) {
        this.base = base;
        inner = (1 << depth) - 1;
        features = new int[trees.size()][inner];
        thresholds = new float[trees.size()][];
        leaves = new float[trees.size()][];
        for (int t = 0; t < trees.size(); t++) {
            float[] numbers = trees.get(t);
            for (int i = 0; i < inner; i++) {
                features[t][i] = (int) numbers[i];
            }
            thresholds[t] = java.util.Arrays.copyOfRange(numbers, inner, 2 * inner);
            leaves[t] = java.util.Arrays.copyOfRange(numbers, 2 * inner, 3 * inner + 1);
        }
    }

    /** The model that comes with this module. */
    static BlockModel shipped() {
        return SHIPPED;
    }

    private static BlockModel read(String file) {
        List<String> lines = PhraseList.lines(file);
        String[] head = lines.get(0).split(" ", 0);
        if (Integer.parseInt(head[0]) != Features.COUNT) {
            throw new IllegalStateException(
                    "the model is for " + head[0] + " features, not " + Features.COUNT + ": train it again");
        }
        List<float[]> trees = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", 0);
            float[] numbers = new float[words.length];
            for (int i = 0; i < words.length; i++) {
                numbers[i] = Float.parseFloat(words[i]);
            }
            trees.add(numbers);
        }
        return new BlockModel(Double.parseDouble(head[2]), Integer.parseInt(head[1]), trees);
    }

    /** The probability that a block of these features belongs to the article. */
    double probability(float[] block) {
        double score = base;
        for (int t = 0; t < features.length; t++) {
            int[] feature = features[t];
            float[] threshold = thresholds[t];
            int node = 0;
            while (node < inner) {
                int f = feature[node];
                node = 2 * node + (f >= 0 && block[f] > threshold[node] ? 2 : 1);
            }
            score += leaves[t][node - inner];
        }
        return 1 / (1 + Math.exp(-score));
    }
}
