package broadsheet.stories.forest;

import broadsheet.stories.forest.PlacedArticle.Tie;
import broadsheet.stories.likeness.PairLikeness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides on which of its ties an article hangs. Of a story it asks two things: that one of its articles is likely to tell of
 * the same event, and that its best few and its root are so on average. One article between two events is not enough to
 * weld them: with it alone the average is not reached.
 */
final class StoryChoice {

    /** How likely the best tie to a story must be. */
    private static final double TIE = 0.5;
    /** How likely the best few and the root must be on average. */
    private static final double STORY = 0.4;
    /** How likely the root must be. */
    private static final double ROOT = 0.03;
    /** How many are the best few. */
    private static final int FEW = 3;

    private final PairLikeness likeness;
    private long comparisons;

    StoryChoice(PairLikeness likeness) {
        this.likeness = likeness;
    }

    /** The tie; null if the article begins a story. Its ties must have been placed. */
    @Nullable
    Tie of(PlacedArticle article) {
        Map<PlacedArticle, List<Tie>> stories = new LinkedHashMap<>();
        for (Tie tie : article.ties()) {
            stories.computeIfAbsent(tie.earlier().root(), root -> new ArrayList<>())
                    .add(tie);
        }
        Tie chosen = null;
        double best = STORY;
        for (Map.Entry<PlacedArticle, List<Tie>> story : stories.entrySet()) {
            Tie first = story.getValue().get(0);
            Tie last = story.getValue().get(story.getValue().size() - 1);
            if (first.likeness() >= TIE && last.likeness() != PairLikeness.VETO) {
                double average = average(article, story.getKey(), story.getValue());
                if (average >= best && (chosen == null || average > best)) {
                    best = average;
                    chosen = first;
                }
            }
        }
        return chosen;
    }

    /** How likely the best few and the root are on average; 0 if the root is too unlike. */
    private double average(PlacedArticle article, PlacedArticle root, List<Tie> ties) {
        double withRoot = withRoot(article, root, ties);
        if (withRoot < ROOT) {
            return 0;
        }
        double sum = 0;
        int count = Math.min(FEW, ties.size());
        boolean hasRoot = false;
        for (Tie tie : ties.subList(0, count)) {
            sum += tie.likeness();
            hasRoot |= tie.earlier().equals(root);
        }
        return hasRoot ? sum / count : (sum + withRoot) / (count + 1);
    }

    private double withRoot(PlacedArticle article, PlacedArticle root, List<Tie> ties) {
        for (Tie tie : ties) {
            if (tie.earlier().equals(root)) {
                return tie.likeness();
            }
        }
        comparisons++;
        double[] features = PairLikeness.features(article.article(), root.article(), 0);
        return likeness.of(article.article(), root.article(), features);
    }

    long comparisons() {
        return comparisons;
    }
}
