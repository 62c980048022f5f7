package broadsheet.train.sections;

import java.util.ArrayList;
import java.util.List;

/** Examples that a regression is fitted to, each with the weight that it has in it. */
final class WeightedExamples {

    private final List<float[]> rows = new ArrayList<>();
    private final List<float[]> targets = new ArrayList<>();
    private final List<Float> importance = new ArrayList<>();

    void add(float[] row, float[] target, float weight) {
        rows.add(row);
        targets.add(target);
        importance.add(weight);
    }

    /**
     * Adds all of another batch, with weights that add up to {@code total}.
     *
     * @param balance 0 to let frequent topics dominate, 1 to give all topics the same total
     */
    void addBalanced(WeightedExamples other, double balance, float total) {
        var sizes = new int[Corpus.TOPICS];
        other.targets.forEach(target -> sizes[best(target)]++);
        var weights = new double[other.rows.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.pow(sizes[best(other.targets.get(i))], -balance);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            add(other.rows.get(i), other.targets.get(i), (float) (total * weights[i] / sum));
        }
    }

    SoftmaxRegression fit(float l2, int steps) {
        var weights = new float[importance.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = importance.get(i);
        }
        return SoftmaxRegression.fit(rows.toArray(new float[0][]), targets.toArray(new float[0][]), weights, l2, steps);
    }

    static int best(float[] target) {
        int best = 0;
        for (int k = 1; k < target.length; k++) {
            if (target[k] > target[best]) {
                best = k;
            }
        }
        return best;
    }
}
