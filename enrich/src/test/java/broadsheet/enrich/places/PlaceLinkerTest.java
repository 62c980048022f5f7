package broadsheet.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.Entity;
import broadsheet.model.Entity.Link;
import broadsheet.model.Entity.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the place linker")
class PlaceLinkerTest {

    private static final PlaceLinker LINKER = PlaceLinker.load();

    @Nested
    @DisplayName("links a country")
    class LinksACountry {

        @ParameterizedTest
        @CsvSource({
            "France, FR",
            "North Korea, KP",
            "DPRK, KP",
            "the Netherlands, NL",
            "U.S., US",
            "Britain, GB",
            "Burma, MM",
            "Ivory Coast, CI",
            "Türkiye, TR",
            "SOUTH SUDAN, SS"
        })
        void underAnyOfItsNames(String name, String code) {
            assertThat(links(name + " said so.", name)).containsEntry(name, "iso-3166:" + code);
        }

        @Test
        void withItsNameAndWithoutCoordinates() {
            Link link = link("Burma said so.", "Burma").orElseThrow();
            assertThat(link.name()).isEqualTo("Myanmar");
            assertThat(link.latitude()).isEmpty();
        }
    }

    @Nested
    @DisplayName("links a city")
    class LinksACity {

        @ParameterizedTest
        @CsvSource({
            "Pyongyang, 1871859", "Nampo, 1873757", "Paris, 2988507", "São Paulo, 3448439", "Sao Paulo, 3448439",
            "Kiev, 703448", "Kyiv, 703448", "The Hague, 2747373", "LONDON, 2643743", "Zurich, 2657896"
        })
        void thatIsMuchLargerThanItsNamesakes(String name, String id) {
            assertThat(links(name + " woke up.", name)).containsEntry(name, "geonames:" + id);
        }

        @Test
        void withCoordinates() {
            Link link = link("Pyongyang woke up.", "Pyongyang").orElseThrow();
            assertThat(link.latitude().orElseThrow()).isBetween(38.9, 39.2);
            assertThat(link.longitude().orElseThrow()).isBetween(125.6, 125.9);
        }

        @Test
        void whoseRegionStandsBehindIt() {
            assertThat(links("A fire in London, Ontario, was put out.", "London"))
                    .containsEntry("London", "geonames:6058560");
            assertThat(links("A fire in Paris, Texas.", "Paris, Texas"))
                    .containsEntry("Paris, Texas", "geonames:4717560");
            assertThat(links("A fire in Portland, Ore., was put out.", "Portland"))
                    .containsEntry("Portland", "geonames:5746545");
        }

        @Test
        void whoseCountryTheDocumentNames() {
            assertThat(links("Birmingham is the second city of the United Kingdom.", "Birmingham", "United Kingdom"))
                    .containsEntry("Birmingham", "geonames:2655603");
        }

        @Test
        void whoseRegionTheDocumentNames() {
            assertThat(links("Birmingham is no longer the largest city of Alabama.", "Birmingham", "Alabama"))
                    .containsEntry("Birmingham", "geonames:4049979");
        }
    }

    @Nested
    @DisplayName("links nothing")
    class LinksNothing {

        @ParameterizedTest
        @ValueSource(
                strings = {"Birmingham", "Springfield", "San Jose", "Washington", "Georgia", "Congo", "Little Haven"})
        void whereTheNameMeansSeveralPlacesOrNone(String name) {
            assertThat(links(name + " woke up.", name)).isEmpty();
        }

        @Test
        void whereTheDocumentSpeaksForASmallerNamesake() {
            assertThat(links("Paris lies in the north-east of Texas.", "Paris", "Texas"))
                    .doesNotContainEntry("Paris", "geonames:2988507");
        }

        @Test
        void whereTheNameIsAPersons() {
            var person =
                    new Entity("Paris", Entity.Type.PERSON, List.of(new Mention(0, 5, "Paris")), 1, Optional.empty());
            assertThat(LINKER.link(List.of(person), "Paris sang.")).containsExactly(person);
        }
    }

    @Test
    void takesGeorgiaForTheCountryBesideItsCapital() {
        assertThat(links("Georgia votes; Tbilisi is calm.", "Georgia", "Tbilisi"))
                .containsEntry("Georgia", "iso-3166:GE");
        assertThat(links("Georgia votes; Atlanta is calm.", "Georgia", "Atlanta"))
                .doesNotContainKey("Georgia");
    }

    @Test
    void keepsOrderAndEverythingElse() {
        List<Entity> before = entities("Atlantis lies beyond France.", "Atlantis", "France");
        List<Entity> after = LINKER.link(before, "Atlantis lies beyond France.");
        assertThat(after).extracting(Entity::name).containsExactly("Atlantis", "France");
        assertThat(after.get(0)).isEqualTo(before.get(0));
        assertThat(after.get(1).mentions()).isEqualTo(before.get(1).mentions());
    }

    private static Optional<Link> link(String body, String name) {
        return LINKER.link(entities(body, name), body).get(0).link();
    }

    private static Map<String, String> links(String body, String... names) {
        return LINKER.link(entities(body, names), body).stream()
                .filter(entity -> entity.link().isPresent())
                .collect(Collectors.toMap(
                        Entity::name,
                        entity -> entity.link()
                                .map(link -> link.scheme() + ":" + link.id())
                                .orElseThrow()));
    }

    private static List<Entity> entities(String body, String... names) {
        var entities = new ArrayList<Entity>();
        for (String name : names) {
            int start = body.indexOf(name);
            var mention = new Mention(start, start + name.length(), name);
            entities.add(new Entity(name, Entity.Type.LOCATION, List.of(mention), 0.5, Optional.empty()));
        }
        return entities;
    }
}
