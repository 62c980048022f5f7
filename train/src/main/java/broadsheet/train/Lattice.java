package broadsheet.train;

import broadsheet.enrich.tagging.Label;
import java.util.Arrays;

/**
 * The sums over all label sequences of one sentence that a conditional random field needs (forward-backward algorithm;
 * Lafferty, McCallum and Pereira 2001). Sums are scaled token by token, so that no logarithm is taken.
 */
final class Lattice {
    private static final int N = Label.COUNT;

    private final float[][] before = new float[N][N];
    private float[][] forward = new float[0][];
    private float[][] backward = new float[0][];
    private float[] scales = new float[0];
    private int length;

    /**
     * Fills the lattice.
     *
     * @param emissions for each token the exponential of each label's score, 0 for a label that is ruled out
     * @param transitions the exponential of the score of each label after each other, 0 where BILOU forbids it
     */
    void fill(float[][] emissions, int length, float[][] transitions) {
        this.length = length;
        reserve(length);
        for (int from = 0; from < N; from++) {
            before[from] = transitions[from];
        }
        forward(emissions);
        backward(emissions);
    }

    /** Adds to {@code sums} the probability of each label at {@code at}, times {@code factor}. */
    void addLabels(int at, float factor, float[] sums) {
        float total = 0;
        for (int label = 0; label < N; label++) {
            total += forward[at][label] * backward[at][label];
        }
        for (int label = 0; label < N; label++) {
            sums[label] += factor * forward[at][label] * backward[at][label] / total;
        }
    }

    /** Adds to {@code sums} the probability of each pair of labels at {@code at - 1} and {@code at}, times {@code factor}. */
    void addPairs(int at, float[] emission, float factor, float[][] sums) {
        float total = 0;
        for (int from = 0; from < N; from++) {
            for (int to = 0; to < N; to++) {
                total += previous(at, from) * before[from][to] * emission[to] * backward[at][to];
            }
        }
        if (total <= 0) {
            return;
        }
        for (int from = 0; from < N; from++) {
            float start = previous(at, from);
            if (start == 0) {
                continue;
            }
            for (int to = 0; to < N; to++) {
                sums[from][to] += factor * start * before[from][to] * emission[to] * backward[at][to] / total;
            }
        }
    }

    private float previous(int at, int label) {
        return at == 0 ? (label == Label.OUTSIDE ? 1 : 0) : forward[at - 1][label];
    }

    private void forward(float[][] emissions) {
        for (int at = 0; at < length; at++) {
            float sum = 0;
            for (int to = 0; to < N; to++) {
                float value = 0;
                for (int from = 0; from < N; from++) {
                    value += previous(at, from) * before[from][to];
                }
                forward[at][to] = value * emissions[at][to];
                sum += forward[at][to];
            }
            scales[at] = sum;
            for (int to = 0; to < N; to++) {
                forward[at][to] /= sum;
            }
        }
    }

    private void backward(float[][] emissions) {
        for (int label = 0; label < N; label++) {
            backward[length - 1][label] = Label.mayFollow(label, Label.OUTSIDE) ? 1 : 0;
        }
        for (int at = length - 2; at >= 0; at--) {
            for (int from = 0; from < N; from++) {
                float value = 0;
                for (int to = 0; to < N; to++) {
                    value += before[from][to] * emissions[at + 1][to] * backward[at + 1][to];
                }
                backward[at][from] = value / scales[at + 1];
            }
        }
    }

    private void reserve(int tokens) {
        int had = forward.length;
        if (had < tokens) {
            forward = Arrays.copyOf(forward, tokens);
            backward = Arrays.copyOf(backward, tokens);
            scales = Arrays.copyOf(scales, tokens);
            for (int i = had; i < tokens; i++) {
                forward[i] = new float[N];
                backward[i] = new float[N];
            }
        }
    }
}
