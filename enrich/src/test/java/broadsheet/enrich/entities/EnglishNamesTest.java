package broadsheet.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("an English text")
class EnglishNamesTest {
    private static final EntityRecognizer RECOGNIZER = EntityRecognizer.load();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "OSLO - THE CHAIRMAN OF FJORDBANK RESIGNED ON TUESDAY | OSLO/LOCATION, FJORDBANK/ORGANIZATION",
                "The floods reached Newton-under-Hill and Sainte-Croix-sur-Mer at noon. | Newton-under-Hill/LOCATION",
                "In the end Willem van den Brugge paid the fine. | Willem van den Brugge/PERSON",
                "Choi Ha-eun of Incheon came second. | Choi Ha-eun/PERSON",
                "The ruling by Mrs Justice Pellworth was short. | Pellworth/PERSON",
                "The shop of B&Q was shut, said its owner. | B&Q/ORGANIZATION",
                "Shares in Rolls-Royce fell, and Harley-Davidson rose. | Rolls-Royce/ORGANIZATION,"
                        + " Harley-Davidson/ORGANIZATION",
                "Traders at R.K. Morrow said that prices would fall. | R.K. Morrow/ORGANIZATION",
            })
    void holdsTheName(String text, String names) {
        assertThat(found(text)).contains(names.split(", "));
    }

    @ParameterizedTest(name = "{0}: no {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "The Editor-in-Chief left the room. | Editor-in-Chief/LOCATION",
                "The firm spends much on R&D in Leeds. | R&D/ORGANIZATION",
                "The bank paid 10M for it, and 5G came later. | 5G/ORGANIZATION",
                "Anna Smith-Jones spoke; Smith-Jones then left. | Smith-Jones/ORGANIZATION",
            })
    void doesNotHold(String text, String name) {
        assertThat(found(text)).doesNotContain(name);
    }

    @Test
    @DisplayName("that writes a name of several words alike three times holds it three times")
    void repeats() {
        String text = "Harrow-Quint said on Monday that it would pay. The mayor spoke to Harrow-Quint for a year. Then"
                + " Harrow-Quint paid.";

        assertThat(found(text))
                .filteredOn(name -> name.startsWith("Harrow-Quint/"))
                .hasSize(3);
    }

    private static List<String> found(String text) {
        return RECOGNIZER.spans(text).stream()
                .map(span -> text.substring(span.start(), span.end()) + "/" + span.type())
                .toList();
    }
}
