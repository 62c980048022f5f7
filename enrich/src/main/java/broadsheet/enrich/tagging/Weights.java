package broadsheet.enrich.tagging;

import java.util.Arrays;

/**
 * What training learned: for each row of the feature table a weight for each label, and a weight for each pair of labels
 * in sequence. Row weights are bytes to be multiplied by {@code scale}.
 *
 * <p>Rows of zeros are not held: a bit a row says whether it is there, and how many are before its word of bits, where. Most
 * features of a text have no weight, and are done with after a look at the bits, which fit a processor's cache.
 *
 * <p>Immutable by convention: the arrays are not copied, and whoever makes one gives them up.
 */
final class Weights {
    /** Numbers per row of the table in training, rounded up so that a row starts on a 16-byte border. */
    static final int STRIDE = 16;

    /** Weights beyond this are cut off; training rarely makes one. */
    private static final float LARGEST = 2.0f;

    private final int bits;
    private final long[] held;
    private final int[] before;
    private final byte[] rows;
    private final float scale;
    private final float[][] transitions;

    /**
     * @param bits the table has two to the power of {@code bits} rows
     * @param held a bit for each row that is not all zeros
     * @param rows these rows, {@link Label#COUNT} bytes each
     * @param scale what one step of a byte stands for
     * @param transitions from label, to label
     */
    Weights(int bits, long[] held, byte[] rows, float scale, float[][] transitions) {
        this.bits = bits;
        this.held = held;
        this.before = new int[held.length + 1];
        for (int word = 0; word < held.length; word++) {
            before[word + 1] = before[word] + Long.bitCount(held[word]);
        }
        if (rows.length != before[held.length] * Label.COUNT) {
            throw new IllegalArgumentException(rows.length + " bytes for " + before[held.length] + " rows");
        }
        this.rows = rows;
        this.scale = scale;
        this.transitions = transitions;
    }

    /** Bits for the rows of a table, none of them held. */
    static long[] noRows(int bits) {
        return new long[1 << Math.max(0, bits - 6)];
    }

    /** Rounds trained weights to bytes, those closer to zero than {@code least} to none. */
    static Weights quantized(int bits, float[] table, float[][] transitions, float least) {
        float scale = LARGEST / Byte.MAX_VALUE;
        long[] held = noRows(bits);
        byte[] rows = new byte[1 << 16];
        int end = 0;
        for (int row = 0; row < 1 << bits; row++) {
            if (rows.length < end + Label.COUNT) {
                rows = Arrays.copyOf(rows, rows.length * 2);
            }
            boolean empty = true;
            for (int label = 0; label < Label.COUNT; label++) {
                float weight = table[row * STRIDE + label];
                int rounded = Math.max(-127, Math.min(127, Math.round(weight / scale)));
                rows[end + label] = (byte) (Math.abs(rounded) * scale < least ? 0 : rounded);
                empty &= rows[end + label] == 0;
            }
            if (!empty) {
                held[row >>> 6] |= 1L << row;
                end += Label.COUNT;
            }
        }
        return new Weights(bits, held, Arrays.copyOf(rows, end), scale, transitions);
    }

    int bits() {
        return bits;
    }

    float scale() {
        return scale;
    }

    float[][] transitions() {
        return transitions;
    }

    /** Whether the row is not all zeros. */
    boolean holds(int row) {
        return (held[row >>> 6] >>> row & 1) != 0;
    }

    /** The rows that are held, one after the other. */
    byte[] rows() {
        return rows;
    }

    /** Writes the score of each label for a token with these rows into {@code scores}. */
    void score(int[] features, int count, float[] scores) {
        int[] sums = new int[Label.COUNT];
        for (int i = 0; i < count; i++) {
            int row = features[i];
            long word = held[row >>> 6];
            if ((word >>> row & 1) == 0) {
                continue;
            }
            int base = (before[row >>> 6] + Long.bitCount(word & ((1L << row) - 1))) * Label.COUNT;
            for (int label = 0; label < Label.COUNT; label++) {
                sums[label] += rows[base + label];
            }
        }
        for (int label = 0; label < Label.COUNT; label++) {
            scores[label] = sums[label] * scale;
        }
    }
}
