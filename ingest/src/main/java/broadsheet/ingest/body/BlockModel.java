package broadsheet.ingest.body;

import java.util.ArrayList;
import java.util.List;

/**
 * Gradient-boosted decision trees over {@link BlockVectors}: the probability that a block belongs to the article. Complete
 * trees of one depth, logistic loss. Unchangeable.
 *
 * <p>Source: J. H. Friedman, Greedy Function Approximation: A Gradient Boosting Machine, 2001. {@code train/blocks} makes
 * the file; what it was made of and how good it is stands in {@code docs/model-cards/blocks.md}.
 */
public final class BlockModel {
    private static final BlockModel SHIPPED = parse(PhraseList.lines("block-model.txt"));

    private final double base;
    private final int inner;
    private final int outer;
    /** Of all trees in a row, for one page asks them a hundred thousand times. */
    private final int[] features;

    private final float[] thresholds;
    private final float[] leaves;

    private BlockModel(double base, int depth, List<float[]> trees) {
        this.base = base;
        outer = 1 << depth;
        inner = outer - 1;
        features = new int[trees.size() * inner];
        thresholds = new float[trees.size() * inner];
        leaves = new float[trees.size() * outer];
        for (int t = 0; t < trees.size(); t++) {
            float[] numbers = trees.get(t);
            for (int i = 0; i < inner; i++) {
                // No feature leads to the left: so does any that nothing is above.
                boolean none = numbers[i] < 0;
                features[t * inner + i] = none ? 0 : (int) numbers[i];
                thresholds[t * inner + i] = none ? Float.POSITIVE_INFINITY : numbers[inner + i];
            }
            System.arraycopy(numbers, 2 * inner, leaves, t * outer, outer);
        }
    }

    /** The model that comes with this module. */
    public static BlockModel shipped() {
        return SHIPPED;
    }

    /**
     * A model from its file: number of features, depth and base; then a tree a line, its features, thresholds and leaves
     * from the root down, where feature -1 always leads to the left.
     *
     * @throws IllegalStateException if it was made for other features than {@link BlockVectors} computes
     */
    public static BlockModel parse(List<String> lines) {
        String[] head = lines.get(0).split(" ", 0);
        if (Integer.parseInt(head[0]) != BlockVectors.COUNT) {
            throw new IllegalStateException(
                    "the model is for " + head[0] + " features, not " + BlockVectors.COUNT + ": train it again");
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

    /** The logarithm of the odds that a block of these features belongs to the article. */
    double logOdds(float[] block) {
        double score = base;
        int leaf = 0;
        for (int root = 0; root < features.length; root += inner) {
            int node = 0;
            while (node < inner) {
                node = 2 * node + (block[features[root + node]] > thresholds[root + node] ? 2 : 1);
            }
            score += leaves[leaf + node - inner];
            leaf += outer;
        }
        return score;
    }

    /**
     * The same of four blocks at once: on the way down each step waits for the one before, and four ways do not wait for each
     * other.
     *
     * @param odds takes them from {@code at} on
     */
    void logOdds(float[] one, float[] two, float[] three, float[] four, double[] odds, int at) {
        double first = base;
        double second = base;
        double third = base;
        double fourth = base;
        int leaf = 0;
        for (int root = 0; root < features.length; root += inner) {
            int a = 0;
            int b = 0;
            int c = 0;
            int d = 0;
            // All trees are complete: the four ways end at the same depth.
            while (a < inner) {
                a = 2 * a + (one[features[root + a]] > thresholds[root + a] ? 2 : 1);
                b = 2 * b + (two[features[root + b]] > thresholds[root + b] ? 2 : 1);
                c = 2 * c + (three[features[root + c]] > thresholds[root + c] ? 2 : 1);
                d = 2 * d + (four[features[root + d]] > thresholds[root + d] ? 2 : 1);
            }
            first += leaves[leaf + a - inner];
            second += leaves[leaf + b - inner];
            third += leaves[leaf + c - inner];
            fourth += leaves[leaf + d - inner];
            leaf += outer;
        }
        odds[at] = first;
        odds[at + 1] = second;
        odds[at + 2] = third;
        odds[at + 3] = fourth;
    }
}
