package broadsheet.stories.likeness;

import broadsheet.stories.traits.StoryTraits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an article has in common with one of its neighbours and not with all: the cosine of two articles in which each term
 * weighs the less the more of the neighbourhood has it. Two fights of one boxer share his name and his sport with each other;
 * who the other boxer was is what tells them apart, and only a look at both together shows it.
 *
 * <p>The neighbourhood is that of the later article and made of earlier ones only, so this is a function of the set of
 * articles as the rest is. After local document weights in retrieval: Attar and Fraenkel, "Local Feedback in Full-Text
 * Retrieval Systems", 1977.
 */
public final class Contrast {

    /** Who is less alike, as a cosine, says nothing about what tells neighbours apart. */
    private static final double NEIGHBOUR = 0.03;

    private final ComparedArticle article;
    private final Map<Integer, Integer> having = new HashMap<>();
    /** The factor of a term by how many have it. */
    private final double[] factors;

    private final double norm;

    /**
     * @param article the later article
     * @param near those that are most like it
     */
    public Contrast(ComparedArticle article, List<ComparedArticle> near) {
        this.article = article;
        List<ComparedArticle> counted = new ArrayList<>();
        for (ComparedArticle other : near) {
            if (new SharedTerms(article, other).cosine() >= NEIGHBOUR) {
                counted.add(other);
            }
        }
        factors = new double[counted.size() + 2];
        for (int count = 0; count < factors.length; count++) {
            factors[count] = Math.max(0, StrictMath.log(factors.length / (count + 0.5)));
        }
        count(article.traits());
        counted.forEach(other -> count(other.traits()));
        norm = norm(article.traits());
    }

    private void count(StoryTraits traits) {
        for (int i = 0; i < traits.size(); i++) {
            having.merge(traits.term(i), 1, Integer::sum);
        }
    }

    /** How alike the article and a neighbour are, from 0 to 1. */
    public double with(ComparedArticle neighbour) {
        StoryTraits a = article.traits();
        StoryTraits b = neighbour.traits();
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            int order = Integer.compare(a.term(i), b.term(j));
            if (order == 0) {
                sum += weight(a, i) * weight(b, j);
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        double norms = norm * norm(b);
        return norms > 0 ? sum / norms : 0;
    }

    private double norm(StoryTraits traits) {
        double squares = 0;
        for (int i = 0; i < traits.size(); i++) {
            double weight = weight(traits, i);
            squares += weight * weight;
        }
        return Math.sqrt(squares);
    }

    private double weight(StoryTraits traits, int at) {
        return traits.weight(at) * factors[having.getOrDefault(traits.term(at), 0)];
    }
}
