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

    /** Not the same event, and nothing between the two makes it so. */
    public static final double VETO = 0;

    private static final double UNHEARD = 1e-9;
    /** Less of a headline is nothing of it. */
    private static final double HEARD = 0.08;
    /** As much text as a template needs to be known by: the logarithm of a dozen terms. */
    private static final double ENOUGH_TEXT = 2.5;
    /** Days after which a standing headline is that of another issue. */
    private static final double NEXT_ISSUE = 0.4;
    /** Cosine above which a text is the same in all but details. */
    private static final double SAME_TEXT = 0.9;

    /** Share of the numbers above which a text that is the same otherwise tells of something else. */
    private static final double OTHER_FIGURES = 0.4;

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
                PairFeature.valueOf(cells[0]).put(Double.parseDouble(cells[1]), weights);
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

    /**
     * The probability, from 0 to 1, that both tell of the same event; {@link #VETO} if both are made from one template, and
     * next to nothing if neither has anything of the other's headline: then they share a page's furniture.
     *
     * @param features what {@link #features} says of the two
     */
    public double of(ComparedArticle one, ComparedArticle other, double[] features) {
        if (isTemplate(one, other, features)) {
            return VETO;
        }
        if (PairFeature.TOLD.in(features) < HEARD) {
            return UNHEARD;
        }
        double score = bias;
        for (int i = 0; i < features.length; i++) {
            score += weights[i] * features[i];
        }
        return 1 / (1 + StrictMath.exp(-score));
    }

    /** What comes each day under one headline, or fills the same sentences with other names and numbers. */
    private static boolean isTemplate(ComparedArticle one, ComparedArticle other, double[] features) {
        if (PairFeature.LENGTH.in(features) < ENOUGH_TEXT) {
            return false;
        }
        double otherNumbers = PairFeature.OTHER_NUMBERS.in(features);
        boolean isSameText = PairFeature.LEAD.in(features) >= SAME_TEXT;
        return one.traits().slots().areFilledOtherwise(other.traits().slots())
                || (isSameText && otherNumbers >= OTHER_FIGURES)
                || (one.traits().hasStandingHeadlineOf(other.traits())
                        && one.daysFrom(other) >= NEXT_ISSUE
                        && !(isSameText && otherNumbers == 0));
    }

    @Override
    public String toString() {
        return "bias " + bias + ", weights " + Arrays.toString(weights);
    }
}
