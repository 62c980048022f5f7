package broadsheet.train.sections;

/**
 * Multinomial logistic regression on dense vectors towards soft labels: minimises the weighted cross-entropy plus
 * {@code l2 / 2 · |W|²} by Adam over all examples at once. No randomness: the same input gives the same model.
 *
 * <p>Source of the method: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015.
 */
final class SoftmaxRegression {

    private static final float STEP = 0.15f;

    /** {@code weights[d][k]}: how much dimension {@code d} speaks for class {@code k}; the last row is the bias. */
    private final float[][] weights;

    private final int classes;

    private SoftmaxRegression(int dimensions, int classes) {
        this.weights = new float[dimensions + 1][classes];
        this.classes = classes;
    }

    /**
     * Fits a model.
     *
     * @param rows the vectors
     * @param targets for each row the probability of each class
     * @param importance for each row a weight, not negative; they are scaled to add up to 1
     * @param l2 strength of the regularisation
     * @param iterations number of steps
     */
    static SoftmaxRegression fit(float[][] rows, float[][] targets, float[] importance, float l2, int iterations) {
        var model = new SoftmaxRegression(rows[0].length, targets[0].length);
        float total = 0;
        for (float one : importance) {
            total += one;
        }
        var first = new float[model.weights.length][model.classes];
        var second = new float[model.weights.length][model.classes];
        for (int iteration = 1; iteration <= iterations; iteration++) {
            float[][] gradient = model.gradient(rows, targets, importance, total);
            model.step(gradient, first, second, l2, iteration);
        }
        return model;
    }

    /** The probability of each class. */
    float[] probabilities(float[] row) {
        return softmax(scores(row));
    }

    /** The scores before the softmax. */
    float[] scores(float[] row) {
        float[] scores = weights[row.length].clone();
        for (int d = 0; d < row.length; d++) {
            addScaled(row[d], weights[d], scores);
        }
        return scores;
    }

    private float[][] gradient(float[][] rows, float[][] targets, float[] importance, float total) {
        var gradient = new float[weights.length][classes];
        for (int i = 0; i < rows.length; i++) {
            float[] error = probabilities(rows[i]);
            for (int k = 0; k < classes; k++) {
                error[k] = (error[k] - targets[i][k]) * importance[i] / total;
            }
            for (int d = 0; d < rows[i].length; d++) {
                addScaled(rows[i][d], error, gradient[d]);
            }
            addScaled(1, error, gradient[rows[i].length]);
        }
        return gradient;
    }

    private void step(float[][] gradient, float[][] first, float[][] second, float l2, int iteration) {
        float firstScale = (float) (1 - Math.pow(0.9, iteration));
        float secondScale = (float) (1 - Math.pow(0.999, iteration));
        for (int d = 0; d < weights.length; d++) {
            boolean isBias = d == weights.length - 1;
            for (int k = 0; k < classes; k++) {
                float slope = gradient[d][k] + (isBias ? 0 : l2 * weights[d][k]);
                first[d][k] = 0.9f * first[d][k] + 0.1f * slope;
                second[d][k] = 0.999f * second[d][k] + 0.001f * slope * slope;
                weights[d][k] -=
                        STEP * (first[d][k] / firstScale) / ((float) Math.sqrt(second[d][k] / secondScale) + 1e-8f);
            }
        }
    }

    private static void addScaled(float factor, float[] from, float[] to) {
        for (int k = 0; k < to.length; k++) {
            to[k] += factor * from[k];
        }
    }

    private static float[] softmax(float[] scores) {
        float highest = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        float sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = (float) Math.exp(scores[k] - highest);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
        return scores;
    }
}
