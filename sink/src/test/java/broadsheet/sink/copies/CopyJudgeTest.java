package broadsheet.sink.copies;

import static broadsheet.sink.copies.InventedArticles.SENTENCES;
import static broadsheet.sink.copies.InventedArticles.START;
import static broadsheet.sink.copies.InventedArticles.inOrder;
import static broadsheet.sink.copies.InventedArticles.sentences;
import static broadsheet.sink.copies.InventedArticles.shuffled;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the judge of copies")
class CopyJudgeTest {

    private final InventedArticles invented = new InventedArticles();

    private static Map<String, String> originals(List<ArticleToJudge> articles) {
        var judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
        articles.forEach(article -> judge.judge(article, article.firstSeen()));
        judge.settle();
        return originals(judge, articles);
    }

    private static Map<String, String> originals(CopyJudge judge, List<ArticleToJudge> articles) {
        Map<String, String> originals = new HashMap<>();
        articles.forEach(article -> judge.verdict(article.id())
                .flatMap(Verdict::match)
                .ifPresent(match -> originals.put(article.id(), match.original())));
        return originals;
    }

    @Test
    void takesATextThatAHostPrintsUnderManyAddressesForCopiesAndNotForFurniture() {
        List<ArticleToJudge> articles = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<String> text = new ArrayList<>(sentences(1, SENTENCES));
            text.set(0, "Number " + i + " of the same.");
            articles.add(invented.article(i, "mirror.example", text));
        }
        assertThat(originals(articles)).hasSize(11).containsValue("article-0");
    }

    @Test
    void leavesOutWhatAHostPrintsUnderManyArticles() {
        List<String> banner = sentences(2, SENTENCES * 2);
        List<ArticleToJudge> articles = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<String> text = new ArrayList<>(sentences(100 + i, SENTENCES));
            text.addAll(banner);
            articles.add(invented.article(i, "daily.example", text));
        }
        assertThat(originals(articles)).isEmpty();
    }

    @Test
    void tellsApartWhatAHostMakesFromOneFormHoweverOftenItHasEachNumber() {
        var random = new Random(11);
        List<String> form = sentences(6, SENTENCES);
        List<ArticleToJudge> articles = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            List<String> text = new ArrayList<>(form);
            for (int at = 0; at < 8; at++) {
                text.set(at, form.get(at).replaceFirst("( w\\w+){6}", "$0 " + random.nextInt(400)));
            }
            articles.add(invented.article(i, "forecasts.example", text));
        }
        assertThat(originals(articles)).hasSizeLessThan(100);
    }

    @Test
    @DisplayName("says the same of a flood of templates and copies in any order")
    void saysTheSameOfAFloodInAnyOrder() {
        List<ArticleToJudge> articles = invented.flood();
        Map<String, String> inOrder = originals(articles);
        assertThat(inOrder).isNotEmpty().hasSizeLessThan(250);
        for (int seed = 0; seed < 10; seed++) {
            assertThat(originals(shuffled(articles, seed))).as("seed " + seed).isEqualTo(inOrder);
        }
    }

    @Test
    void announcesEachCopyOfAFloodInReverseOrderAFewTimesAndSaysWhatItSaysOfItInOrder() {
        List<ArticleToJudge> articles = invented.reversed(2_000);
        var judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
        int announced = 0;
        for (ArticleToJudge article : articles) {
            announced += judge.judge(article, article.firstSeen()).size();
        }
        while (!judge.settleSome(100).isEmpty()) {
            announced += 100;
        }
        assertThat(announced).isLessThan(8 * articles.size());
        Map<String, String> inOrder = originals(inOrder(articles));
        assertThat(inOrder).hasSize(1_999).containsValue("article-0");
        assertThat(originals(judge, articles)).isEqualTo(inOrder);
    }

    @Test
    void saysTheSameOfAFloodInReverseOrderOfWhichTheEarliestAreWithdrawnWhileOthersWait() {
        List<ArticleToJudge> articles = invented.reversed(2_000);
        var judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
        articles.forEach(article -> judge.judge(article, article.firstSeen()));
        for (int i = 0; i < 1_000; i++) {
            judge.withdraw("article-" + i);
        }
        judge.settle();
        assertThat(originals(judge, articles)).isEqualTo(originals(articles.subList(0, 1_000)));
    }

    @Test
    void saysOfAFloodOfWhichHalfIsWithdrawnWhatItSaysOfTheOtherHalf() {
        List<ArticleToJudge> articles = invented.flood();
        List<ArticleToJudge> staying = IntStream.range(0, articles.size())
                .filter(i -> i % 7 < 4)
                .mapToObj(articles::get)
                .toList();
        Map<String, String> expected = originals(staying);
        for (int seed = 0; seed < 5; seed++) {
            var judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
            shuffled(articles, seed).forEach(article -> judge.judge(article, article.firstSeen()));
            shuffled(articles, seed + 100).stream()
                    .filter(article -> !staying.contains(article))
                    .forEach(article -> judge.withdraw(article.id()));
            judge.settle();
            assertThat(originals(judge, articles)).as("seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void findsTheEarliestThatIsLeftOfManyThatQuoteOneStatement() {
        List<String> statement = sentences(5, 3);
        List<ArticleToJudge> articles = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<String> text = new ArrayList<>(sentences(200 + i, SENTENCES));
            text.addAll(statement);
            articles.add(invented.article(i, "outlet" + i + ".example", text));
        }
        articles.add(invented.article(40, "agency.example", statement));
        for (int seed = 0; seed < 5; seed++) {
            var judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
            shuffled(articles, seed).forEach(article -> judge.judge(article, article.firstSeen()));
            assertThat(originals(judge, articles)).isEqualTo(Map.of("article-40", "article-0"));
            for (int later = 22; later > 10; later--) {
                judge.withdraw("article-" + later);
            }
            for (int earlier = 0; earlier <= 10; earlier++) {
                judge.withdraw("article-" + earlier);
            }
            assertThat(originals(judge, articles)).isEqualTo(Map.of("article-40", "article-23"));
        }
    }

    @Test
    void forgetsAnArticleThatIsWithdrawn() {
        var judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
        List<String> text = sentences(4, SENTENCES);
        judge.judge(invented.article(0, "a.example", text), START);
        judge.judge(invented.article(1, "b.example", text), START);
        assertThat(judge.withdraw("article-0")).containsExactly(new Verdict("article-1", Optional.empty(), List.of()));
    }
}
