package broadsheet.sink.copies;

import static broadsheet.sink.copies.InventedClaims.SENTENCES;
import static broadsheet.sink.copies.InventedClaims.START;
import static broadsheet.sink.copies.InventedClaims.inOrder;
import static broadsheet.sink.copies.InventedClaims.sentences;
import static broadsheet.sink.copies.InventedClaims.shuffled;
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

    private final InventedClaims invented = new InventedClaims();

    private static Map<String, String> originals(List<Claim> claims) {
        var judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
        claims.forEach(claim -> judge.claim(claim, claim.firstSeen()));
        judge.settle();
        return originals(judge, claims);
    }

    private static Map<String, String> originals(CopyJudge judge, List<Claim> claims) {
        Map<String, String> originals = new HashMap<>();
        claims.forEach(claim -> judge.verdict(claim.id())
                .flatMap(Verdict::match)
                .ifPresent(match -> originals.put(claim.id(), match.original())));
        return originals;
    }

    @Test
    void takesATextThatAHostPrintsUnderManyAddressesForCopiesAndNotForFurniture() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<String> text = new ArrayList<>(sentences(1, SENTENCES));
            text.set(0, "Number " + i + " of the same.");
            claims.add(invented.claim(i, "mirror.example", text));
        }
        assertThat(originals(claims)).hasSize(11).containsValue("article-0");
    }

    @Test
    void leavesOutWhatAHostPrintsUnderManyArticles() {
        List<String> banner = sentences(2, SENTENCES * 2);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<String> text = new ArrayList<>(sentences(100 + i, SENTENCES));
            text.addAll(banner);
            claims.add(invented.claim(i, "daily.example", text));
        }
        assertThat(originals(claims)).isEmpty();
    }

    @Test
    void tellsApartWhatAHostMakesFromOneFormHoweverOftenItHasEachNumber() {
        var random = new Random(11);
        List<String> form = sentences(6, SENTENCES);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            List<String> text = new ArrayList<>(form);
            for (int at = 0; at < 8; at++) {
                text.set(at, form.get(at).replaceFirst("( w\\w+){6}", "$0 " + random.nextInt(400)));
            }
            claims.add(invented.claim(i, "forecasts.example", text));
        }
        assertThat(originals(claims)).hasSizeLessThan(100);
    }

    @Test
    @DisplayName("says the same of a flood of templates and copies in any order")
    void saysTheSameOfAFloodInAnyOrder() {
        List<Claim> claims = invented.flood();
        Map<String, String> inOrder = originals(claims);
        assertThat(inOrder).isNotEmpty().hasSizeLessThan(250);
        for (int seed = 0; seed < 10; seed++) {
            assertThat(originals(shuffled(claims, seed))).as("seed " + seed).isEqualTo(inOrder);
        }
    }

    @Test
    void announcesEachCopyOfAFloodInReverseOrderAFewTimesAndSaysWhatItSaysOfItInOrder() {
        List<Claim> claims = invented.reversed(2_000);
        var judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
        int announced = 0;
        for (Claim claim : claims) {
            announced += judge.claim(claim, claim.firstSeen()).size();
        }
        while (!judge.settleSome(100).isEmpty()) {
            announced += 100;
        }
        assertThat(announced).isLessThan(8 * claims.size());
        Map<String, String> inOrder = originals(inOrder(claims));
        assertThat(inOrder).hasSize(1_999).containsValue("article-0");
        assertThat(originals(judge, claims)).isEqualTo(inOrder);
    }

    @Test
    void saysTheSameOfAFloodInReverseOrderOfWhichTheEarliestAreWithdrawnWhileOthersWait() {
        List<Claim> claims = invented.reversed(2_000);
        var judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
        claims.forEach(claim -> judge.claim(claim, claim.firstSeen()));
        for (int i = 0; i < 1_000; i++) {
            judge.withdraw("article-" + i);
        }
        judge.settle();
        assertThat(originals(judge, claims)).isEqualTo(originals(claims.subList(0, 1_000)));
    }

    @Test
    void saysOfAFloodOfWhichHalfIsWithdrawnWhatItSaysOfTheOtherHalf() {
        List<Claim> claims = invented.flood();
        List<Claim> staying = IntStream.range(0, claims.size())
                .filter(i -> i % 7 < 4)
                .mapToObj(claims::get)
                .toList();
        Map<String, String> expected = originals(staying);
        for (int seed = 0; seed < 5; seed++) {
            var judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
            shuffled(claims, seed).forEach(claim -> judge.claim(claim, claim.firstSeen()));
            shuffled(claims, seed + 100).stream()
                    .filter(claim -> !staying.contains(claim))
                    .forEach(claim -> judge.withdraw(claim.id()));
            judge.settle();
            assertThat(originals(judge, claims)).as("seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void findsTheEarliestThatIsLeftOfManyThatQuoteOneStatement() {
        List<String> statement = sentences(5, 3);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<String> text = new ArrayList<>(sentences(200 + i, SENTENCES));
            text.addAll(statement);
            claims.add(invented.claim(i, "outlet" + i + ".example", text));
        }
        claims.add(invented.claim(40, "agency.example", statement));
        for (int seed = 0; seed < 5; seed++) {
            var judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
            shuffled(claims, seed).forEach(claim -> judge.claim(claim, claim.firstSeen()));
            assertThat(originals(judge, claims)).isEqualTo(Map.of("article-40", "article-0"));
            for (int later = 22; later > 10; later--) {
                judge.withdraw("article-" + later);
            }
            for (int earlier = 0; earlier <= 10; earlier++) {
                judge.withdraw("article-" + earlier);
            }
            assertThat(originals(judge, claims)).isEqualTo(Map.of("article-40", "article-23"));
        }
    }

    @Test
    void forgetsAnArticleThatIsWithdrawn() {
        var judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
        List<String> text = sentences(4, SENTENCES);
        judge.claim(invented.claim(0, "a.example", text), START);
        judge.claim(invented.claim(1, "b.example", text), START);
        assertThat(judge.withdraw("article-0")).containsExactly(new Verdict("article-1", Optional.empty(), List.of()));
    }
}
