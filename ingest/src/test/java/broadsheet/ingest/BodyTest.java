package broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.ParseOutcome.Parsed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around an article and is longer, or inside it and looks alike. */
@DisplayName("the body")
class BodyTest {
    private static final String REMARK =
            "I sold herring in that hall for thirty years, and nobody ever asked us what we thought of the north wall. "
                    + "The council should have listened, as my brother said in the paper last spring.";

    private final PageParser parser = new PageParser(IngestSettings.defaults());

    private String body(String inside, String below) {
        String html =
                "<!DOCTYPE html><html lang='en'><head><title>Port Ellery closes its fish market</title></head><body>"
                        + "<main><article><h1>Port Ellery closes its fish market</h1>" + inside + "</article>" + below
                        + "</main></body></html>";
        return ((Parsed) parser.parse(Samples.page(html)).outcomes().get(0))
                .article()
                .body();
    }

    private static String article() {
        return Samples.paragraphs(Samples.HARBOUR_BODY);
    }

    @Test
    void endsBeforeCommentsHoweverLongTheyAre() {
        String comments = "<div id='comments' class='comments-area'><ul>"
                + ("<li class='comment'><div class='comment-body'><p>" + REMARK + "</p></div></li>").repeat(12)
                + "</ul></div>";
        assertThat(body(article(), comments)).isEqualTo(Samples.HARBOUR_BODY);
    }

    @Test
    void isNotTakenForCommentsBecauseThePageIsNamedForThem() {
        assertThat(body("<div class='has-comments'>" + article() + "</div>", ""))
                .isEqualTo(Samples.HARBOUR_BODY);
    }

    @Test
    void hasNoWindowThatAsksForConsent() {
        String window = "<div id='cookie-law-info-bar'>"
                + ("<p>We use cookies on our website to give you the most relevant experience, and by clicking Accept,"
                                + " you consent to the use of all of them. Number %d is necessary.</p>")
                        .repeat(15)
                + "</div>";
        assertThat(body(article(), window)).isEqualTo(Samples.HARBOUR_BODY);
    }

    @Test
    void hasNoCaptionThatRepeats() {
        String row =
                ("<div><img src='a.jpg'><p class='caption-text'>The harbour council of Port Ellery at its meeting, in the"
                                + " hall beside the railway yard.</p></div>")
                        .repeat(9);
        assertThat(body(row + article(), "")).isEqualTo(Samples.HARBOUR_BODY);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Like this story? Share it with a friend!",
                "This slideshow requires JavaScript.",
                "Image 3 of 5",
                "[button link=''https://courier.example/kit'' type=''big''] Send us your catch[/button]",
                "Sign up for our newsletter and never miss a herring.",
            })
    void hasNoLineInWhichThePageSpeaksToItsReader(String notice) {
        String inside = article().replaceFirst("</p>", "</p><p>" + notice + "</p>");
        assertThat(body(inside, "")).isEqualTo(Samples.HARBOUR_BODY);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"Foto: Ada Okafor", "Photo by Ada Okafor", "Aktualisiert am 3. Mai 2024", "Updated 3 May 2024"})
    void hasNoLabelOfAPictureOrADay(String label) {
        String inside = article().replaceFirst("</p>", "</p><p>" + label + "</p>");
        assertThat(body(inside, "")).isEqualTo(Samples.HARBOUR_BODY);
    }

    @Test
    void keepsASentenceThatBeginsLikeALabel() {
        String sentence = "Photos of the old market hang in the library. They were found last year.";
        String inside = article() + "<p>" + sentence + "</p>" + article().replace("Monday", "Friday");
        assertThat(body(inside, "")).contains(sentence);
    }

    @Test
    void hasNoLineThatIsALinkToAnotherStory() {
        String inside =
                article().replaceFirst("</p>", "</p><p>Read more: <a href='/b'>Harbour wall in pictures</a></p>");
        assertThat(body(inside, "")).isEqualTo(Samples.HARBOUR_BODY);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "The market hall in March. © Ellery Pictures",
                "Nets on the north wall | Photo by Ada Okafor",
                "Die Markthalle im März. Bild: Ada Okafor",
            })
    void hasNoCaptionThatEndsWithItsCredit(String caption) {
        String inside = article().replaceFirst("</p>", "</p><p>" + caption + "</p>");
        assertThat(body(inside, "")).isEqualTo(Samples.HARBOUR_BODY);
    }

    @Test
    void hasNoBoxBelowItThatSaysWhoWroteIt() {
        String box =
                "<section class='post-author-box'><h4>Ada Okafor</h4><p>Ada has written about herring, harbours and"
                        + " those who live of both for twenty years. In her spare time she mends nets.</p></section>";
        assertThat(body(article() + box, "")).isEqualTo(Samples.HARBOUR_BODY);
    }

    @Test
    void isNotTakenForABoxBecauseItIsNamedForItsAuthor() {
        assertThat(body("<div class='author-ada-okafor block'>" + article() + "</div>", ""))
                .isEqualTo(Samples.HARBOUR_BODY);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"More stories on courier.example", "Leave a Reply Cancel reply"})
    void endsAtAHeadingThatSaysWhereTheOtherStoriesAre(String heading) {
        String below = "<h3>" + heading + "</h3><p><a href='/b'>Harbour wall in pictures</a></p>";
        assertThat(body(article() + below, "")).isEqualTo(Samples.HARBOUR_BODY);
    }

    @Test
    void hasNoListOfLinksThatPointsElsewhereHoweverLongItIs() {
        String links = "<p>See also " + "<a href='/b'>Harbour wall in pictures, part two, </a>".repeat(6) + "</p>";
        assertThat(body(article().replaceFirst("</p>", "</p>" + links), "")).isEqualTo(Samples.HARBOUR_BODY);
    }

    @Nested
    @DisplayName("of a page with a deck in a header of its own")
    class WithDeck {
        private static final String DECK =
                "After ninety years the council sells the hall by the north wall, and the boats go to the new port.";

        private String body(String description, String header) {
            String html = "<!DOCTYPE html><html lang='en'><head><title>Port Ellery closes its fish market</title>"
                    + "<meta property='og:description' content='" + description + "'></head><body>"
                    + "<div class='teaser'><h1>Port Ellery closes its fish market</h1>" + header
                    + "</div><main><article>"
                    + article() + "</article></main></body></html>";
            return ((Parsed) parser.parse(Samples.page(html)).outcomes().get(0))
                    .article()
                    .body();
        }

        @Test
        void beginsWithItWhereItIsThePagesDescription() {
            assertThat(body(DECK, "<p>3 May 2024</p><p>" + DECK + "</p>"))
                    .isEqualTo(DECK + "\n\n" + Samples.HARBOUR_BODY);
        }

        @Test
        void beginsWithItWhereTheDescriptionIsCutOff() {
            assertThat(body(DECK.substring(0, 80) + "…", "<p>" + DECK + "</p>"))
                    .isEqualTo(DECK + "\n\n" + Samples.HARBOUR_BODY);
        }

        @Test
        void beginsWithItWhereItIsNamedSo() {
            assertThat(body("", "<div class='article-standfirst'><p>" + DECK + "</p></div>"))
                    .isEqualTo(DECK + "\n\n" + Samples.HARBOUR_BODY);
        }

        @Test
        void doesNotBeginWithALinkOfTheSameWords() {
            assertThat(body(DECK, "<p><a href='/c'>" + DECK + "</a></p>")).doesNotContain(DECK);
        }
    }
}
