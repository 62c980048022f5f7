package broadsheet.enrich.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Moscow-based firm | Moscow - based firm",
                "the U.S. said | the U.S. said",
                "Mr. Okoye, aged 4.5 | Mr. Okoye , aged 4.5",
                "Okoye's dog isn't here | Okoye 's dog is n't here",
                "O'Brien left. | O'Brien left .",
                "J.K. Adams of AT&T | J.K. Adams of AT&T",
                "see https://example.org/a-b?c now | see https://example.org/a-b?c now",
                "@handle and #tag_one | @handle and #tag_one",
                "(Reuters) -- news... | ( Reuters ) -- news ...",
                "1,200 people | 1,200 people",
            })
    void cutsAsExpected(String text, String tokens) {
        assertThat(texts(text)).containsExactly(tokens.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | à l’Élysée d'Alger | à l’ Élysée d' Alger",
                "tr | Ankara'da kar yağdı | Ankara 'da kar yağdı",
                "uk | м'яч у Києві | м'яч у Києві",
                "pl | prof. Nowak | prof. Nowak",
                "zh | 王伟在2024年 | 王 伟 在 2024 年",
                "ja | NHKの山田さん | NHK の 山 田 さ ん",
                "ar | في القاهرة | في القاهرة",
            })
    void cutsEachLanguageAsItIsWritten(String language, String text, String tokens) {
        assertThat(new Tokenizer(Orthography.of(language))
                        .tokens(text, 0, text.length()).stream().map(Token::text))
                .containsExactly(tokens.split(" "));
    }

    @Nested
    @DisplayName("characters outside the basic plane")
    class Surrogates {
        @Test
        void areNeverCutInHalf() {
            assertThat(texts("🎉Lagos👩‍👩‍👧 𝒜bc")).allSatisfy(token -> {
                assertThat(Character.isLowSurrogate(token.charAt(0))).isFalse();
                assertThat(Character.isHighSurrogate(token.charAt(token.length() - 1)))
                        .isFalse();
            });
        }

        @Test
        void leaveTheWordNextToThemWhole() {
            assertThat(texts("🎉Lagos🎉")).contains("Lagos");
        }
    }

    @Test
    void tokensCoverEverythingButSpaceInOrder() {
        String text = "“Ah—no!” she said…  (A.B. & co.) \t#1 ’tis 50% «ça»";
        StringBuilder covered = new StringBuilder();
        int last = 0;
        for (Token token : new Tokenizer(Orthography.ENGLISH).tokens(text, 0, text.length())) {
            assertThat(token.start()).isGreaterThanOrEqualTo(last);
            assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text());
            covered.append(token.text());
            last = token.end();
        }
        assertThat(covered).hasToString(text.replaceAll("\\s", ""));
    }

    private static List<String> texts(String text) {
        return new Tokenizer(Orthography.ENGLISH)
                .tokens(text, 0, text.length()).stream().map(Token::text).toList();
    }
}
