package broadsheet.stories.likeness;

/** What is told of two articles, a number each; {@code weights.txt} has a weight for each. */
public enum PairFeature {
    /** Cosine of the terms of the headlines. */
    HEADLINE,
    /** Cosine of the terms that stand early. */
    LEAD,
    /** Cosine of the names. */
    NAMES,
    /** Cosine of all terms, each the lighter the more of the articles near by have it ({@link Contrast}). */
    CONTRAST,
    /** The share of a headline that the other article has too, the mean of both ways: asked for, not weighed. */
    TOLD,
    /** The share of a headline's names that the other article lacks, the smaller one: other people, other places. */
    OTHER_NAMES,
    /** The same of the numbers that stand early. */
    OTHER_NUMBERS,
    /** How much numbers they share, as a logarithm. */
    NUMBERS,
    /** How rare the terms are that they share, as a logarithm: evidence that does not shrink with the length of the text. */
    RARE,
    /** The days between them. */
    DAYS,
    /** How many terms the shorter one has, as a logarithm. */
    LENGTH;

    /** What an array of features has for it. */
    public double in(double[] features) {
        return features[column()];
    }

    void put(double value, double[] features) {
        features[column()] = value;
    }

    @SuppressWarnings("EnumOrdinal") // The order of the columns is the order here, within one process.
    private int column() {
        return ordinal();
    }
}
