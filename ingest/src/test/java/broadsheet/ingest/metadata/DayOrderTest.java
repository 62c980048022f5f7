package broadsheet.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.html.BlockReader;
import broadsheet.ingest.html.Blocks;
import broadsheet.ingest.html.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayOrderTest {
    private static final String ENGLISH =
            "<p>The harbour of the town was closed in the night, and the ferry that goes to the"
                    + " island is to wait for the tide. It was the first time in the year that the boats of the line had to stay in"
                    + " the harbour, said the captain.</p>";
    private static final String DANISH =
            "<p>Havnen blev lukket om natten, og færgen til øen venter nu på højvande. Det er"
                    + " første gang i år, at rederiets både måtte blive liggende ved kajen, siger kaptajnen, som har sejlet her i"
                    + " tredive år og aldrig har set noget lignende, heller ikke da isen lå.</p>";

    private static DayOrder order(String language, String host, String body) {
        Blocks blocks = BlockReader.read(Markup.page("<html><body>" + body + "</body></html>", "https://x.example/"));
        return DayOrder.of(language, host, blocks);
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, courier.example, MONTH_FIRST",
        "en, courier.example, MONTH_FIRST",
        "en-GB, courier.example, DAY_FIRST",
        "en-AU, courier.example, DAY_FIRST",
        "en, courier.co.uk, DAY_FIRST",
        "en-US, courier.com.au, DAY_FIRST",
        "en, courier.in, DAY_FIRST",
        "'', courier.de, DAY_FIRST",
        "'', harbour.gov, MONTH_FIRST",
        "de, courier.example, DAY_FIRST",
        "fr, courier.com, DAY_FIRST",
        "en, courier.io, MONTH_FIRST",
    })
    void isThatOfTheCountryOfTheHostThenOfTheTagThenOfTheLanguage(String language, String host, DayOrder order) {
        assertThat(order(language, host, "")).isEqualTo(order);
    }

    @Test
    void isThatOfTheWordsWhereThePageNamesNoLanguage() {
        assertThat(order("", "courier.example", ENGLISH)).isEqualTo(DayOrder.MONTH_FIRST);
        assertThat(order("", "courier.example", DANISH)).isEqualTo(DayOrder.DAY_FIRST);
    }

    @Test
    void isThatWhichAnotherDateOfThePageShows() {
        assertThat(order("en-US", "courier.example", "<p>23/09/2026</p>")).isEqualTo(DayOrder.DAY_FIRST);
        assertThat(order("de", "courier.example", "<p>09/23/2026</p>")).isEqualTo(DayOrder.MONTH_FIRST);
        assertThat(order("en-US", "courier.example", "<p>23/09/2026</p><p>09/23/2026</p>"))
                .isEqualTo(DayOrder.MONTH_FIRST);
    }
}
