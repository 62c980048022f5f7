package broadsheet.enrich.tagging;

/**
 * What training learned: for each row of the feature table a weight for each label, and a weight for each pair of labels
 * in sequence. Row weights are bytes to be multiplied by {@code scale}.
 *
 * <p>Immutable by convention: the arrays are not copied (32 MB), and whoever makes one gives them up.
 */
final class Weights {
    /** Labels per row, rounded up so that a row starts on a 16-byte border. */
    static final int STRIDE = 16;

    /** Weights beyond this are cut off; training rarely makes one. */
    private static final float LARGEST = 2.0f;

    private final int bits;
    private final byte[] table;
    private final float scale;
    private final float[][] transitions;

    /**
     * @param bits the table has two to the power of {@code bits} rows
     * @param table the rows, {@link #STRIDE} bytes each
     * @param scale what one step of a byte stands for
     * @param transitions from label, to label
     */
    Weights(int bits, byte[] table, float scale, float[][] transitions) {
        if (table.length != STRIDE << bits) {
            throw new IllegalArgumentException("table has " + table.length + " bytes for " + bits + " bits");
        }
        this.bits = bits;
        this.table = table;
        this.scale = scale;
        this.transitions = transitions;
    }

    /** Rounds trained weights to bytes; the scale is set so that only the few largest are cut off. */
    static Weights quantized(int bits, float[] table, float[][] transitions) {
        float scale = LARGEST / Byte.MAX_VALUE;
        byte[] bytes = new byte[table.length];
        for (int i = 0; i < table.length; i++) {
            bytes[i] = (byte) Math.max(-127, Math.min(127, Math.round(table[i] / scale)));
        }
        return new Weights(bits, bytes, scale, transitions);
    }

    /** These without the weights that are closer to zero than {@code least}. */
    Weights without(float least) {
        byte[] kept = table.clone();
        for (int i = 0; i < kept.length; i++) {
            if (Math.abs(kept[i]) * scale < least) {
                kept[i] = 0;
            }
        }
        return new Weights(bits, kept, scale, transitions);
    }

    int bits() {
        return bits;
    }

    byte[] table() {
        return table;
    }

    float scale() {
        return scale;
    }

    float[][] transitions() {
        return transitions;
    }

    /** Writes the score of each label for a token with these rows into {@code scores}. */
    void score(int[] rows, int count, float[] scores) {
        int[] sums = new int[Label.COUNT];
        for (int i = 0; i < count; i++) {
            int base = rows[i] * STRIDE;
            for (int label = 0; label < Label.COUNT; label++) {
                sums[label] += table[base + label];
            }
        }
        for (int label = 0; label < Label.COUNT; label++) {
            scores[label] = sums[label] * scale;
        }
    }
}
