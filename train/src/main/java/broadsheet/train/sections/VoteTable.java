package broadsheet.train.sections;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes the model file that broadsheet.enrich.sections.SectionModel reads. */
final class VoteTable {

    /**
     * By how much the scores are sharpened: the mean of many words is too timid. With 2 the probability of the first
     * guess is its accuracy on texts of a headline and a lead, and on whole articles it is still below.
     */
    private static final float SHARPNESS = 2;

    private VoteTable() {}

    /**
     * Writes the student as a table.
     *
     * @param vectors for each term its vector, moved and scaled as the rows that the student was fitted to
     * @throws IOException if it cannot be written
     */
    static void write(Path file, Terms terms, int[] weights, SoftmaxRegression student, float[][] vectors)
            throws IOException {
        float[] biases = student.scores(new float[Vectors.DIMENSIONS]);
        var votes = new float[vectors.length][];
        float strongest = 0;
        for (int i = 0; i < votes.length; i++) {
            votes[i] = student.scores(vectors[i]);
            for (int k = 0; k < biases.length; k++) {
                votes[i][k] -= biases[k];
                strongest = Math.max(strongest, Math.abs(votes[i][k]));
            }
        }
        float unit = strongest / Byte.MAX_VALUE;
        try (var out = new DataOutputStream(
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)))) {
            out.writeByte(biases.length);
            for (float bias : biases) {
                out.writeFloat(SHARPNESS * bias);
            }
            out.writeFloat(SHARPNESS * unit);
            out.writeInt(votes.length);
            for (int i = 0; i < votes.length; i++) {
                byte[] term = terms.all().get(i).getBytes(StandardCharsets.UTF_8);
                out.writeShort(term.length);
                out.write(term);
                out.writeByte(weights[i]);
                for (float vote : votes[i]) {
                    out.writeByte(Math.round(vote / unit));
                }
            }
        }
    }
}
