package broadsheet.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the passages of a text")
class PassagesTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void areThoseThatStandInIt(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            String text = letters(random, 200 + random.nextInt(300), 1 + random.nextInt(4));
            var passages = new Passages(text);
            for (int i = 0; i < 100; i++) {
                int start = random.nextInt(text.length());
                String part = text.substring(start, start + random.nextInt(text.length() - start));
                String other = letters(random, random.nextInt(12), 4);
                assertThat(passages.contain(part))
                        .as("seed %d: %s in %s", seed, part, text)
                        .isTrue();
                assertThat(passages.contain(other))
                        .as("seed %d: %s in %s", seed, other, text)
                        .isEqualTo(text.contains(other));
                assertThat(passages.contain(part + other)).isEqualTo(text.contains(part + other));
            }
        }
    }

    @Test
    void areThoseHoweverOftenIsAskedAndHoweverOftenTheyBegin() {
        String text = "and so on and so on and then, ".repeat(40) + "and so it ended.";
        var passages = new Passages(text);
        for (int asked = 0; asked < 1_000; asked++) {
            assertThat(passages.contain("and so on and then, and so it ended.")).isTrue();
            assertThat(passages.contain("and so on and then, and so it went.")).isFalse();
            assertThat(passages.contain("")).isTrue();
        }
    }

    @Test
    void areNotAskedForInATeaser() {
        assertThat(new Passages("a".repeat(199)).tell()).isFalse();
        assertThat(new Passages("a".repeat(200)).tell()).isTrue();
    }

    @Test
    void areFoundInATextOfOneLetter() {
        var passages = new Passages("a".repeat(50_000));
        assertThat(passages.contain("a".repeat(50_000))).isTrue();
        assertThat(passages.contain("a".repeat(50_001))).isFalse();
        assertThat(passages.contain("a".repeat(400) + "b")).isFalse();
    }

    private static String letters(Random random, int length, int alphabet) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(alphabet)));
        }
        return text.toString();
    }
}
