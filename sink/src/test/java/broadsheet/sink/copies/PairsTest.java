package broadsheet.sink.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pairs of {@code pairs.txt}: a line is a pair, written by hand, and adding one is adding a line. */
@DisplayName("two texts that are all but equal")
class PairsTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Pattern CHOICE = Pattern.compile("\\{([^|{}]*)\\|([^{}]*)\\}");

    private final Fingerprinter fingerprinter = new Fingerprinter();

    static Stream<String> pairs(String verdict) throws IOException {
        try (InputStream in = Objects.requireNonNull(PairsTest.class.getResourceAsStream("pairs.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(verdict));
        }
    }

    static Stream<String> forms() throws IOException {
        return pairs("form ");
    }

    static Stream<String> copies() throws IOException {
        return pairs("copy ");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void areTwoStoriesInOneForm(String pair) {
        assertThat(isCopy(pair)).as(pair).isFalse();
    }

    @ParameterizedTest
    @MethodSource("copies")
    void areOneStoryInTwoHouses(String pair) {
        assertThat(isCopy(pair)).as(pair).isTrue();
    }

    private boolean isCopy(String pair) {
        String text = pair.split(" ", 4)[3];
        var judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(30));
        judge.judge(article("a", 0, CHOICE.matcher(text).replaceAll(choice -> quoted(choice, 1))), START);
        return judge.judge(article("b", 9, CHOICE.matcher(text).replaceAll(choice -> quoted(choice, 2))), START)
                .get(0)
                .match()
                .isPresent();
    }

    private static String quoted(MatchResult choice, int which) {
        return Matcher.quoteReplacement(choice.group(which));
    }

    private ArticleToJudge article(String id, int hours, String text) {
        return new ArticleToJudge(
                id,
                START.plus(Duration.ofHours(hours)),
                "und",
                id + ".example",
                /* furnishes= */ true,
                fingerprinter.of(text));
    }
}
