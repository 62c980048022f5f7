package broadsheet.stories.likeness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The probability that two articles tell of the same event: a logistic over {@link PairFeature}. Thread-safe and immutable;
 * the same two articles give the same number in every process.
 */
public final class PairLikeness {

    private final double[] weights;
    private final double bias;

    private PairLikeness(double[] weights, double bias) {
        this.weights = weights;
        this.bias = bias;
    }

    /** Loads the weights that come with this module; where they are from says docs/model-cards/stories.md. */
    public static PairLikeness load() {
        try (InputStream file =
                Objects.requireNonNull(PairLikeness.class.getResourceAsStream("weights.txt"), "weights.txt")) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the weights of likeness", e);
        }
    }

    /**
     * Reads the lines of a model file: {@code BIAS number} and {@code FEATURE number}; lines that begin with # say what it
     * is.
     *
     * @throws IllegalArgumentException if a line names no feature
     */
    public static PairLikeness parse(List<String> lines) {
        var weights = new double[PairFeature.values().length];
        double bias = 0;
        for (String line : lines) {
            String[] cells = line.split(" ", -1);
            if (cells[0].equals("BIAS")) {
                bias = Double.parseDouble(cells[1]);
            } else if (!cells[0].startsWith("#")) {
                weights[PairFeature.valueOf(cells[0]).ordinal()] = Double.parseDouble(cells[1]);
            }
        }
        return new PairLikeness(weights, bias);
    }

    /**
     * What is told of two articles, in either order, in the order of {@link PairFeature}.
     *
     * @param contrast see {@link Contrast}; 0 for articles that are no neighbours
     */
    public static double[] features(ComparedArticle one, ComparedArticle other, double contrast) {
        return new SharedTerms(one, other).features(contrast);
    }

    /** The probability, from 0 to 1, that goes with {@link #features}. */
    public double of(double[] features) {
        double score = bias;
        for (int i = 0; i < features.length; i++) {
            score += weights[i] * features[i];
        }
        return 1 / (1 + StrictMath.exp(-score));
    }

    @Override
    public String toString() {
        return "bias " + bias + ", weights " + Arrays.toString(weights);
    }
}
