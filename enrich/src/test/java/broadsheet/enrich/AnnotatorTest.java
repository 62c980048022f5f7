package broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Section;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("the annotator")
class AnnotatorTest {

    private static final Annotator ANNOTATOR = Annotator.load(EnrichSettings.defaults());

    @Nested
    @DisplayName("decides the language")
    class DecidesTheLanguage {

        @Test
        void byTheTextAgainstThePage() {
            assertThat(language("de", "Vote in May", Samples.ELECTION)).isEqualTo("en");
        }

        @Test
        void butNotByThePageAgainstTheText() {
            assertThat(language("fr", "12:30", "")).isEqualTo("und");
        }

        private String language(String declared, String headline, String body) {
            Article article =
                    Samples.article("https://a.example/b", Optional.empty(), List.of(), declared, headline, body);
            return ANNOTATOR.annotate(article).article().language();
        }
    }

    @Test
    void saysWhatItTried() {
        assertThat(annotate("Vote in May", Samples.ELECTION).annotated()).contains("sections");
        assertThat(annotate("Neuwahlen im Mai", Samples.ELECTION_IN_GERMAN).annotated())
                .containsExactly("entities", "sections", "models-" + Annotator.MODELS);
        assertThat(annotate("הגשר נפתח", "הגשר נפתח מחדש ביום שני לאחר התיקונים")
                        .annotated())
                .containsExactly("models-" + Annotator.MODELS);
    }

    @Test
    void givesEveryThreadTheSameAnswer() throws Exception {
        EnrichedArticle alone = annotate("Vote in May", Samples.ELECTION);
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<EnrichedArticle> task = () -> annotate("Vote in May", Samples.ELECTION);
            for (Future<EnrichedArticle> answer : threads.invokeAll(Collections.nCopies(40, task))) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Nested
    @DisplayName("given a hostile text")
    class GivenAHostileText {

        static Stream<String> hostileBodies() {
            return Stream.of(
                    "",
                    (Samples.ELECTION + "\n\n").repeat(3_000),
                    "x".repeat(100_000),
                    "A".repeat(100_000) + " " + Samples.ELECTION,
                    "🎉".repeat(50_000),
                    "\uD83C".repeat(1_000),
                    "the ".repeat(100_000),
                    "\u202Eהגשר נפתח מחדש ביום שני לאחר התיקונים\u202C ".repeat(500),
                    "a\u0301".repeat(50_000),
                    "\n".repeat(200_000),
                    "(".repeat(100_000),
                    "Mr. ".repeat(50_000),
                    Samples.BRIDGE_IN_JAPANESE.repeat(1_000),
                    Samples.BRIDGE_IN_KOREAN.repeat(1_000),
                    Samples.BRIDGE_IN_CHINESE.repeat(1_000),
                    Samples.BRIDGE_IN_CHINESE.replace("。", "").replace("\n", "").repeat(1_000),
                    "橋".repeat(100_000),
                    "バス".repeat(50_000),
                    "다리".repeat(50_000));
        }

        @ParameterizedTest
        @MethodSource("hostileBodies")
        void answersInBoundedTimeWithOffsetsThatHold(String body) {
            EnrichedArticle answer = assertTimeout(Duration.ofSeconds(30), () -> annotate("Vote in May", body));
            assertThat(answer.article().body()).isSameAs(body);
            answer.entities().stream()
                    .flatMap(entity -> entity.mentions().stream())
                    .forEach(mention -> assertThat(body.substring(mention.start(), mention.end()))
                            .isEqualTo(mention.text()));
        }

        @Test
        void stillTellsWhatALongTextIsAbout() {
            EnrichedArticle answer = annotate("Vote in May", (Samples.ELECTION + "\n\n").repeat(3_000));
            assertThat(answer.article().language()).isEqualTo("en");
            assertThat(answer.sections()).first().extracting(Section::name).isEqualTo("politics");
        }

        @Test
        void stillTellsTheLanguageOfRightToLeftText() {
            assertThat(annotate("הגשר נפתח", "\u202Eהגשר נפתח מחדש ביום שני לאחר התיקונים\u202C")
                            .article()
                            .language())
                    .isEqualTo("he");
        }
    }

    private static EnrichedArticle annotate(String headline, String body) {
        return ANNOTATOR.annotate(Samples.article(headline, body));
    }
}
