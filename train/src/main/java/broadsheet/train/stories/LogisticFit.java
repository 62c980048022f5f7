package broadsheet.train.stories;

import broadsheet.stories.likeness.PairFeature;
import broadsheet.train.stories.StoryExamples.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Logistic regression by Newton's method on standardised features, with a little ridge. No randomness, one thread,
 * {@link StrictMath}: the same examples give the same lines on every machine.
 */
final class LogisticFit {

    private static final double RIDGE = 1e-3;
    private static final int STEPS = 40;

    private final List<Example> examples;
    private final List<PairFeature> columns;
    private final double[] means;
    private final double[] spreads;
    private final double total;

    private LogisticFit(List<Example> examples, Set<PairFeature> without) {
        this.examples = examples;
        this.columns = Stream.of(PairFeature.values())
                .filter(feature -> !without.contains(feature))
                .toList();
        means = new double[columns.size()];
        spreads = new double[columns.size()];
        total = examples.stream().mapToDouble(Example::importance).sum();
        for (int k = 0; k < columns.size(); k++) {
            double sum = 0;
            double squares = 0;
            for (Example example : examples) {
                double value = columns.get(k).in(example.features());
                sum += example.importance() * value;
                squares += example.importance() * value * value;
            }
            means[k] = sum / total;
            spreads[k] = Math.sqrt(Math.max(1e-12, squares / total - means[k] * means[k]));
        }
    }

    /** The lines of a model file. */
    static List<String> lines(List<Example> examples, Set<PairFeature> without) {
        return new LogisticFit(examples, without).fit();
    }

    private List<String> fit() {
        var weights = new double[columns.size() + 1];
        for (int step = 0; step < STEPS; step++) {
            double[] change = step(weights);
            for (int k = 0; k < weights.length; k++) {
                weights[k] -= change[k];
            }
        }
        List<String> lines = new ArrayList<>();
        double bias = weights[columns.size()];
        for (int k = 0; k < columns.size(); k++) {
            lines.add(line(columns.get(k).name(), weights[k] / spreads[k]));
            bias -= weights[k] * means[k] / spreads[k];
        }
        lines.add(line("BIAS", bias));
        return lines;
    }

    private static String line(String name, double weight) {
        return String.format(Locale.ROOT, "%s %.4f", name, weight);
    }

    /** The step of Newton's method: the inverse of the curvature times the slope. */
    private double[] step(double[] weights) {
        int size = weights.length;
        var slope = new double[size];
        var curvature = new double[size][size];
        var row = new double[size];
        for (Example example : examples) {
            double score = 0;
            for (int k = 0; k < size; k++) {
                row[k] = k == columns.size() ? 1 : (columns.get(k).in(example.features()) - means[k]) / spreads[k];
                score += weights[k] * row[k];
            }
            double probability = 1 / (1 + StrictMath.exp(-score));
            double importance = example.importance() / total;
            double error = importance * (probability - (example.same() ? 1 : 0));
            double bend = importance * probability * (1 - probability);
            for (int k = 0; k < size; k++) {
                slope[k] += error * row[k];
                for (int m = 0; m < size; m++) {
                    curvature[k][m] += bend * row[k] * row[m];
                }
            }
        }
        for (int k = 0; k < columns.size(); k++) {
            slope[k] += RIDGE * weights[k];
            curvature[k][k] += RIDGE;
        }
        return solve(curvature, slope);
    }

    /** Gauss's elimination; the curvature is positive definite, so nothing is to be exchanged. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int k = 0; k < size; k++) {
            for (int below = k + 1; below < size; below++) {
                double factor = matrix[below][k] / matrix[k][k];
                for (int m = k; m < size; m++) {
                    matrix[below][m] -= factor * matrix[k][m];
                }
                right[below] -= factor * right[k];
            }
        }
        var solution = new double[size];
        for (int k = size - 1; k >= 0; k--) {
            double rest = right[k];
            for (int m = k + 1; m < size; m++) {
                rest -= matrix[k][m] * solution[m];
            }
            solution[k] = rest / matrix[k][k];
        }
        return solution;
    }
}
