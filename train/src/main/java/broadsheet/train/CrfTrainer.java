package broadsheet.train;

import broadsheet.enrich.tagging.Label;
import broadsheet.enrich.tagging.Lexicon;
import broadsheet.enrich.tagging.Tagger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Learns the weights of a linear-chain conditional random field by stochastic gradient steps with a rate per weight
 * (AdaGrad; Duchi, Hazan and Singer 2011).
 *
 * <p>A token may allow several labels (teachers disagree): then the probability of all allowed sequences together is
 * raised, and the model decides among them by what it learned elsewhere. In each step some features are left out at
 * random, the word itself among them, so that context and shape learn to do without it. The seed fixes the outcome.
 */
final class CrfTrainer {
    private static final int N = Label.COUNT;
    private static final int STRIDE = Tagger.stride();
    private static final float LARGEST_SCORE = 30;

    /**
     * @param bits the table has two to the power of {@code bits} rows
     * @param epochs how often each example is seen
     * @param rate first step size; falls to a tenth in the last epoch
     * @param dropout share of features left out in each step
     * @param decay how much a weight shrinks in each step that touches it, times the step size
     * @param seed of the shuffling and the dropping
     * @param least weights that end closer to zero are left out of the model
     */
    record Options(int bits, int epochs, float rate, float dropout, float decay, long seed, float least) {}

    private final Options options;
    private final float[] weights;
    private final float[] squares;
    private final float[][] transitions = new float[N][N];
    private final float[][] transitionSquares = new float[N][N];
    private final float[][] steps = new float[N][N];
    private final Lattice all = new Lattice();
    private final Lattice given = new Lattice();
    private float[][] emissions = new float[0][];
    private float[][] givenEmissions = new float[0][];
    private int[][] kept = new int[0][];
    private final Random random;
    private float rate;

    CrfTrainer(Options options) {
        this.options = options;
        this.weights = new float[STRIDE << options.bits()];
        this.squares = new float[STRIDE << options.bits()];
        this.random = new Random(options.seed());
    }

    /** Learns from the examples and returns the model. */
    Tagger train(List<Example> examples, Lexicon lexicon) {
        List<Example> order = new ArrayList<>(examples);
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            Collections.shuffle(order, random);
            double done = (double) epoch / Math.max(1, options.epochs() - 1);
            rate = (float) (options.rate() * (1 - 0.9 * done));
            long start = System.nanoTime();
            for (Example example : order) {
                learn(example);
            }
            System.err.printf(
                    "epoch %d of %d: %.0f s%n", epoch + 1, options.epochs(), (System.nanoTime() - start) / 1e9);
        }
        return Tagger.of(lexicon, options.bits(), weights, transitions, options.least());
    }

    private void learn(Example example) {
        int length = example.rows().length;
        reserve(length);
        for (int at = 0; at < length; at++) {
            kept[at] = drop(example.rows()[at]);
            emit(at, kept[at], example.allowed()[at]);
        }
        for (int from = 0; from < N; from++) {
            for (int to = 0; to < N; to++) {
                steps[from][to] = Label.mayFollow(from, to) ? (float) Math.exp(transitions[from][to]) : 0;
            }
        }
        all.fill(emissions, length, steps);
        given.fill(givenEmissions, length, steps);
        float[] gradient = new float[N];
        float[][] pairs = new float[N][N];
        for (int at = 0; at < length; at++) {
            if (kept[at].length == 0 && (at == 0 || kept[at - 1].length == 0)) {
                continue;
            }
            all.addPairs(at, emissions[at], 1, pairs);
            given.addPairs(at, givenEmissions[at], -1, pairs);
            if (kept[at].length > 0) {
                Arrays.fill(gradient, 0);
                all.addLabels(at, 1, gradient);
                given.addLabels(at, -1, gradient);
                step(kept[at], gradient);
            }
        }
        stepTransitions(pairs);
    }

    private int[] drop(int[] rows) {
        if (options.dropout() == 0 || rows.length == 0) {
            return rows;
        }
        int[] left = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            if (random.nextFloat() >= options.dropout()) {
                left[count++] = row;
            }
        }
        return Arrays.copyOf(left, count);
    }

    private void emit(int at, int[] rows, int allowed) {
        float[] scores = emissions[at];
        Arrays.fill(scores, 0);
        if (rows.length == 0) {
            scores[Label.OUTSIDE] = 1;
            Arrays.fill(givenEmissions[at], 0);
            givenEmissions[at][Label.OUTSIDE] = 1;
            return;
        }
        for (int row : rows) {
            int base = row * STRIDE;
            for (int label = 0; label < N; label++) {
                scores[label] += weights[base + label];
            }
        }
        float top = scores[0];
        for (float score : scores) {
            top = Math.max(top, score);
        }
        for (int label = 0; label < N; label++) {
            scores[label] = (float) Math.exp(Math.max(scores[label] - top, -LARGEST_SCORE));
            givenEmissions[at][label] = (allowed >>> label & 1) == 1 ? scores[label] : 0;
        }
    }

    private void step(int[] rows, float[] gradient) {
        for (int row : rows) {
            int base = row * STRIDE;
            for (int label = 0; label < N; label++) {
                int i = base + label;
                float slope = gradient[label] + options.decay() * weights[i];
                squares[i] += slope * slope;
                weights[i] -= rate * slope / ((float) Math.sqrt(squares[i]) + 1e-2f);
            }
        }
    }

    private void stepTransitions(float[][] pairs) {
        for (int from = 0; from < N; from++) {
            for (int to = 0; to < N; to++) {
                float slope = pairs[from][to];
                transitionSquares[from][to] += slope * slope;
                transitions[from][to] -= rate * slope / ((float) Math.sqrt(transitionSquares[from][to]) + 1e-2f);
            }
        }
    }

    private void reserve(int tokens) {
        int had = emissions.length;
        if (had < tokens) {
            emissions = Arrays.copyOf(emissions, tokens);
            givenEmissions = Arrays.copyOf(givenEmissions, tokens);
            kept = Arrays.copyOf(kept, tokens);
            for (int i = had; i < tokens; i++) {
                emissions[i] = new float[N];
                givenEmissions[i] = new float[N];
            }
        }
    }
}
