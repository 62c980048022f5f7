package broadsheet.sink.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("an article and an earlier one")
class LikenessTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final String REPORT = """
        The ferry to the outer islands will sail again from Friday, the harbour office of Vardal said. Storms had torn
        loose part of the landing stage in the first week of the year.

        Divers found that the piles below the water were sound. "We had feared for much worse," said harbour master Inga
        Solheim, who has watched over the works herself. Islanders had to be flown out with their shopping meanwhile.

        The boat leaves at dawn and comes back before the shops close. Those who bought tickets by the month can have
        their money back at the counter. The council will talk about a second landing stage before summer comes.\
        """;

    private final Fingerprinter fingerprinter = new Fingerprinter();
    private final CopyJudge judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(30));

    private ArticleToJudge article(String id, String text) {
        Instant firstSeen = START.plus(Duration.ofMinutes(id.hashCode()));
        return new ArticleToJudge(id, firstSeen, "en", id + ".example", true, fingerprinter.of(text));
    }

    private Optional<String> original(String id, String text) {
        ArticleToJudge article = article(id, text);
        return judge.judge(article, article.firstSeen()).get(0).match().map(Verdict.Match::original);
    }

    @Test
    void areNoCopiesIfOtherNumbersStandAtTheSamePlaces() {
        String correction =
                "In our report on the budget of the town of Vardal we gave a wrong sum for the school. The right sum"
                        + " is %d million and not %d million. We are sorry for the mistake, which our archive no longer"
                        + " has.";
        original("a", correction.formatted(12, 17));
        assertThat(original("b", correction.formatted(31, 9))).isEmpty();
    }

    @Test
    void areCopiesThoughTheCutOneHasANumberOfItsOwn() {
        original("a", REPORT + "\n\nTickets cost 40 crowns.");
        String cut = REPORT.substring(0, REPORT.indexOf("The boat"));
        assertThat(original("b", "VARDAL, 6 March - " + cut + "\n\nReading time: 3 minutes."))
                .contains("a");
    }

    @Test
    void areCopiesThoughTheNumbersAreWrittenInAnotherWay() {
        String text = "%s The works cost %s, of which the state pays %s. On the %s of May the %s passenger is to be"
                + " welcomed.";
        original("a", text.formatted(REPORT, "1.2bn", "300m", "5th", "1,000,000th"));
        assertThat(original("b", text.formatted(REPORT, "1.2 billion", "300 million", "5", "1000000")))
                .contains("a");
    }

    @Test
    void areCopiesThoughATableIsBrokenIntoOtherLines() {
        String table = IntStream.range(0, 600)
                .mapToObj(i -> Integer.toString(i * 7919 % 10_007))
                .collect(Collectors.joining(" "));
        original("a", REPORT + "\n\nAll the months at a glance\n\n" + table);
        assertThat(original("b", REPORT + "\n\nAll the months at a glance " + table))
                .contains("a");
    }

    @Test
    void areWholeAndExcerptThoughTwoExcerptsCameBefore() {
        int half = REPORT.indexOf("\n\nThe boat");
        original("a", REPORT.substring(0, half));
        assertThat(original("b", REPORT.substring(half))).isEmpty();
        assertThat(original("c", REPORT)).contains("a");
    }

    @Test
    void areNoCopiesIfTheLaterIsADigestOfSeveral() {
        List<String> stories =
                IntStream.range(0, 6).mapToObj(LikenessTest::story).toList();
        for (int i = 0; i < stories.size(); i++) {
            original("a" + i, stories.get(i));
        }
        assertThat(original("b", String.join("\n\n", stories))).isEmpty();
    }

    /** Sentences of words that no other seed has. */
    private static String story(int seed) {
        var random = new Random(seed);
        return IntStream.range(0, 4)
                .mapToObj(sentence -> IntStream.range(0, 12)
                        .mapToObj(word -> "w" + Integer.toString(random.nextInt(1 << 30), 36))
                        .collect(Collectors.joining(" ", "The ", ".")))
                .collect(Collectors.joining(" "));
    }

    @Test
    void areNeitherCopyNorQuotationIfAGlanceSaysSo() {
        var random = new Random(11);
        var shard = new LanguageShard("en", Duration.ofDays(30));
        List<JudgedArticle> articles = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String numbers = IntStream.range(0, 2 + random.nextInt(12))
                    .map(line -> random.nextBoolean() ? line : random.nextInt(10_000))
                    .mapToObj(number -> "The next district counts " + number + " so far.")
                    .collect(Collectors.joining("\n\n"));
            articles.add(new JudgedArticle(article("a" + i, story(i % 4) + "\n\n" + numbers), shard));
        }
        int glances = 0;
        for (JudgedArticle earlier : articles) {
            for (JudgedArticle later : articles) {
                if (Likeness.isOutOfQuestion(earlier, later)) {
                    glances++;
                    Likeness likeness = Likeness.of(earlier, later);
                    assertThat(likeness.isCopy() || likeness.isQuotation()).isFalse();
                }
            }
        }
        assertThat(glances).isPositive();
    }
}
