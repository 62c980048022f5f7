package broadsheet.enrich.places;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.Entity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a place in an article of another language")
class LocalNamesTest {
    private static final Map<String, PlaceLinker> LINKERS = PlaceLinker.byLanguage();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "de, Deutschland, DE",
        "de, Moskau, 524901",
        "fr, Allemagne, DE",
        "fr, Londres, 2643743",
        "es, Estados Unidos, US",
        "pl, Polska, PL",
        "pl, Polsce, PL",
        "pl, Niemczech, DE",
        "ru, России, RU",
        "ru, Лондоне, 2643743",
        "uk, Україні, UA",
        "cs, Rakousku, AT",
        "fi, Ruotsissa, SE",
        "tr, Almanya, DE",
        "ja, 中国, CN",
        "ja, ロンドン, 2643743",
        "ko, 일본, JP",
        "zh, 巴黎, 2988507",
        "ar, فرنسا, FR",
        "sv, Stockholm, 2673730",
    })
    void isLinkedByWhatTheLanguageCallsIt(String language, String name, String id) {
        assertThat(linked(language, name)).contains(id);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "pl, Indiana", // no form of Indie
        "pl, Malibu", // nor this of Mali
        "fi, Malibu",
        "pl, Nigrze", // Niger, not Nigeria, but too short to tell
        "cs, Korea", // two countries
        "fr, Congo", // likewise
        "de, Pole",
        "hu, Berlinger",
    })
    void isNotLinkedWhereAnotherMayBeMeant(String language, String name) {
        assertThat(linked(language, name)).isEmpty();
    }

    @Test
    void countsForWhichOfTwoTownsIsMeant() {
        Entity country = place("Kanada");
        Entity town = place("London, Kanada");

        assertThat(linker("de").link(List.of(country, town), ""))
                .extracting(entity -> entity.link().map(Entity.Link::id))
                .containsExactly(Optional.of("CA"), Optional.of("6058560"));
    }

    private static PlaceLinker linker(String language) {
        return requireNonNull(LINKERS.get(language), language);
    }

    private static Optional<String> linked(String language, String name) {
        return linker(language).link(List.of(place(name)), "").get(0).link().map(Entity.Link::id);
    }

    private static Entity place(String name) {
        return new Entity(name, Entity.Type.LOCATION, List.of(), 1, Optional.empty());
    }
}
