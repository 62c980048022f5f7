package broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.ParseOutcome.Parsed;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataTest {
    private final PageParser parser = new PageParser(IngestSettings.defaults());

    /** A page that gives nothing of itself but what a test puts into its head, above its text and below it. */
    private Parsed page(String head, String above, String below) {
        String html = "<!DOCTYPE html><html lang='en'><head>" + head + "</head><body><main><article>"
                + "<h1>Port Ellery closes its fish market for two years</h1>" + above
                + Samples.paragraphs(Samples.HARBOUR_BODY) + below + "</article></main></body></html>";
        return parse(html);
    }

    private Parsed parse(String html) {
        RawPage page = RawPage.of(
                html.getBytes(StandardCharsets.UTF_8), Optional.of("https://courier.example/fish"), Samples.FETCHED);
        return (Parsed) parser.parse(page).outcomes().get(0);
    }

    @Nested
    @DisplayName("the day of publication")
    class Day {
        @Test
        void isReadWithTheYearFirst() {
            assertThat(page("<meta name='citation_publication_date' content='2023 Jan 7'>", "", "")
                            .publishedOn())
                    .contains(LocalDate.of(2023, 1, 7));
        }

        @Test
        void isTakenFromTheTitleWhereNothingElseGivesIt() {
            assertThat(page("<title>08.11.2021 | Port Ellery closes its fish market for two years</title>", "", "")
                            .publishedOn())
                    .contains(LocalDate.of(2021, 11, 8));
        }

        @Test
        void isTakenFromALineBelowTheTextAsALastResort() {
            assertThat(page("", "", "<p>Entered by the harbour desk on 24 July 2017.</p>")
                            .publishedOn())
                    .contains(LocalDate.of(2017, 7, 24));
        }

        @Test
        void isNotTakenFromACopyrightNotice() {
            assertThat(page("", "", "<p>© 24 July 2017, The Ellery Courier</p>").publishedOn())
                    .isEmpty();
        }

        @ParameterizedTest(name = "{0} beside {1} is {2}")
        @CsvSource({
            "2020-01-03T02:00:00Z, January 2 2020, 2020-01-02",
            "2020-01-02T11:14:00Z, January 1 2020, 2020-01-02",
            "2020-01-02T20:00:00Z, January 3 2020, 2020-01-03",
            "2020-01-02T04:00:00Z, January 3 2020, 2020-01-02",
            "2020-01-02T00:00:00Z, January 3 2020, 2020-01-03",
        })
        void isTheDayThatReadersSeeIfItCanBeThatDaySomewhere(String stated, String shown, LocalDate day) {
            String meta = "<meta property='article:published_time' content='" + stated + "'>";
            assertThat(page(meta, "<p>" + shown + "</p>", "").publishedOn()).contains(day);
        }
    }

    @Nested
    @DisplayName("a by-line")
    class Byline {
        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "By Marta Oduya December 12, 2025 | Marta Oduya",
                    "By Marta Oduya Sat, 12 Dec 2025 | Marta Oduya",
                    "By Marta Oduya last updated 4 April 2025 | Marta Oduya",
                    "By April Roach | April Roach",
                    "By Theresa May | Theresa May",
                })
        void losesTheDateAfterTheName(String line, String author) {
            assertThat(page("", "<p class='byline'>" + line + "</p>", "")
                            .article()
                            .authors())
                    .containsExactly(author);
        }

        @Test
        void isNoneWhereAButtonStands() {
            assertThat(page("", "<p class='author-box'><a href='/author/1'>View more posts</a></p>", "")
                            .article()
                            .authors())
                    .isEmpty();
        }
    }

    @Test
    void aPageThatBeginsWithItsStyleIsHtml() {
        String html = "<style>p { margin: 0 }</style>\n<h1>Port Ellery closes its fish market for two years</h1>"
                + Samples.paragraphs(Samples.HARBOUR_BODY);
        assertThat(parse(html).article().body()).isEqualTo(Samples.HARBOUR_BODY);
    }
}
