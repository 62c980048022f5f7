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
