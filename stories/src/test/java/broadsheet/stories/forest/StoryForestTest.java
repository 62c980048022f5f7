package broadsheet.stories.forest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.stories.likeness.PairLikeness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a forest of stories")
class StoryForestTest {

    private static final Duration WINDOW = Duration.ofDays(7);
    private static final PairLikeness LIKENESS = PairLikeness.load();

    private static StoryForest forest() {
        return new StoryForest(LIKENESS, WINDOW);
    }

    private static Map<String, StoryPlacement> placements(StoryForest forest, List<ArticleToPlace> articles) {
        forest.settle();
        Map<String, StoryPlacement> placements = new TreeMap<>();
        articles.forEach(article ->
                forest.placement(article.id()).ifPresent(placement -> placements.put(article.id(), placement)));
        return placements;
    }

    private static Map<String, StoryPlacement> fromScratch(List<ArticleToPlace> articles) {
        StoryForest forest = forest();
        articles.forEach(forest::put);
        return placements(forest, articles);
    }

    @Nested
    @DisplayName("over any order of arrival")
    class InAnyOrder {

        @ParameterizedTest(name = "seed {0}")
        @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
        void placesTheSameArticlesTheSameWay(long seed) {
            List<ArticleToPlace> articles = new InventedNews(seed).articles(300, 25, Duration.ofDays(9));
            Map<String, StoryPlacement> expected = fromScratch(articles);
            assertThat(expected.values().stream().map(StoryPlacement::story).distinct())
                    .as("stories")
                    .hasSizeBetween(10, 200);

            var random = new Random(seed);
            List<ArticleToPlace> shuffled = new ArrayList<>(articles);
            Collections.shuffle(shuffled, random);
            StoryForest forest = forest();
            for (ArticleToPlace article : shuffled) {
                forest.put(article);
                if (random.nextInt(3) == 0) {
                    forest.settleSome(random.nextInt(20));
                }
            }
            assertThat(placements(forest, articles)).isEqualTo(expected);
        }

        /** Many articles under the same keys, so that some are out of the reach of others. */
        @ParameterizedTest(name = "seed {0}")
        @ValueSource(longs = {31, 32, 33})
        void placesThemTheSameWayWhereNotAllAreSeen(long seed) {
            List<ArticleToPlace> articles = new InventedNews(seed).articles(500, 2, Duration.ofDays(2));
            Map<String, StoryPlacement> expected = fromScratch(articles);
            List<ArticleToPlace> shuffled = new ArrayList<>(articles);
            Collections.shuffle(shuffled, new Random(seed));
            StoryForest forest = forest();
            for (ArticleToPlace article : shuffled) {
                forest.put(article);
                forest.settle();
            }
            assertThat(placements(forest, articles)).isEqualTo(expected);
        }

        @Test
        void countsOneThatComesTwiceOnce() {
            List<ArticleToPlace> articles = new InventedNews(41).articles(200, 15, Duration.ofDays(3));
            StoryForest forest = forest();
            articles.forEach(forest::put);
            forest.settle();
            articles.subList(50, 150).forEach(forest::put);
            assertThat(placements(forest, articles)).isEqualTo(fromScratch(articles));
        }

        @Test
        void tellsOfEachChange() {
            List<ArticleToPlace> articles = new InventedNews(51).articles(200, 10, Duration.ofDays(3));
            StoryForest forest = forest();
            Map<String, StoryPlacement> told = new TreeMap<>();
            for (ArticleToPlace article : articles) {
                forest.put(article);
                forest.settle().forEach(placement -> told.put(placement.id(), placement));
            }
            assertThat(told).isEqualTo(fromScratch(articles));
        }
    }

    @Nested
    @DisplayName("from which articles are taken")
    class Removal {

        @ParameterizedTest(name = "seed {0}")
        @ValueSource(longs = {61, 62, 63, 64, 65})
        void isAsIfTheyHadNeverBeenThere(long seed) {
            List<ArticleToPlace> articles = new InventedNews(seed).articles(300, 8, Duration.ofDays(5));
            List<ArticleToPlace> kept = new ArrayList<>();
            StoryForest forest = forest();
            articles.forEach(forest::put);
            forest.settle();
            var random = new Random(seed);
            for (ArticleToPlace article : articles) {
                if (random.nextBoolean()) {
                    forest.remove(article.id());
                    forest.settleSome(random.nextInt(5));
                } else {
                    kept.add(article);
                }
            }
            assertThat(placements(forest, articles)).isEqualTo(fromScratch(kept));
        }
    }

    @Nested
    @DisplayName("with copies")
    class Copies {

        private final List<ArticleToPlace> articles = new InventedNews(71).articles(60, 5, Duration.ofDays(1));

        private ArticleToPlace copy(String id, String original) {
            return new ArticleToPlace(id, articles.get(0).article(), Optional.of(original));
        }

        @Test
        void putsACopyIntoTheStoryOfItsOriginal() {
            StoryForest forest = forest();
            forest.put(copy("copy", "a7"));
            articles.forEach(forest::put);
            forest.settle();
            StoryPlacement original = forest.placement("a7").orElseThrow();
            assertThat(forest.placement("copy"))
                    .hasValue(new StoryPlacement("copy", original.story(), Optional.of("a7"), 1));
        }

        @Test
        void placesACopyOnItsOwnWhileItsOriginalIsMissing() {
            StoryForest forest = forest();
            articles.forEach(forest::put);
            forest.put(copy("copy", "a7"));
            forest.settle();
            forest.remove("a7");

            List<ArticleToPlace> alone = new ArrayList<>(articles);
            alone.removeIf(article -> article.id().equals("a7"));
            alone.add(new ArticleToPlace("copy", articles.get(0).article(), Optional.empty()));
            assertThat(placements(forest, alone)).isEqualTo(fromScratch(alone));
        }
    }

    @Nested
    @DisplayName("in a flood of one story")
    class Flood {

        private static final int ARTICLES = 20_000;

        @Test
        void comparesNoMoreForAnArticleHoweverManyThereAre() {
            List<ArticleToPlace> flood = new InventedNews(81).articles(ARTICLES, 1, Duration.ofHours(1));
            flood.sort(Comparator.comparing(
                            (ArticleToPlace article) -> article.article().time())
                    .thenComparing(ArticleToPlace::id));
            StoryForest forest = forest();
            flood.forEach(article -> {
                forest.put(article);
                forest.settle();
            });
            assertThat(forest.comparisons() / (double) ARTICLES)
                    .as("comparisons an article")
                    .isLessThan(TieSearch.MOST * 2);
        }

        @Test
        void searchesForNoMoreThanSeeItWhenOneComesLate() {
            List<ArticleToPlace> flood = new InventedNews(82).articles(ARTICLES, 1, Duration.ofHours(1));
            StoryForest forest = forest();
            flood.subList(1, ARTICLES).forEach(forest::put);
            forest.settle();
            long before = forest.searches();
            forest.put(flood.get(0));
            forest.settle();
            assertThat(forest.searches() - before)
                    .as("searches for one that came late")
                    .isLessThanOrEqualTo(1 + SearchKeys.MOST * PredecessorIndex.REACH);
        }
    }
}
