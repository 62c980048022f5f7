package broadsheet.enrich.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void endAtFullStopsBeforeCapitals() {
        assertThat(sentences("It rained. Nobody came! Why? “No idea.” They left."))
                .containsExactly("It rained .", "Nobody came !", "Why ?", "“ No idea . ”", "They left .");
    }

    @Test
    void doNotEndAfterTitlesAndInitials() {
        assertThat(sentences("Dr. J. Abara met Mr. Diallo of the U.S. Navy."))
                .containsExactly("Dr. J. Abara met Mr. Diallo of the U.S. Navy .");
    }

    @Test
    void endAfterInitialsBeforeAWordThatStartsSentences() {
        assertThat(sentences("She lives in the U.S. The rest moved."))
                .containsExactly("She lives in the U.S.", "The rest moved .");
    }

    @Test
    void endAtEachLineBreak() {
        assertThat(sentences("Rain in\nLagos\r\n\r\nagain")).containsExactly("Rain in", "Lagos", "again");
    }

    @Test
    void haveABoundedLength() {
        assertThat(Sentences.of("word ".repeat(50_000), Orthography.ENGLISH))
                .allSatisfy(sentence -> assertThat(sentence).hasSizeLessThanOrEqualTo(Sentences.MAX_TOKENS));
    }

    @Test
    void endNotBehindAnOrdinalWhereALanguageWritesItWithAFullStop() {
        assertThat(Sentences.of("Am 17. Mai kam er. Er blieb.", Orthography.of("de")))
                .hasSize(2);
    }

    @Test
    void endBehindTheFullStopOfChinese() {
        assertThat(Sentences.of("他来了。她走了。", Orthography.of("zh"))).hasSize(2);
    }

    private static List<String> sentences(String text) {
        return Sentences.of(text, Orthography.ENGLISH).stream()
                .map(sentence -> sentence.stream().map(Token::text).collect(Collectors.joining(" ")))
                .toList();
    }
}
