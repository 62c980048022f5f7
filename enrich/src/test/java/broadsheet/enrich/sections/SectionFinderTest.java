package broadsheet.enrich.sections;

import static broadsheet.enrich.Samples.ELECTION;
import static broadsheet.enrich.Samples.ELECTION_IN_GERMAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import broadsheet.enrich.Samples;
import broadsheet.model.Article;
import broadsheet.model.Section;
import broadsheet.model.Section.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the section finder")
class SectionFinderTest {

    private static final SectionFinder FINDER = SectionFinder.load();
    private static final String PAGE = "https://courier.example/a/1";

    @Nested
    @DisplayName("asks the publisher")
    class AsksThePublisher {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            Politics              | politics
            POLITIK               | politics
            Sport / Fußball       | soccer; sport
            News > Business       | economy, business and finance
            Science & Environment | environment
            Reise und Religion    | travel and tourism; lifestyle and leisure; religion
            """)
        void inItsOwnWords(String section, String names) {
            assertThat(find(section, List.of(), PAGE, "lb", ELECTION_IN_GERMAN))
                    .extracting(Section::name)
                    .containsExactlyInAnyOrder(names.split("; "));
        }

        @ParameterizedTest
        @ValueSource(strings = {"News", "All", "World", "Startseite", "The Example Courier", "Berlin", ""})
        void andIgnoresWhatNamesNoSubject(String section) {
            assertThat(find(section, List.of(), PAGE, "lb", ELECTION_IN_GERMAN)).isEmpty();
        }

        @Test
        void andGivesTheTopTopicBesideTheOneBelowIt() {
            assertThat(find("Tennis", List.of(), PAGE, "lb", ELECTION_IN_GERMAN))
                    .extracting(Section::name, Section::origin)
                    .containsExactlyInAnyOrder(tuple("tennis", Origin.PUBLISHER), tuple("sport", Origin.PUBLISHER));
        }

        @Test
        void andTrustsAKeywordLessThanASection() {
            double keyword = find("", List.of("sport"), PAGE, "lb", ELECTION_IN_GERMAN)
                    .get(0)
                    .confidence();
            double section = find("Sport", List.of(), PAGE, "lb", ELECTION_IN_GERMAN)
                    .get(0)
                    .confidence();
            assertThat(keyword).isLessThan(section);
        }
    }

    @Nested
    @DisplayName("reads the URL")
    class ReadsTheUrl {

        @ParameterizedTest
        @CsvSource({
            "https://courier.example/sport/fans-cheer, sport",
            "https://courier.example/news/business-news/2026/03/a, 'economy, business and finance'",
            "https://sport.courier.example/2026/a, sport",
            "https://courier.example/wirtschaft/a.html, 'economy, business and finance'"
        })
        void toFindTheFolder(String url, String name) {
            assertThat(find("", List.of(), url, "lb", ELECTION_IN_GERMAN))
                    .extracting(Section::name, Section::origin)
                    .containsExactly(tuple(name, Origin.URL));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://courier.example/news/a",
                    "https://courier.example/sport",
                    "https://courier.example/a b/c",
                    "mailto:sport@courier.example"
                })
        void andFindsNothingElsewhere(String url) {
            assertThat(find("", List.of(), url, "lb", ELECTION_IN_GERMAN)).isEmpty();
        }
    }

    @Nested
    @DisplayName("asks the model")
    class AsksTheModel {

        @Test
        void aboutAnEnglishText() {
            Section first = find("", List.of(), PAGE, "en", ELECTION).get(0);
            assertThat(first.mediaTopic()).isEqualTo("medtop:11000000");
            assertThat(first.name()).isEqualTo("politics");
            assertThat(first.origin()).isEqualTo(Origin.MODEL);
        }

        @Test
        void butNotAboutATextInAnotherLanguage() {
            assertThat(find("", List.of(), PAGE, "lb", ELECTION)).isEmpty();
        }

        @Test
        void andIsSurerWhereThePublisherAgrees() {
            double alone = find("", List.of(), PAGE, "en", ELECTION).get(0).confidence();
            Section both = find("Politics", List.of(), PAGE, "en", ELECTION).get(0);
            assertThat(both.origin()).isEqualTo(Origin.PUBLISHER);
            assertThat(both.confidence()).isGreaterThan(alone).isLessThan(1);
        }

        @Test
        void whoseProbabilitiesAddUp() {
            double sum = FINDER.scores("en", "Election", ELECTION).values().stream()
                    .mapToDouble(score -> score)
                    .sum();
            assertThat(sum).isCloseTo(1, within(1e-6));
        }

        @Test
        void andNamesNothingWhereItKnowsNoWord() {
            assertThat(FINDER.scores("en", "", "zzxqv qqxw").values()).allMatch(score -> score == 0);
        }
    }

    private static List<Section> find(String section, List<String> keywords, String url, String language, String body) {
        Article article = Samples.article(url, Optional.of(section), keywords, language, "Vote in the spring", body);
        return FINDER.find(article, language);
    }
}
