package broadsheet.train.blocks;

import java.util.Arrays;

/**
 * The values of each feature in at most {@value #MOST} ranges that hold about as many rows each, so that the best split
 * is found among few. {@code columns[f][row]} is the range; a value is in range {@code b} or below when it is not above
 * {@code bounds[f][b]}.
 */
final class Bins {
    static final int MOST = 48;

    private final float[][] bounds;
    private final byte[][] columns;

    Bins(float[][] rows) {
        int features = rows[0].length;
        bounds = new float[features][];
        columns = new byte[features][rows.length];
        for (int f = 0; f < features; f++) {
            float[] values = new float[rows.length];
            for (int i = 0; i < rows.length; i++) {
                values[i] = rows[i][f];
            }
            bounds[f] = bounds(values.clone());
            for (int i = 0; i < rows.length; i++) {
                int at = Arrays.binarySearch(bounds[f], values[i]);
                columns[f][i] = (byte) (at >= 0 ? at : -at - 1);
            }
        }
    }

    private static float[] bounds(float[] values) {
        Arrays.sort(values);
        float[] distinct = new float[MOST - 1];
        int count = 0;
        for (int b = 1; b < MOST; b++) {
            float value = values[(int) ((long) b * values.length / MOST)];
            if (value < values[values.length - 1] && (count == 0 || value > distinct[count - 1])) {
                distinct[count++] = value;
            }
        }
        return Arrays.copyOf(distinct, count);
    }

    int features() {
        return columns.length;
    }

    byte[] column(int feature) {
        return columns[feature];
    }

    /** How many ranges a feature has; one if all rows have the same value. */
    int ranges(int feature) {
        return bounds[feature].length + 1;
    }

    /** The largest value of a range. */
    float bound(int feature, int range) {
        return bounds[feature][range];
    }
}
