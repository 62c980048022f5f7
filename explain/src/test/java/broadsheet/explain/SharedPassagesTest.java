package broadsheet.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the passages that two texts share")
class SharedPassagesTest {

    private static final String WIRE = "The swing bridge in Port Selby opened to traffic on Monday after nine weeks of"
            + " repairs, the harbour board said. Engineers replaced two bearings and 140 metres of cable.";

    @Test
    void areFoundWhateverTypographyAndLineBreaks() {
        SharedPassages shared = SharedPassages.of(
                "PORT SELBY \u2014 the swing\nbridge in Port Selby opened, to traffic on Monday after nine weeks of repairs."
                        + " More on page two.",
                WIRE);
        assertThat(shared.longest()).singleElement().satisfies(passage -> {
            assertThat(passage.words()).isEqualTo(16);
            assertThat(passage.text()).startsWith("the swing bridge in").endsWith("weeks of repairs");
            assertThat(passage.start()).isEqualTo(13);
        });
        assertThat(shared.shared()).isEqualTo(16);
        assertThat(shared.words()).isEqualTo(22);
    }

    @Test
    void areTheLongestThreeAndTheLongestFirst() {
        String one = words(1, 10) + " a " + words(2, 30) + " b " + words(3, 20) + " c " + words(4, 40);
        String other = words(4, 40) + " d " + words(3, 20) + " e " + words(2, 30) + " f " + words(1, 10);
        assertThat(SharedPassages.of(one, other).longest())
                .extracting(SharedPassages.Passage::words)
                .containsExactly(40, 30, 20);
        assertThat(SharedPassages.of(one, other).shared()).isEqualTo(100);
    }

    @Test
    void areNoneWhereOnlyPhrasesAreTheSame() {
        assertThat(SharedPassages.of("He said on Monday that it would rain.", "She said on Monday that it would snow."))
                .isEqualTo(new SharedPassages(8, 0, java.util.List.of()));
        assertThat(SharedPassages.of("", WIRE).longest()).isEmpty();
    }

    @Test
    void areFoundInScriptsWithoutSpaces() {
        String text = "\u6e2f\u53e3\u59d4\u54e1\u4f1a\u306f\u6708\u66dc\u65e5\u6a4b\u304c\u958b\u901a\u3057\u305f";
        assertThat(SharedPassages.of(text, "\u5171\u540c " + text).longest()).hasSize(1);
    }

    @Test
    void areFoundInLongMonotonousTextsInAMoment() {
        String monotonous = "on and ".repeat(100_000);
        assertThatCode(() -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(5), () -> SharedPassages.of(monotonous, monotonous)))
                .doesNotThrowAnyException();
    }

    private static String words(int seed, int count) {
        return new Random(seed)
                .ints(count, 0, 1_000_000)
                .mapToObj(number -> "w" + number)
                .collect(Collectors.joining(" "));
    }
}
