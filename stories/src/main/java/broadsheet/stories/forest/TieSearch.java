package broadsheet.stories.forest;

import broadsheet.stories.forest.PlacedArticle.Tie;
import broadsheet.stories.likeness.ComparedArticle;
import broadsheet.stories.likeness.Contrast;
import broadsheet.stories.likeness.PairLikeness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the earlier articles that one may hang on: of those that it sees, those most alike, looked at closely. */
final class TieSearch {

    /** So many are compared closely. */
    static final int MOST = 24;
    /** Less likely than this, and it is no tie; but a veto is kept with the ties. */
    private static final double LEAST = 0.1;

    private final PredecessorIndex index;
    private final PairLikeness likeness;
    private long comparisons;
    private long searches;

    /** An article that is seen, and how alike it is by the keys. */
    private record Candidate(PlacedArticle article, float alike) {}

    TieSearch(PredecessorIndex index, PairLikeness likeness) {
        this.index = index;
        this.likeness = likeness;
    }

    /** Gives an article its ties, the best first. */
    void findTies(PlacedArticle article) {
        searches++;
        List<Candidate> nearest = nearest(article);
        List<double[]> features = features(article, nearest);
        List<Tie> ties = new ArrayList<>();
        for (int i = 0; i < nearest.size(); i++) {
            double probability = likeness(article, nearest.get(i), features.get(i));
            if (probability >= LEAST || probability == PairLikeness.VETO) {
                ties.add(new Tie(nearest.get(i).article, probability));
            }
        }
        ties.sort(Comparator.comparingDouble((Tie tie) -> -tie.likeness())
                .thenComparing(Tie::earlier, Comparator.reverseOrder()));
        article.found(List.copyOf(ties), nearest.size() < MOST ? 0 : nearest.get(MOST - 1).alike);
    }

    /** All that an article is compared with. */
    List<Comparison> compare(PlacedArticle article) {
        List<Candidate> nearest = nearest(article);
        List<double[]> features = features(article, nearest);
        List<Comparison> compared = new ArrayList<>();
        for (int i = 0; i < nearest.size(); i++) {
            compared.add(new Comparison(
                    nearest.get(i).article.id(), features.get(i), likeness(article, nearest.get(i), features.get(i))));
        }
        return compared;
    }

    private double likeness(PlacedArticle article, Candidate candidate, double[] features) {
        return likeness.of(article.article(), candidate.article.article(), features);
    }

    private List<Candidate> nearest(PlacedArticle article) {
        List<Candidate> seen = new ArrayList<>();
        for (PlacedArticle earlier : index.before(article)) {
            seen.add(new Candidate(earlier, article.keys().likeness(earlier.keys())));
        }
        seen.sort(Comparator.comparingDouble((Candidate candidate) -> -candidate.alike)
                .thenComparing(Candidate::article, Comparator.reverseOrder()));
        return seen.size() <= MOST ? seen : seen.subList(0, MOST);
    }

    private List<double[]> features(PlacedArticle article, List<Candidate> nearest) {
        List<ComparedArticle> near =
                nearest.stream().map(candidate -> candidate.article.article()).toList();
        var contrast = new Contrast(article.article(), near);
        comparisons += near.size();
        return near.stream()
                .map(earlier -> PairLikeness.features(article.article(), earlier, contrast.with(earlier)))
                .toList();
    }

    long comparisons() {
        return comparisons;
    }

    long searches() {
        return searches;
    }
}
