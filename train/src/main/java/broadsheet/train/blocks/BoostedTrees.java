package broadsheet.train.blocks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Fits gradient-boosted trees by logistic loss. One thread, seeded, and {@link StrictMath}: the same rows give the same
 * lines on every machine.
 *
 * <p>Source: T. Chen, C. Guestrin, XGBoost: A Scalable Tree Boosting System, 2016 (second-order gain, sampling); G. Ke et
 * al., LightGBM, 2017 (histograms).
 */
final class BoostedTrees {
    private final BlockExamples examples;
    private final Bins bins;
    private final Recipe recipe;

    BoostedTrees(BlockExamples examples, Recipe recipe) {
        this.examples = examples;
        this.recipe = recipe;
        bins = new Bins(examples.features());
    }

    /** The lines of a model file, from the rows of some pages. */
    List<String> fit(boolean[] pages) {
        int[] rows = IntStream.range(0, examples.article().length)
                .filter(row -> pages[examples.pages()[row]])
                .toArray();
        double[] scores = new double[examples.article().length];
        double base = base(rows);
        Arrays.fill(scores, base);
        var random = new Random(recipe.seed());
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Gradient-boosted trees that judge blocks, made by train/blocks: number of features, depth, base; then a"
                        + " tree a line: features, thresholds, leaves; -1 is no split.");
        lines.add(bins.features() + " " + recipe.depth() + " " + base);
        for (int t = 0; t < recipe.trees(); t++) {
            Tree tree = grow(rows, scores, pages.length, random);
            lines.add(tree.line());
            for (int row : rows) {
                scores[row] += tree.score(bins, row);
            }
        }
        return lines;
    }

    private double base(int[] rows) {
        double article = 0;
        double all = 0;
        for (int row : rows) {
            all += examples.weights()[row];
            article += examples.article()[row] ? examples.weights()[row] : 0;
        }
        return Math.round(1e4 * StrictMath.log(article / (all - article))) / 1e4;
    }

    private Tree grow(int[] rows, double[] scores, int pages, Random random) {
        boolean[] drawn = new boolean[pages];
        for (int page = 0; page < pages; page++) {
            drawn[page] = random.nextDouble() < recipe.pageShare();
        }
        int[] features = IntStream.range(0, bins.features())
                .filter(feature -> random.nextDouble() < recipe.featureShare())
                .toArray();
        int[] sample =
                Arrays.stream(rows).filter(row -> drawn[examples.pages()[row]]).toArray();
        double[] slopes = new double[sample.length];
        double[] bends = new double[sample.length];
        for (int i = 0; i < sample.length; i++) {
            int row = sample[i];
            double probability = 1 / (1 + StrictMath.exp(-scores[row]));
            slopes[i] = examples.weights()[row] * (probability - (examples.article()[row] ? 1 : 0));
            bends[i] = examples.weights()[row] * probability * (1 - probability);
        }
        return new TreeGrower(bins, recipe, sample, slopes, bends, weights(sample)).grow(features);
    }

    private double[] weights(int[] sample) {
        return Arrays.stream(sample).mapToDouble(row -> examples.weights()[row]).toArray();
    }
}
