package broadsheet.train.sections;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Vectors of texts as EmbedTexts writes them. */
final class Vectors {

    static final int DIMENSIONS = 384;

    private Vectors() {}

    /**
     * All vectors of a file, in its order, each scaled to length 1.
     *
     * @throws IOException if it cannot be read
     */
    static float[][] read(Path file) throws IOException {
        var vectors = new float[(int) (Files.size(file) / (Float.BYTES * DIMENSIONS))][DIMENSIONS];
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            for (float[] vector : vectors) {
                double square = 0;
                for (int d = 0; d < DIMENSIONS; d++) {
                    vector[d] = in.readFloat();
                    square += vector[d] * vector[d];
                }
                for (int d = 0; d < DIMENSIONS; d++) {
                    vector[d] /= (float) Math.sqrt(square);
                }
            }
        }
        return vectors;
    }

    /** Takes the mean of the vectors off each of them, and returns it. */
    static float[] centre(float[][] vectors) {
        var mean = new double[DIMENSIONS];
        for (float[] vector : vectors) {
            for (int d = 0; d < DIMENSIONS; d++) {
                mean[d] += vector[d] / (double) vectors.length;
            }
        }
        var centre = new float[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            centre[d] = (float) mean[d];
        }
        for (float[] vector : vectors) {
            move(vector, centre, 1);
        }
        return centre;
    }

    /** {@code (vector − centre) / scale}, in place. */
    static void move(float[] vector, float[] centre, float scale) {
        for (int d = 0; d < DIMENSIONS; d++) {
            vector[d] = (vector[d] - centre[d]) / scale;
        }
    }

    /** {@link #move} for all of them. */
    static void moveAll(float[][] vectors, float[] centre, float scale) {
        for (float[] vector : vectors) {
            move(vector, centre, scale);
        }
    }

    /** Divides all of them by {@code scale}, in place. */
    static void scaleAll(float[][] vectors, float scale) {
        moveAll(vectors, new float[DIMENSIONS], scale);
    }

    /** The mean length of the vectors. */
    static float meanLength(float[][] vectors) {
        double sum = 0;
        for (float[] vector : vectors) {
            double square = 0;
            for (float number : vector) {
                square += number * number;
            }
            sum += Math.sqrt(square);
        }
        return (float) (sum / vectors.length);
    }
}
