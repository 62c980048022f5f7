package broadsheet.stories.forest;

import broadsheet.stories.likeness.PairLikeness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells which articles are one story, and says whenever that changes. What it says in the end is a pure function of the set
 * of articles. Not thread-safe.
 *
 * <p><b>Why the order of arrival does not matter.</b> All articles stand in one order, by content time and id. An article sees,
 * of each of its keys, the {@value PredecessorIndex#REACH} articles before it in that order that have the key
 * ({@link PredecessorIndex}); those of them that are most alike by their keys are compared closely
 * ({@link TieSearch}); on which of those it hangs depends on them and on their roots ({@link StoryChoice}). Each
 * step looks at earlier articles alone, so by induction over the order the forest is a function of the set. Who may see others
 * after an arrival or a removal is searched for anew; whose root changed has those that are tied to it placed anew,
 * the earliest first, so that each is placed once.
 *
 * <p><b>Bound.</b> A search looks at keys × reach articles and compares {@link TieSearch#MOST} of them closely, however many there
 * are; an article that comes in order costs one search. A late one costs besides a search for each later article that
 * would look at it, keys × reach of them at most, and a placement for each article whose story changes by it: those
 * change in what readers see. Both can be done some at a time ({@link #settleSome}).
 *
 * <p>Rejected: a single pass in the order of arrival (65 to 230 of 500 articles change company when the input is shuffled);
 * all that are alike as one story (welds); the mean likeness to all members (no bound). See docs/adr/stories.md.
 *
 * <pre>{@code
 * var forest = new StoryForest(PairLikeness.load(), Duration.ofDays(7));
 * forest.put(ArticleToPlace.original("a1", article));
 * List<StoryPlacement> changed = forest.settle();
 * }</pre>
 */
public final class StoryForest {

    /** Copies of copies are followed so far. */
    private static final int LONGEST_CHAIN = 8;

    private final PredecessorIndex index;
    private final TieSearch search;
    private final StoryChoice choice;
    private final Map<String, ArticleToPlace> known = new HashMap<>();
    private final Map<String, PlacedArticle> placed = new HashMap<>();
    private final Map<String, Set<String>> copies = new HashMap<>();
    private final NavigableSet<PlacedArticle> pending = new TreeSet<>();

    /**
     * @param window how far apart in content time an article and the one that it hangs on can be
     */
    public StoryForest(PairLikeness likeness, Duration window) {
        index = new PredecessorIndex(window);
        search = new TieSearch(index, likeness);
        choice = new StoryChoice(likeness);
    }

    /** Takes an article in, in place of an earlier one of the same id. Nothing is placed before it is settled. */
    public void put(ArticleToPlace article) {
        remove(article.id());
        known.put(article.id(), article);
        article.original()
                .ifPresent(original -> copies.computeIfAbsent(original, first -> new LinkedHashSet<>())
                        .add(article.id()));
        if (!isWithOriginal(article)) {
            plant(article);
        }
        copies.getOrDefault(article.id(), Set.of()).forEach(this::uproot);
    }

    /** Forgets an article; its copies stand on their own. */
    public void remove(String id) {
        ArticleToPlace article = known.remove(id);
        if (article == null) {
            return;
        }
        uproot(id);
        article.original().ifPresent(original -> {
            Set<String> others = copies.getOrDefault(original, Set.of());
            others.remove(id);
            if (others.isEmpty()) {
                copies.remove(original);
            }
        });
        copies.getOrDefault(id, Set.of())
                .forEach(copy -> Optional.ofNullable(known.get(copy)).ifPresent(this::plant));
    }

    /** Places all that waits; returns the placements that are others now. */
    public List<StoryPlacement> settle() {
        return settleSome(Integer.MAX_VALUE);
    }

    /** Places so many of the articles that wait, the earliest first; returns the placements that are others now. */
    public List<StoryPlacement> settleSome(int most) {
        List<StoryPlacement> changed = new ArrayList<>();
        for (int done = 0; done < most && !pending.isEmpty(); done++) {
            PlacedArticle article = pending.first();
            pending.remove(article);
            place(article, changed);
        }
        return changed;
    }

    /** Whether articles wait to be placed. */
    public boolean isBehind() {
        return !pending.isEmpty();
    }

    /** The placement of an article as of the last settling; empty if it is not known. */
    public Optional<StoryPlacement> placement(String id) {
        return Optional.ofNullable(known.get(id)).flatMap(this::placement);
    }

    /** What an article is compared with, none if it is not known or is a copy: why it is where it is. */
    public List<Comparison> compare(String id) {
        return Optional.ofNullable(placed.get(id)).map(search::compare).orElse(List.of());
    }

    /** How many pairs of articles have been compared closely so far. */
    public long comparisons() {
        return search.comparisons() + choice.comparisons();
    }

    /** How many searches there have been so far. */
    long searches() {
        return search.searches();
    }

    private void place(PlacedArticle article, Collection<StoryPlacement> changed) {
        if (!article.isSought()) {
            search.findTies(article);
        }
        Optional<StoryPlacement> before = article.placement();
        if (article.hang(choice.of(article))) {
            pending.addAll(article.followers());
        }
        if (!article.placement().equals(before)) {
            report(article.id(), changed, 0);
        }
    }

    private void report(String id, Collection<StoryPlacement> changed, int depth) {
        placement(id).ifPresent(changed::add);
        if (depth < LONGEST_CHAIN) {
            copies.getOrDefault(id, Set.of()).forEach(copy -> report(copy, changed, depth + 1));
        }
    }

    private Optional<StoryPlacement> placement(ArticleToPlace article) {
        PlacedArticle own = placed.get(article.id());
        if (own != null) {
            return own.placement();
        }
        ArticleToPlace original = article;
        for (int i = 0; i < LONGEST_CHAIN && placed.get(original.id()) == null; i++) {
            original = original.original().map(known::get).orElse(original);
        }
        PlacedArticle home = placed.get(original.id());
        return Optional.of(new StoryPlacement(
                article.id(), home == null ? article.id() : home.root().id(), article.original(), 1));
    }

    private boolean isWithOriginal(ArticleToPlace article) {
        return article.original().filter(known::containsKey).isPresent();
    }

    private void plant(ArticleToPlace input) {
        var article = new PlacedArticle(input.id(), input.article());
        placed.put(input.id(), article);
        seekAnew(index.add(article));
        pending.add(article);
    }

    private void uproot(String id) {
        PlacedArticle article = placed.remove(id);
        if (article == null) {
            return;
        }
        pending.remove(article);
        seekAnew(index.remove(article));
        seekAnew(List.copyOf(article.followers()));
        article.leave();
    }

    private void seekAnew(Collection<PlacedArticle> articles) {
        articles.forEach(PlacedArticle::lose);
        pending.addAll(articles);
    }
}
