package broadsheet.stories.forest;

import broadsheet.stories.traits.StoryTraits;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The few terms by which an article is found: the heaviest that are not common. Ascending; immutable. */
final class SearchKeys {

    static final int MOST = 20;
    /** What more than one article in twenty has finds nothing. */
    private static final double COMMON = 3;

    private final int[] terms;
    private final float[] weights;

    private SearchKeys(int[] terms, float[] weights) {
        this.terms = terms;
        this.weights = weights;
    }

    static SearchKeys of(StoryTraits traits) {
        int[] chosen = IntStream.range(0, traits.size())
                .filter(i -> traits.rarity(i) > COMMON)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -traits.weight(i))
                        .thenComparing(i -> traits.term(i)))
                .limit(MOST)
                .mapToInt(i -> i)
                .sorted()
                .toArray();
        var terms = new int[chosen.length];
        var weights = new float[chosen.length];
        double norm = Math.sqrt(IntStream.of(chosen)
                .mapToDouble(i -> (double) traits.weight(i) * traits.weight(i))
                .sum());
        for (int i = 0; i < chosen.length; i++) {
            terms[i] = traits.term(chosen[i]);
            weights[i] = (float) (traits.weight(chosen[i]) / norm);
        }
        return new SearchKeys(terms, weights);
    }

    int[] terms() {
        return terms;
    }

    /** The cosine of two articles by these terms alone. */
    float likeness(SearchKeys other) {
        float sum = 0;
        int i = 0;
        int j = 0;
        while (i < terms.length && j < other.terms.length) {
            if (terms[i] == other.terms[j]) {
                sum += weights[i++] * other.weights[j++];
            } else if (terms[i] < other.terms[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }
}
