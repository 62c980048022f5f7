package broadsheet.ingest.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the limits of what is read")
class LimitsTest {
    @Test
    void cutATextBetweenLetters() {
        assertThat(Clip.to(3, "abcd")).isEqualTo("abc");
        assertThat(Clip.to(4, "abcd")).isEqualTo("abcd");
        assertThat(Clip.to(2, "a\ud83d\ude00")).isEqualTo("a");
        assertThat(Clip.to(0, "a")).isEmpty();
    }

    @Test
    void endWorkThatGoesOn() {
        var work = new Work(10);
        work.spend(10);
        assertThatThrownBy(() -> work.spend(1))
                .isInstanceOf(Work.TooComplex.class)
                .hasMessage("more than 10 steps from block to block");
    }

    @Test
    void countTheTokensOfAllDocumentsTogether() throws Exception {
        var tokens = new JsonTokens();
        String half = "[" + "1,".repeat(Limits.JSON_TOKENS / 2) + "1]";
        assertThat(tokens.tree(new ObjectMapper(), half)).hasSize(Limits.JSON_TOKENS / 2 + 1);
        assertThatThrownBy(() -> tokens.tree(new ObjectMapper(), half)).isInstanceOf(TooMuch.class);
    }

    @Test
    void writeLowerCaseAsTheJdkDoes() {
        for (String text : new String[] {"", "Hafen", "\u0130stanbul \u0130\u0130", "\u0391\u03a3", "STRASSE"}) {
            assertThat(Lower.of(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
        }
    }
}
