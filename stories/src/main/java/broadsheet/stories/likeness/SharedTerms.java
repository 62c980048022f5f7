package broadsheet.stories.likeness;

import static broadsheet.stories.traits.StoryTraits.EARLY;
import static broadsheet.stories.traits.StoryTraits.HEADLINE;
import static broadsheet.stories.traits.StoryTraits.NAME;
import static broadsheet.stories.traits.StoryTraits.NUMBER;

import broadsheet.stories.traits.StoryTraits;

/** What two articles have in common, gathered in one pass over the terms of both. */
final class SharedTerms {

    /** A shared term tells something only if it is rarer than this. */
    private static final double COMMON = 4;

    private final ComparedArticle one;
    private final ComparedArticle other;
    private double all;
    private double headline;
    private double lead;
    private double names;
    private double headlineOfOne;
    private double headlineOfOther;
    private double headlineNamesOfOne;
    private double headlineNamesOfOther;
    private double earlyNumbersOfOne;
    private double earlyNumbersOfOther;
    private double numbers;
    private double rare;

    SharedTerms(ComparedArticle one, ComparedArticle other) {
        this.one = one;
        this.other = other;
        StoryTraits a = one.traits();
        StoryTraits b = other.traits();
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            int order = Integer.compare(a.term(i), b.term(j));
            if (order == 0) {
                add(a, i, b, j);
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    private void add(StoryTraits a, int i, StoryTraits b, int j) {
        double product = (double) a.weight(i) * b.weight(j);
        all += product;
        headline += a.is(i, HEADLINE) && b.is(j, HEADLINE) ? product : 0;
        lead += a.is(i, EARLY) && b.is(j, EARLY) ? product : 0;
        names += a.is(i, NAME) && b.is(j, NAME) ? product : 0;
        headlineOfOne += a.is(i, HEADLINE) ? a.weight(i) : 0;
        headlineOfOther += b.is(j, HEADLINE) ? b.weight(j) : 0;
        headlineNamesOfOne += a.is(i, HEADLINE | NAME) ? a.weight(i) : 0;
        headlineNamesOfOther += b.is(j, HEADLINE | NAME) ? b.weight(j) : 0;
        rare += Math.max(0, a.rarity(i) - COMMON);
        if (a.is(i, NUMBER)) {
            numbers += a.rarity(i);
            earlyNumbersOfOne += a.is(i, EARLY) ? a.rarity(i) : 0;
            earlyNumbersOfOther += b.is(j, EARLY) ? b.rarity(j) : 0;
        }
    }

    /** Cosine of all terms. */
    double cosine() {
        return share(all, one.totals().norm() * other.totals().norm());
    }

    /** The numbers that are told of the two, in the order of {@link PairFeature}. */
    double[] features(double contrast) {
        ArticleTotals a = one.totals();
        ArticleTotals b = other.totals();
        var features = new double[PairFeature.values().length];
        for (PairFeature feature : PairFeature.values()) {
            double value = switch (feature) {
                case HEADLINE -> share(headline, a.headlineNorm() * b.headlineNorm());
                case LEAD -> share(lead, a.leadNorm() * b.leadNorm());
                case NAMES -> share(names, a.namesNorm() * b.namesNorm());
                case CONTRAST -> contrast;
                case TOLD -> (share(headlineOfOne, a.headline()) + share(headlineOfOther, b.headline())) / 2;
                case OTHER_NAMES ->
                    Math.min(
                            missing(headlineNamesOfOne, a.headlineNames()),
                            missing(headlineNamesOfOther, b.headlineNames()));
                case OTHER_NUMBERS ->
                    Math.min(
                            missing(earlyNumbersOfOne, a.earlyNumbers()),
                            missing(earlyNumbersOfOther, b.earlyNumbers()));
                case NUMBERS -> StrictMath.log1p(numbers);
                case RARE -> StrictMath.log1p(rare);
                case DAYS -> one.daysFrom(other);
                case LENGTH ->
                    StrictMath.log1p(
                            Math.min(one.traits().size(), other.traits().size()));
            };
            feature.put(value, features);
        }
        return features;
    }

    private static double share(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }

    private static double missing(double found, double whole) {
        return whole > 0 ? Math.max(0, 1 - found / whole) : 0;
    }
}
