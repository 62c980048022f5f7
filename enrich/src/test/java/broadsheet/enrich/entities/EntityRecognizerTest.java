package broadsheet.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import broadsheet.model.Entity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EntityRecognizerTest {
    private static final EntityRecognizer RECOGNIZER = EntityRecognizer.load();
    // far above the second or two it takes, far below what quadratic time would
    private static final Duration BOUND = Duration.ofSeconds(60);

    @Nested
    @DisplayName("an article")
    class AnArticle {
        private static final String HEADLINE = "Harbour talks resume in Mombasa";
        private static final String BODY = """
            The president of Kenya, William Ruto, met Wanjiru Kamau in Mombasa on Tuesday.

            Kamau said the International Monetary Fund (IMF) would send a team. The IMF did not comment.

            "We want a port, not promises," Ruto told reporters in Nairobi.\
            """;

        private final List<Entity> entities = RECOGNIZER.recognize(HEADLINE, BODY);

        @Test
        void namesItsPeopleOrganisationsAndPlaces() {
            assertThat(entity("William Ruto").type()).isEqualTo(Entity.Type.PERSON);
            assertThat(entity("Wanjiru Kamau").type()).isEqualTo(Entity.Type.PERSON);
            assertThat(entity("International Monetary Fund").type()).isEqualTo(Entity.Type.ORGANIZATION);
            assertThat(entity("Kenya").type()).isEqualTo(Entity.Type.LOCATION);
            assertThat(entity("Nairobi").type()).isEqualTo(Entity.Type.LOCATION);
        }

        @Test
        void putsFamilyNamesUnderFullNames() {
            assertThat(texts(entity("Wanjiru Kamau"))).containsExactly("Wanjiru Kamau", "Kamau");
            assertThat(texts(entity("William Ruto"))).containsExactly("William Ruto", "Ruto");
        }

        @Test
        void putsAnAcronymUnderWhatItStandsFor() {
            assertThat(texts(entity("International Monetary Fund")))
                    .containsExactly("International Monetary Fund", "IMF", "IMF");
        }

        @Test
        void givesOffsetsIntoTheBody() {
            assertThat(entities)
                    .allSatisfy(entity -> assertThat(entity.mentions())
                            .allSatisfy(mention -> assertThat(BODY.substring(mention.start(), mention.end()))
                                    .isEqualTo(mention.text())));
        }

        @Test
        void givesSharesThatAddUpToOne() {
            assertThat(entities.stream().mapToDouble(Entity::salience).sum()).isBetween(0.99, 1.01);
        }

        @Test
        void thinksMostOfWhatTheHeadlineNames() {
            assertThat(entities.get(0).name()).isEqualTo("Mombasa");
        }

        private Entity entity(String name) {
            Optional<Entity> found =
                    entities.stream().filter(each -> each.name().equals(name)).findFirst();
            assertThat(found).as("%s in %s", name, entities).isPresent();
            return found.orElseThrow();
        }
    }

    @Nested
    @DisplayName("who tells the story")
    class WhoTellsTheStory {
        @Test
        void countsLessThanWhatItIsAbout() {
            List<Entity> entities = RECOGNIZER.recognize(
                    "Flood warning lifted",
                    "Amina Bello\n\n"
                            + "Reuters reported on Friday that water in Lokoja has fallen. Lokoja lies on the Niger.");
            assertThat(entities.get(0).name()).isEqualTo("Lokoja");
            assertThat(entities)
                    .filteredOn(entity ->
                            entity.name().equals("Amina Bello") || entity.name().equals("Reuters"))
                    .allSatisfy(entity -> assertThat(entity.salience()).isLessThan(0.15));
        }
    }

    @Nested
    @DisplayName("bad input")
    class BadInput {
        @Test
        void emptyTextHasNoEntities() {
            assertThat(RECOGNIZER.recognize("", "")).isEmpty();
            assertThat(RECOGNIZER.recognize(" \n", "\n \t\n")).isEmpty();
        }

        @Test
        void oneMegabyteOfTextTakesBoundedTime() {
            String sentence = "In Lagos, Ngozi Eze of the World Bank met Mr. Bello. ";
            String body = sentence.repeat(1_000_000 / sentence.length());
            List<Entity> entities = assertTimeout(BOUND, () -> RECOGNIZER.recognize("Talks", body));
            assertThat(entities)
                    .filteredOn(entity -> entity.name().equals("Lagos"))
                    .hasSize(1);
        }

        @Test
        void oneMegabyteOfDifferentNamesTakesBoundedTime() {
            StringBuilder body = new StringBuilder();
            for (int i = 0; body.length() < 1_000_000; i++) {
                body.append("Mr. ")
                        .append(name(i))
                        .append(' ')
                        .append(name(i * 7 + 3))
                        .append(" met Mrs. ")
                        .append(name(i * 3))
                        .append(". ");
            }
            assertTimeout(BOUND, () -> RECOGNIZER.recognize("Talks", body.toString()));
        }

        @Test
        void oneHugeTokenTakesBoundedTime() {
            for (String letter : List.of("a", "A", "A.", "'", "’s", "-", "9,", "\uD83D", "@", "&A", "://")) {
                String body = letter.repeat(100_000 / letter.length());
                List<Entity> entities = assertTimeout(BOUND, () -> RECOGNIZER.recognize("", body));
                assertThat(entities)
                        .allSatisfy(entity -> assertThat(entity.name()).isNotBlank());
            }
        }

        @Test
        void emojiLeaveOffsetsRight() {
            String body = "🎉🎉 Great day 👩‍👩‍👧 in Nairobi 🇰🇪, says William Ruto 🎉.";
            List<Entity> entities = RECOGNIZER.recognize("🎉", body);
            assertThat(entities).extracting(Entity::name).contains("Nairobi", "William Ruto");
            assertThat(entities)
                    .flatExtracting(Entity::mentions)
                    .allSatisfy(mention -> assertThat(body.substring(mention.start(), mention.end()))
                            .isEqualTo(mention.text()));
        }

        @Test
        void rightToLeftTextIsReadWithoutHarm() {
            String body = "قال أحمد في القاهرة. אמר דוד בירושלים. Ahmed Hassan spoke in Cairo. \u202Eoriac\u202C";
            assertThat(RECOGNIZER.recognize("", body)).extracting(Entity::name).contains("Cairo");
        }

        private static String name(int number) {
            StringBuilder name = new StringBuilder();
            for (int rest = number; name.length() < 5; rest /= 20) {
                name.append((char) ('a' + rest % 20));
            }
            name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
            return name.toString();
        }
    }

    private static List<String> texts(Entity entity) {
        return entity.mentions().stream().map(Entity.Mention::text).collect(Collectors.toList());
    }

    @Nested
    @DisplayName("what the tagger gets wrong")
    class Corrected {
        @Test
        void isNoOrganisationIfTheDocumentWritesItSmall() {
            String body = "The Talks for Trade, Energy, Science and Technology were held in Oslo.\n\n"
                    + "They spoke of energy, science and technology, and fishing.";
            assertThat(names(body)).contains("Oslo").doesNotContain("Science and Technology");
        }

        @Test
        void isAPlaceIfItsNameSaysSo() {
            String body =
                    "They laid flowers at the Liberation Monument and visited the Church of the Life-Giving Trinity.";
            assertThat(RECOGNIZER.recognize("A visit", body))
                    .filteredOn(entity -> entity.type() == Entity.Type.LOCATION)
                    .extracting(Entity::name)
                    .contains("Liberation Monument", "Church of the Life-Giving Trinity");
        }

        @Test
        void isOneNameIfAnOrganisationOfTwoPlacesIsCutAtTheHyphen() {
            String body =
                    "The South Ghana-France Trade Council met. France sent a minister; France-Ghana Trade did not.";
            Span ghana = new Span(4, 15, Entity.Type.LOCATION);
            Span council = new Span(16, 36, Entity.Type.ORGANIZATION);
            Span france = new Span(42, 48, Entity.Type.LOCATION);
            assertThat(Corrections.of(body, List.of(), List.of(ghana, council, france)))
                    .containsExactly(new Span(4, 36, Entity.Type.ORGANIZATION), france);
            assertThat(Corrections.of(body, List.of(), List.of(ghana, council)))
                    .as("nothing else says that France is a place")
                    .containsExactly(ghana, council);
        }

        private List<String> names(String body) {
            return RECOGNIZER.recognize("Talks", body).stream()
                    .map(Entity::name)
                    .toList();
        }
    }
}
