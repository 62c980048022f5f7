package broadsheet.sink.copies;

import static broadsheet.sink.copies.InventedArticles.SENTENCES;
import static broadsheet.sink.copies.InventedArticles.inOrder;
import static broadsheet.sink.copies.InventedArticles.sentences;
import static broadsheet.sink.copies.InventedArticles.shuffled;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a judge that takes over from another")
class VerdictReplayTest {

    private final InventedArticles invented = new InventedArticles();
    private final CopyJudge first = judge();
    private final CopyJudge second = judge();

    private static CopyJudge judge() {
        return new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
    }

    /** What the first one writes down, in the order of one transaction that is as good as any other. */
    private void follow(List<Verdict> verdicts, Instant asked, Random random) {
        List<Verdict> told = new ArrayList<>(verdicts);
        Collections.shuffle(told, random);
        told.forEach(verdict ->
                second.remember(first.known(verdict.id()).orElseThrow(), verdict, first.turn(verdict.id()), asked));
    }

    private void assertThatBothSayTheSame(List<ArticleToJudge> articles, String when) {
        for (ArticleToJudge article : articles) {
            assertThat(second.verdict(article.id())).as(when).isEqualTo(first.verdict(article.id()));
        }
    }

    @Test
    void goesOnAsIfItHadNotStopped() {
        List<ArticleToJudge> articles = shuffled(invented.flood(), 1);
        articles.subList(0, 200).forEach(article -> first.judge(article, article.firstSeen()));
        shuffled(articles.subList(0, 200), 2)
                .forEach(article -> second.remember(
                        article,
                        first.verdict(article.id()).orElseThrow(),
                        first.turn(article.id()),
                        article.firstSeen()));
        second.resume();
        articles.subList(200, 300).forEach(article -> {
            List<Verdict> expected = first.judge(article, article.firstSeen());
            assertThat(second.judge(article, article.firstSeen()))
                    .startsWith(expected.get(0))
                    .containsExactlyInAnyOrderElementsOf(expected);
        });
        assertThatBothSayTheSame(articles, "in the end");
    }

    /** Originals, copies, templates, and digests of four of them; some rewritten and some withdrawn later. */
    private List<ArticleToJudge> mixed() {
        List<ArticleToJudge> articles = new ArrayList<>(invented.flood());
        for (int i = 0; i < 30; i++) {
            List<String> text = new ArrayList<>(sentences(400 + i, SENTENCES));
            articles.add(invented.article(300 + 4 * i, "courier.example", text));
            List<String> digest = new ArrayList<>();
            for (int quoted = i; quoted < i + 28; quoted += 7) {
                digest.addAll(sentences(400 + quoted % 30, SENTENCES).subList(0, 6));
            }
            articles.add(invented.article(301 + 4 * i, "digest.example", digest));
            articles.add(invented.article(302 + 4 * i, "herald.example", text.subList(0, 10)));
            articles.add(invented.article(303 + 4 * i, "again.example", digest));
        }
        return articles;
    }

    private ArticleToJudge rewritten(ArticleToJudge article, int seed) {
        return new ArticleToJudge(
                article.id(),
                article.firstSeen(),
                article.language(),
                article.host(),
                true,
                invented.article(0, "", sentences(seed % 25, SENTENCES)).fingerprint());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    @DisplayName("follows it record by record, through rewritten and withdrawn articles, and takes over at any moment")
    void followsItRecordByRecord(int seed) {
        var random = new Random(seed);
        List<ArticleToJudge> articles = shuffled(mixed(), seed);
        int step = 0;
        for (ArticleToJudge article : articles) {
            follow(first.judge(article, article.firstSeen()), article.firstSeen(), random);
            ArticleToJudge other = articles.get(random.nextInt(articles.size()));
            if (step % 5 == 0 && first.known(other.id()).isPresent()) {
                follow(first.judge(rewritten(other, step), other.firstSeen()), other.firstSeen(), random);
            } else if (step % 7 == 0) {
                List<Verdict> changed = first.withdraw(other.id());
                second.letGo(other.id());
                follow(changed, other.firstSeen(), random);
            }
            if (++step % 70 == 0) {
                second.resume();
                assertThatBothSayTheSame(articles, "seed " + seed + ", step " + step);
            }
        }
        assertThat(articles.stream().flatMap(article -> first.verdict(article.id()).stream()))
                .anyMatch(verdict -> !verdict.sources().isEmpty())
                .anyMatch(verdict -> verdict.match().isPresent());
        second.resume();
        for (ArticleToJudge article : shuffled(articles, seed + 1).subList(0, 150)) {
            ArticleToJudge anew = random.nextBoolean() ? article : rewritten(article, random.nextInt(25));
            assertThat(second.judge(anew, anew.firstSeen()))
                    .as("seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(first.judge(anew, anew.firstSeen()));
        }
    }

    /** What stands written down at the end, in an order that is as good as any other. */
    private void rememberAll(List<ArticleToJudge> articles, int seed) {
        shuffled(articles, seed).stream()
                .filter(article -> first.known(article.id()).isPresent())
                .forEach(article -> second.remember(
                        first.known(article.id()).orElseThrow(),
                        first.verdict(article.id()).orElseThrow(),
                        first.turn(article.id()),
                        article.firstSeen()));
        second.resume();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @DisplayName("judges those who waited, also when their original is gone, or came again with another text")
    void judgesThoseWhoWaited(int seed) {
        List<ArticleToJudge> articles = invented.reversed(1_500);
        articles.forEach(article -> first.judge(article, article.firstSeen()));
        first.withdraw("article-0");
        ArticleToJudge again = rewritten(articles.get(articles.size() - 2), 7);
        first.judge(again, again.firstSeen());
        assertThat(first.verdict("article-1400").flatMap(Verdict::match)).isPresent();

        rememberAll(articles, seed);
        first.settle();
        second.settle();
        assertThatBothSayTheSame(articles, "seed " + seed);
        assertThat(first.verdict("article-1400").flatMap(Verdict::match))
                .map(Verdict.Match::original)
                .contains("article-2");
    }

    @Test
    void knowsOfAnOriginalThatWasNoneForAMoment() {
        List<ArticleToJudge> articles = invented.reversed(1_500);
        List<ArticleToJudge> inOrder = inOrder(articles.subList(0, 1_400));
        inOrder.forEach(article -> first.judge(article, article.firstSeen()));
        ArticleToJudge original = inOrder.get(0);
        ArticleToJudge other = rewritten(original, 3);
        first.judge(other, other.firstSeen());
        assertThat(first.verdict("article-1400").flatMap(Verdict::match))
                .map(Verdict.Match::original)
                .contains(original.id());

        rememberAll(articles, 1);
        first.settle();
        second.settle();
        assertThatBothSayTheSame(articles, "in the end");
        assertThat(second.verdict("article-1400").flatMap(Verdict::match))
                .map(Verdict.Match::original)
                .contains("article-101");
    }

    @Test
    void keepsTheVerdictOfACopyWhoseOriginalIsForgotten() {
        List<String> text = sentences(1, SENTENCES);
        ArticleToJudge original = invented.article(0, "courier.example", text);
        ArticleToJudge copy = invented.article(1, "herald.example", text);
        Stream.of(original, copy).forEach(article -> first.judge(article, article.firstSeen()));
        Optional<Verdict> verdict = first.verdict(copy.id());
        Stream.of(copy, original)
                .forEach(article -> second.remember(
                        article,
                        first.verdict(article.id()).orElseThrow(),
                        first.turn(article.id()),
                        article.firstSeen()));
        second.letGo(original.id());
        ArticleToJudge later = invented.article(200 * 24 * 60, "courier.example", sentences(2, SENTENCES));
        second.remember(later, new Verdict(later.id(), Optional.empty(), List.of()), 3, later.firstSeen());
        second.resume();
        second.settle();
        assertThat(second.verdict(original.id())).isEmpty();
        assertThat(second.verdict(copy.id())).isEqualTo(verdict);
    }
}
