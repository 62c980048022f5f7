package broadsheet.stories.likeness;

import static broadsheet.stories.traits.StoryTraits.EARLY;
import static broadsheet.stories.traits.StoryTraits.HEADLINE;
import static broadsheet.stories.traits.StoryTraits.NAME;
import static broadsheet.stories.traits.StoryTraits.NUMBER;

import broadsheet.stories.traits.StoryTraits;

/**
 * Sums over an article's terms that each comparison needs; made once for an article.
 *
 * @param norm length of the vector of all terms
 * @param headlineNorm of those of the headline
 * @param leadNorm of those that stand early
 * @param namesNorm of the names
 * @param headline weight of the headline
 * @param headlineNames weight of the names of the headline
 * @param earlyNumbers rarity of the numbers that stand early
 */
record ArticleTotals(
        double norm,
        double headlineNorm,
        double leadNorm,
        double namesNorm,
        double headline,
        double headlineNames,
        double earlyNumbers) {

    static ArticleTotals of(StoryTraits traits) {
        double numbers = 0;
        double headline = 0;
        double names = 0;
        for (int i = 0; i < traits.size(); i++) {
            numbers += traits.is(i, NUMBER | EARLY) ? traits.rarity(i) : 0;
            headline += traits.is(i, HEADLINE) ? traits.weight(i) : 0;
            names += traits.is(i, HEADLINE | NAME) ? traits.weight(i) : 0;
        }
        return new ArticleTotals(
                norm(traits, 0),
                norm(traits, HEADLINE),
                norm(traits, EARLY),
                norm(traits, NAME),
                headline,
                names,
                numbers);
    }

    private static double norm(StoryTraits traits, int bits) {
        double squares = 0;
        for (int i = 0; i < traits.size(); i++) {
            squares += traits.is(i, bits) ? (double) traits.weight(i) * traits.weight(i) : 0;
        }
        return Math.sqrt(squares);
    }
}
