package broadsheet.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("the models of languages")
class LanguageModelsTest {
    private static final LanguageModels MODELS = LanguageModels.load();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Der Bürgermeister Hans Weber sprach am Montag in Hamburg. | Hans Weber/PERSON, Hamburg/LOCATION",
                "no | Statsminister Kari Nilsen møtte pressen i Oslo. | Kari Nilsen/PERSON, Oslo/LOCATION",
                "hr | Predsjednik Ivan Horvat stigao je u Zagreb. | Ivan Horvat/PERSON, Zagreb/LOCATION",
                "sr | Председник Иван Хорват стигао је у Загреб. | Иван Хорват/PERSON, Загреб/LOCATION",
                "fr | Le maire Henri Dubois a parlé lundi à Marseille. | Henri Dubois/PERSON, Marseille/LOCATION",
                "uk | Мер Олег Коваленко прибув до Києва. | Олег Коваленко/PERSON, Києва/LOCATION",
                "ja | 横浜市の山田太郎市長は月曜日、橋を再び開通させた。 | 横浜市/LOCATION, 山田太郎/PERSON",
                "ko | 김민수 시장은 월요일 부산에서 다리를 다시 열었다. | 김민수/PERSON, 부산/LOCATION",
                "zh | 市长王建国星期一在上海宣布大桥重新开放。 | 王建国/PERSON, 上海/LOCATION",
                "zh | 市長王建國星期一在上海宣布大橋重新開放。 | 王建國/PERSON, 上海/LOCATION",
                "pt | O ministro João Silva chegou a Lisboa na segunda-feira. | João Silva/PERSON, Lisboa/LOCATION",
                "ro | Ion Popescu a vorbit marți la București. | Ion Popescu/PERSON, București/LOCATION",
                "id | Menteri Budi Santoso tiba di Jakarta kemarin. | Budi Santoso/PERSON, Jakarta/LOCATION",
            })
    void findNamesInTheirLanguage(String language, String text, String names) {
        EntityRecognizer recognizer = MODELS.of(language).orElseThrow();

        assertThat(recognizer.spans(text).stream()
                        .map(span -> text.substring(span.start(), span.end()) + "/" + span.type()))
                .containsExactlyInAnyOrder(names.split(", "));
    }

    @Test
    @DisplayName("give the same recognizer again while memory allows")
    void keep() {
        assertThat(MODELS.of("de").orElseThrow()).isSameAs(MODELS.of("de").orElseThrow());
    }

    @Test
    @DisplayName("know nothing of a language without one, nor of a text whose language is unknown")
    void areSilent() {
        assertThat(MODELS.know("und")).isFalse();
        assertThat(MODELS.of("und")).isEmpty();
        assertThat(MODELS.of("xx")).isEmpty();
    }
}
