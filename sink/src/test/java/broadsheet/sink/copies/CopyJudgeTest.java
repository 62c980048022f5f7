package broadsheet.sink.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the judge of copies")
class CopyJudgeTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int SENTENCES = 12;

    private final Fingerprinter fingerprinter = new Fingerprinter();

    /** Sentences of words that no other seed has. */
    private static List<String> sentences(int seed, int count) {
        var random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(sentence -> IntStream.range(0, 12)
                        .mapToObj(word -> "w" + Integer.toString(random.nextInt(1 << 30), 36))
                        .collect(Collectors.joining(" ", "The ", ".")))
                .toList();
    }

    private Claim claim(int number, String host, List<String> sentences) {
        return new Claim(
                "article-" + number,
                START.plus(Duration.ofMinutes(number)),
                "en",
                host,
                true,
                fingerprinter.of(String.join("\n\n", sentences)));
    }

    private static Map<String, String> originals(List<Claim> claims) {
        var judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
        claims.forEach(claim -> judge.claim(claim, claim.firstSeen()));
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
            claims.add(claim(i, "mirror.example", text));
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
            claims.add(claim(i, "daily.example", text));
        }
        assertThat(originals(claims)).isEmpty();
    }

    @Test
    @DisplayName("says the same of a flood of templates and copies in any order")
    void saysTheSameOfAFloodInAnyOrder() {
        var random = new Random(7);
        List<String> form = sentences(3, SENTENCES);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<String> text = new ArrayList<>(i % 3 == 0 ? form : sentences(i % 20, SENTENCES));
            for (int at = 0; at < 4; at++) {
                text.set(at * 2, "The count of district " + at + " is " + random.nextInt(10_000) + " this week.");
            }
            claims.add(claim(i, "outlet" + random.nextInt(8) + ".example", text));
        }
        Map<String, String> inOrder = originals(claims);
        assertThat(inOrder).isNotEmpty().hasSizeLessThan(250);
        for (int seed = 0; seed < 10; seed++) {
            List<Claim> shuffled = new ArrayList<>(claims);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(originals(shuffled)).as("seed " + seed).isEqualTo(inOrder);
        }
    }

    @Test
    void forgetsAnArticleThatIsWithdrawn() {
        var judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
        List<String> text = sentences(4, SENTENCES);
        judge.claim(claim(0, "a.example", text), START);
        judge.claim(claim(1, "b.example", text), START);
        assertThat(judge.withdraw("article-0")).containsExactly(new Verdict("article-1", Optional.empty(), List.of()));
    }
}
