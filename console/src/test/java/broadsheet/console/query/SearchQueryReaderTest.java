package broadsheet.console.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the reader of searches")
class SearchQueryReaderTest {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    private static SearchQuery read(String text) {
        return SearchQueryReader.read(text, NOW);
    }

    private static List<String> shape(String text) {
        return read(text).clauses().stream()
                .map(clause -> (clause.isExcluded() ? "-" : "") + clause.field().word() + "="
                        + (clause.isPhrase() ? "<" + clause.text() + ">" : clause.text()))
                .toList();
    }

    @Nested
    @DisplayName("of words")
    class OfWords {

        @Test
        void takesEachForAPart() {
            assertThat(shape("  ferry   harbour\twall\n")).containsExactly("text=ferry", "text=harbour", "text=wall");
        }

        @Test
        void keepsAPhraseTogether() {
            assertThat(shape("\"harbour wall\" ferry")).containsExactly("text=<harbour wall>", "text=ferry");
        }

        @Test
        void takesTypographicQuotationMarksToo() {
            assertThat(shape("“harbour wall” „Hafenmauer“x")).first().isEqualTo("text=<harbour wall>");
        }

        @Test
        void takesAPhraseWithoutAnEndToTheEnd() {
            assertThat(shape("\"harbour wall")).containsExactly("text=<harbour wall>");
        }

        @Test
        void excludesWhatHasAHyphenBeforeIt() {
            assertThat(shape("ferry -wall -\"old town\" -section:sport"))
                    .containsExactly("text=ferry", "-text=wall", "-text=<old town>", "-section=sport");
        }

        @Test
        void leavesAHyphenWithinAWordOrAlone() {
            assertThat(shape("north-east - ")).containsExactly("text=north-east", "text=-");
        }
    }

    @Nested
    @DisplayName("of fields")
    class OfFields {

        @ParameterizedTest
        @CsvSource({
            "section:sport, section=sport",
            "Entity:Ackroyd, entity=Ackroyd",
            "source:courier.example, source=courier.example",
            "language:pt-BR, language=pt-BR",
            "place:Whitby, place=Whitby"
        })
        void knowsThem(String text, String shape) {
            assertThat(shape(text)).containsExactly(shape);
        }

        @Test
        void takesAQuotedValue() {
            assertThat(shape("entity:\"Helen Ackroyd\" x")).containsExactly("entity=<Helen Ackroyd>", "text=x");
        }

        @Test
        void takesAWordWithAColonForAWord() {
            assertThat(shape("https://courier.example/a 12:30 colour:red"))
                    .containsExactly("text=https://courier.example/a", "text=12:30", "text=colour:red");
        }

        @Test
        void saysThatAFieldHasNoValue() {
            SearchQuery query = read("section: ferry");
            assertThat(query.notes()).containsExactly("section: has no value");
            assertThat(query.text()).isEqualTo("ferry");
        }
    }

    @Nested
    @DisplayName("of times")
    class OfTimes {

        @ParameterizedTest
        @CsvSource({
            "after:2026, 2026-01-01T00:00:00Z",
            "after:2026-11, 2026-11-01T00:00:00Z",
            "after:2026-11-24, 2026-11-24T00:00:00Z",
            "after:2026-11-24T08:00:00+01:00, 2026-11-24T07:00:00Z",
            "after:7d, 2026-11-24T12:00:00Z",
            "after:2w, 2026-11-17T12:00:00Z",
            "after:90m, 2026-12-01T10:30:00Z"
        })
        void reads(String text, String time) {
            assertThat(read(text).after()).contains(Instant.parse(time));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"yesterday", "2026-13", "2026-02-30", "99999999d", "+999999999-01-01T00:00:00Z", "2026-"})
        void saysWhatIsNone(String text) {
            SearchQuery query = read("ferry before:" + text);
            assertThat(query.before()).isEmpty();
            assertThat(query.notes()).hasSize(1).first().asString().startsWith("before: is no time");
            assertThat(query.text()).isEqualTo("ferry");
        }

        @Test
        void narrowsToADay() {
            assertThat(read("ferry after:7d").between("2026-11-24", "2026-11-25"))
                    .isEqualTo("ferry after:2026-11-24 before:2026-11-25");
        }
    }

    @Nested
    @DisplayName("of whatever else")
    class OfWhateverElse {

        @Test
        void readsNoFurtherThanItsBounds() {
            SearchQuery many = read("a ".repeat(400));
            assertThat(many.clauses()).hasSize(SearchQueryReader.MOST_CLAUSES);
            assertThat(many.notes()).hasSize(1);
            SearchQuery wide = read("x".repeat(100_000));
            assertThat(wide.text()).hasSize(SearchQueryReader.MOST_CHARACTERS);
            assertThat(wide.notes()).hasSize(1);
        }

        @Test
        void neverThrowsAndReadsItsOwnTextTheSame() {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            String[] bits = {
                "\"",
                "-",
                ":",
                "section:",
                "after:",
                "before:7d",
                "entity:\"",
                " ",
                "\t",
                "ferry",
                "“",
                "»",
                "*",
                "?",
                "(",
                "/",
                "\\",
                "\u0000",
                "\uD83D",
                "🌉",
                "ز",
                "2026-11",
                "AND",
                "^",
                "~",
                "[",
                "TO",
                "\u202E",
                "\u00A0"
            };
            for (int i = 0; i < 20_000; i++) {
                StringBuilder text = new StringBuilder();
                for (int length = random.nextInt(12); length >= 0; length--) {
                    text.append(bits[random.nextInt(bits.length)]);
                }
                SearchQuery query = read(text.toString());
                SearchQuery again = read(query.text());
                assertThat(again.clauses()).as("seed %d: %s", seed, text).isEqualTo(query.clauses());
                assertThat(again.after()).isEqualTo(query.after());
            }
        }

        @Test
        void readsAPartThatItWroteItself() {
            String part = SearchQuery.written(QueryField.ENTITY, "Helen \"Nell\" Ackroyd");
            assertThat(shape(part)).containsExactly("entity=<Helen  Nell  Ackroyd>");
            assertThat(read("ferry").with(QueryField.SOURCE, "courier.example"))
                    .isEqualTo("ferry source:courier.example");
            assertThat(read("ferry source:courier.example").without(0)).isEqualTo("source:courier.example");
        }
    }
}
