package broadsheet.enrich.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "ja | NHKの山田さん | NHK の 山田 さん",
                "ko | 서울시는 어제 발표했다 | 서울 시 는 어제 발표 했 다",
                "sr | Љиља Ђорђевић у ЊУЈОРКУ | Ljilja Đorđević u NJUJORKU",
                "ar | في القاهرة | في القاهرة",
            })
    void cutsEachLanguageAsItIsWritten(String language, String text, String tokens) {
        assertThat(Tokenizer.of(Orthography.of(language)).tokens(text, 0, text.length()).stream()
                        .map(Token::text))
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
        for (Token token : Tokenizer.of(Orthography.ENGLISH).tokens(text, 0, text.length())) {
            assertThat(token.start()).isGreaterThanOrEqualTo(last);
            assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text());
            covered.append(token.text());
            last = token.end();
        }
        assertThat(covered).hasToString(text.replaceAll("\\s", ""));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"ja", "ko", "zh", "sr", "fr", "tr"})
    void tokensOfEachLanguageCoverEverythingButSpaceInOrder(String language) {
        String text =
                "東京（ＮＨＫ）――山田さん。\t서울시는, 어제 Straße 12.5%… 台灣總統🎉\uD83C 𠮷野家　Љуба l’été Ankara'da ーーー\u200Babc한국어1234";
        text = text + text.repeat(300);

        int last = 0;
        StringBuilder left = new StringBuilder();
        for (Token token : Tokenizer.of(Orthography.of(language)).tokens(text, 0, text.length())) {
            assertThat(token.start()).isBetween(last, token.end() - 1);
            left.append(text, last, token.start());
            last = token.end();
        }
        left.append(text.substring(last));
        assertThat(left.chars().filter(c -> !Tokenizer.isSpace((char) c) && c != '　'))
                .isEmpty();
    }

    @Test
    void traditionalCharactersAreReadAsSimplifiedOnes() {
        String text = "臺灣總統";
        assertThat(Tokenizer.of(Orthography.of("zh")).tokens(text, 0, text.length()))
                .extracting(Token::text)
                .containsExactly("台", "湾", "总", "统");
    }

    private static List<String> texts(String text) {
        return Tokenizer.of(Orthography.ENGLISH).tokens(text, 0, text.length()).stream()
                .map(Token::text)
                .toList();
    }
}
