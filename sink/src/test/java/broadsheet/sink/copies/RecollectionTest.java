package broadsheet.sink.copies;

import static broadsheet.sink.copies.InventedClaims.SENTENCES;
import static broadsheet.sink.copies.InventedClaims.inOrder;
import static broadsheet.sink.copies.InventedClaims.sentences;
import static broadsheet.sink.copies.InventedClaims.shuffled;
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
class RecollectionTest {

    private final InventedClaims invented = new InventedClaims();
    private final CopyJudge first = judge();
    private final CopyJudge second = judge();

    private static CopyJudge judge() {
        return new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
    }

    /** What the first one writes down, in the order of one transaction that is as good as any other. */
    private void follow(List<Verdict> verdicts, Instant asked, Random random) {
        List<Verdict> told = new ArrayList<>(verdicts);
        Collections.shuffle(told, random);
        told.forEach(verdict -> second.remember(
                first.known(verdict.id()).orElseThrow(), verdict, first.turn(verdict.id()), asked));
    }

    private void assertThatBothSayTheSame(List<Claim> claims, String when) {
        for (Claim claim : claims) {
            assertThat(second.verdict(claim.id())).as(when).isEqualTo(first.verdict(claim.id()));
        }
    }

    @Test
    void goesOnAsIfItHadNotStopped() {
        List<Claim> claims = shuffled(invented.flood(), 1);
        claims.subList(0, 200).forEach(claim -> first.claim(claim, claim.firstSeen()));
        shuffled(claims.subList(0, 200), 2)
                .forEach(claim ->
                        second.remember(
                                claim,
                                first.verdict(claim.id()).orElseThrow(),
                                first.turn(claim.id()),
                                claim.firstSeen()));
        second.resume();
        claims.subList(200, 300).forEach(claim -> {
            List<Verdict> expected = first.claim(claim, claim.firstSeen());
            assertThat(second.claim(claim, claim.firstSeen()))
                    .startsWith(expected.get(0))
                    .containsExactlyInAnyOrderElementsOf(expected);
        });
        assertThatBothSayTheSame(claims, "in the end");
    }

    /** Originals, copies, templates, and digests of four of them; some rewritten and some withdrawn later. */
    private List<Claim> mixed() {
        List<Claim> claims = new ArrayList<>(invented.flood());
        for (int i = 0; i < 30; i++) {
            List<String> text = new ArrayList<>(sentences(400 + i, SENTENCES));
            claims.add(invented.claim(300 + 4 * i, "courier.example", text));
            List<String> digest = new ArrayList<>();
            for (int quoted = i; quoted < i + 28; quoted += 7) {
                digest.addAll(sentences(400 + quoted % 30, SENTENCES).subList(0, 6));
            }
            claims.add(invented.claim(301 + 4 * i, "digest.example", digest));
            claims.add(invented.claim(302 + 4 * i, "herald.example", text.subList(0, 10)));
            claims.add(invented.claim(303 + 4 * i, "again.example", digest));
        }
        return claims;
    }

    private Claim rewritten(Claim claim, int seed) {
        return new Claim(
                claim.id(),
                claim.firstSeen(),
                claim.language(),
                claim.host(),
                true,
                invented.claim(0, "", sentences(seed % 25, SENTENCES)).fingerprint());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    @DisplayName("follows it record by record, through rewritten and withdrawn articles, and takes over at any moment")
    void followsItRecordByRecord(int seed) {
        var random = new Random(seed);
        List<Claim> claims = shuffled(mixed(), seed);
        int step = 0;
        for (Claim claim : claims) {
            follow(first.claim(claim, claim.firstSeen()), claim.firstSeen(), random);
            Claim other = claims.get(random.nextInt(claims.size()));
            if (step % 5 == 0 && first.known(other.id()).isPresent()) {
                follow(first.claim(rewritten(other, step), other.firstSeen()), other.firstSeen(), random);
            } else if (step % 7 == 0) {
                List<Verdict> changed = first.withdraw(other.id());
                second.letGo(other.id());
                follow(changed, other.firstSeen(), random);
            }
            if (++step % 70 == 0) {
                second.resume();
                assertThatBothSayTheSame(claims, "seed " + seed + ", step " + step);
            }
        }
        assertThat(claims.stream().flatMap(claim -> first.verdict(claim.id()).stream()))
                .anyMatch(verdict -> !verdict.sources().isEmpty())
                .anyMatch(verdict -> verdict.match().isPresent());
        second.resume();
        for (Claim claim : shuffled(claims, seed + 1).subList(0, 150)) {
            Claim anew = random.nextBoolean() ? claim : rewritten(claim, random.nextInt(25));
            assertThat(second.claim(anew, anew.firstSeen()))
                    .as("seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(first.claim(anew, anew.firstSeen()));
        }
    }

    /** What stands written down at the end, in an order that is as good as any other. */
    private void rememberAll(List<Claim> claims, int seed) {
        shuffled(claims, seed).stream()
                .filter(claim -> first.known(claim.id()).isPresent())
                .forEach(claim -> second.remember(
                        first.known(claim.id()).orElseThrow(),
                        first.verdict(claim.id()).orElseThrow(),
                        first.turn(claim.id()),
                        claim.firstSeen()));
        second.resume();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @DisplayName("judges those who waited, also when their original is gone, or came again with another text")
    void judgesThoseWhoWaited(int seed) {
        List<Claim> claims = invented.reversed(1_500);
        claims.forEach(claim -> first.claim(claim, claim.firstSeen()));
        first.withdraw("article-0");
        Claim again = rewritten(claims.get(claims.size() - 2), 7);
        first.claim(again, again.firstSeen());
        assertThat(first.verdict("article-1400").flatMap(Verdict::match)).isPresent();

        rememberAll(claims, seed);
        first.settle();
        second.settle();
        assertThatBothSayTheSame(claims, "seed " + seed);
        assertThat(first.verdict("article-1400").flatMap(Verdict::match))
                .map(Verdict.Match::original)
                .contains("article-2");
    }

    @Test
    void knowsOfAnOriginalThatWasNoneForAMoment() {
        List<Claim> claims = invented.reversed(1_500);
        List<Claim> inOrder = inOrder(claims.subList(0, 1_400));
        inOrder.forEach(claim -> first.claim(claim, claim.firstSeen()));
        Claim original = inOrder.get(0);
        Claim other = rewritten(original, 3);
        first.claim(other, other.firstSeen());
        assertThat(first.verdict("article-1400").flatMap(Verdict::match))
                .map(Verdict.Match::original)
                .contains(original.id());

        rememberAll(claims, 1);
        first.settle();
        second.settle();
        assertThatBothSayTheSame(claims, "in the end");
        assertThat(second.verdict("article-1400").flatMap(Verdict::match))
                .map(Verdict.Match::original)
                .contains("article-101");
    }

    @Test
    void keepsTheVerdictOfACopyWhoseOriginalIsForgotten() {
        List<String> text = sentences(1, SENTENCES);
        Claim original = invented.claim(0, "courier.example", text);
        Claim copy = invented.claim(1, "herald.example", text);
        Stream.of(original, copy).forEach(claim -> first.claim(claim, claim.firstSeen()));
        Optional<Verdict> verdict = first.verdict(copy.id());
        Stream.of(copy, original)
                .forEach(claim ->
                        second.remember(
                                claim,
                                first.verdict(claim.id()).orElseThrow(),
                                first.turn(claim.id()),
                                claim.firstSeen()));
        second.letGo(original.id());
        Claim later = invented.claim(200 * 24 * 60, "courier.example", sentences(2, SENTENCES));
        second.remember(later, new Verdict(later.id(), Optional.empty(), List.of()), 3, later.firstSeen());
        second.resume();
        second.settle();
        assertThat(second.verdict(original.id())).isEmpty();
        assertThat(second.verdict(copy.id())).isEqualTo(verdict);
    }
}
