package broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.ParseOutcome.Parsed;
import broadsheet.ingest.ParseOutcome.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "en-US | 12/03/2024 | 2024-12-03",
                    "en-GB | 12/03/2024 | 2024-03-12",
                    "fa | ۲۰۲۰-۰۷-۰۲ | 2020-07-02",
                    "he | 3 במרץ 2021 | 2021-03-03",
                    "bn | 18 ফেব্রুয়ারী 2020 | 2020-02-18",
                })
        void isReadInTheOrderAndTheDigitsOfThePage(String language, String line, LocalDate day) {
            String html = "<html lang='" + language + "'><body><main><h1>Port Ellery closes its fish market</h1><p>"
                    + line + "</p>" + Samples.paragraphs(Samples.HARBOUR_BODY) + "</main></body></html>";
            assertThat(parse(html).publishedOn()).contains(day);
        }

        @Test
        void isReadInTheOtherOrderWhereTheUsualOneLiesInTheFuture() {
            LocalDate soon =
                    LocalDate.ofInstant(Samples.FETCHED, ZoneOffset.UTC).plusMonths(2);
            String line = "%d/1/%d".formatted(soon.getMonthValue(), soon.getYear());
            LocalDate other = LocalDate.of(soon.getYear(), 1, soon.getMonthValue());
            assertThat(page("", "<p>" + line + "</p>", "").publishedOn()).contains(other);
        }

        @Test
        void isTakenFromTheAddressBeforeALineInNumbers() {
            RawPage page = RawPage.of(
                    ("<h1>Port Ellery closes its fish market</h1><p>03/10/2019</p>"
                                    + Samples.paragraphs(Samples.HARBOUR_BODY))
                            .getBytes(StandardCharsets.UTF_8),
                    Optional.of("https://courier.example/2019/october/03/fish"),
                    Samples.FETCHED);
            assertThat(((Parsed) parser.parse(page).outcomes().get(0)).publishedOn())
                    .contains(LocalDate.of(2019, 10, 3));
        }

        @Test
        void isThatOfALineAndNotOneThatASentenceSpeaksOf() {
            assertThat(page(
                                    "",
                                    "<p>The market, which opened on May 2 1961 to great applause by the whole town,"
                                            + " will be rebuilt.</p><p>Posted July 24, 2017</p>",
                                    "")
                            .publishedOn())
                    .contains(LocalDate.of(2017, 7, 24));
        }

        @Test
        void isThatOfATimeElementByTheHeadlineAndNotOfOneInAComment() {
            String comment = "<div class='comment'><time datetime='2011-02-03'>then</time></div>";
            String time = "<time datetime='2017-07-24T10:00:00Z'>a while ago</time>";
            assertThat(page("", time, comment).publishedOn()).contains(LocalDate.of(2017, 7, 24));
            assertThat(page("", "", comment).publishedOn()).isEmpty();
        }

        @Test
        void isNotThatOfTheFileWhereThePageShowsAnother() {
            String file = "<meta name='date' content='2019-09-09'>";
            assertThat(page(file, "<p>July 24, 2017</p>", "").publishedOn()).contains(LocalDate.of(2017, 7, 24));
            assertThat(page(file, "", "").publishedOn()).contains(LocalDate.of(2019, 9, 9));
        }

        @Test
        void isTheFirstOneWhereAnArticleIsPublishedAgain() {
            String again = "<meta property='article:published_time' content='2020-01-02T08:00:00Z'>";
            assertThat(page(again, "<p>24 July 2017</p>", "").publishedOn()).contains(LocalDate.of(2017, 7, 24));
            assertThat(page(again, "<p>Updated 24 July 2017</p>", "").publishedOn())
                    .contains(LocalDate.of(2020, 1, 2));
            assertThat(page(again, "<p>24 July 2017</p>", "<p>Online since 2 January 2020</p>")
                            .publishedOn())
                    .contains(LocalDate.of(2020, 1, 2));
        }

        @Test
        void isTakenFromTheLineThatFollowsALabel() {
            assertThat(page("", "", "<div>Published on:</div><div>24.07.2017</div>")
                            .publishedOn())
                    .contains(LocalDate.of(2017, 7, 24));
        }

        @Test
        void isTakenFromTheDatelineOfAPressRelease() {
            String html = "<html lang='en'><body><main><p>Port Ellery, 24 July 2017 – "
                    + Samples.HARBOUR_BODY.replace("\n\n", "</p><p>") + "</p></main></body></html>";
            assertThat(parse("<title>Port Ellery closes its fish market</title>" + html)
                            .publishedOn())
                    .contains(LocalDate.of(2017, 7, 24));
        }

        @Test
        void isKnownOfAPageThatIsNoArticle() {
            RawPage page = RawPage.of(
                    "<html><body><h1>Fish</h1><p>Posted July 24, 2017</p><img src='a.jpg'></body></html>"
                            .getBytes(StandardCharsets.UTF_8),
                    Optional.empty(),
                    Samples.FETCHED);
            assertThat(parser.parse(page).outcomes().get(0)).isInstanceOfSatisfying(Rejected.class, rejected -> {
                assertThat(rejected.reason()).isEqualTo(Reason.NO_TEXT);
                assertThat(rejected.publishedOn()).contains(LocalDate.of(2017, 7, 24));
            });
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

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "<p>Written by</p><p>Marta Oduya</p> | Marta Oduya",
                    "<p class='author'><span>Marta Oduya</span><span>Senior Editor</span></p> | Marta Oduya",
                    "<p>By Marta Oduya, PhD</p> | Marta Oduya",
                    "<p><a rel='author'>gull1984</a></p> | gull1984",
                })
        void givesTheNameAlone(String above, String author) {
            assertThat(page("", above, "").article().authors()).containsExactly(author);
        }

        @Test
        void namesEachOfSeveralOnce() {
            assertThat(page("", "<p>By Marta Oduya, Lena Brandt and Marta Oduya</p>", "")
                            .article()
                            .authors())
                    .containsExactly("Marta Oduya", "Lena Brandt");
        }

        @Test
        void isTurnedWhereACitationHasTheSurnameFirst() {
            String cited = "<meta name='citation_author' content='Oduya, Marta'>"
                    + "<meta name='citation_author' content='van Dam, Lena'>";
            assertThat(page(cited, "", "").article().authors()).containsExactly("Marta Oduya", "Lena van Dam");
        }

        @Test
        void namesTheOwnerOfASiteOnlyWhereItNamesNobodyElse() {
            String own =
                    "<meta property='og:site_name' content='Marta Oduya'><meta name='author' content='Marta Oduya'>";
            assertThat(page(own, "", "").article().authors()).containsExactly("Marta Oduya");
            assertThat(page(own, "<p>By Lena Brandt</p>", "").article().authors())
                    .containsExactly("Lena Brandt");
        }

        @Test
        void isThatOfThePaperWhereItsDataCallsItAPersonAndNobodyElseSigns() {
            String data =
                    "<meta property='og:site_name' content='Presse Karsund'><script type='application/ld+json'>" + """
                    [{"@type": "Article", "author": {"@id": "#paper", "name": "Presse Karsund"}},
                     {"@type": "Person", "@id": "#paper", "name": "Presse Karsund"}]</script>""";
            assertThat(page(data, "", "").article().authors()).containsExactly("Presse Karsund");
            assertThat(page(data, "<p>By Lena Brandt</p>", "").article().authors())
                    .containsExactly("Lena Brandt");
        }

        @Test
        void mayStandUponThePictureOfTheHeadline() {
            String caption =
                    "<div class='caption'><h1>Ferry line grows</h1><ul class='author'><li>Marta Oduya</li></ul></div>";
            assertThat(page("", caption, "").article().authors()).containsExactly("Marta Oduya");
        }

        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"The Courier Team", "courier.example", "Staff Writer"})
        void isNoneWhereARoleOrAnAddressStands(String author) {
            assertThat(page("<meta name='author' content='" + author + "'>", "", "")
                            .article()
                            .authors())
                    .isEmpty();
        }

        @Test
        void isNoneWhereAButtonStands() {
            assertThat(page("", "<p class='author-box'><a href='/author/1'>View more posts</a></p>", "")
                            .article()
                            .authors())
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("the headline")
    class Headline {
        private String headline(String head, String body) {
            return parse("<html><head>" + head + "</head><body>" + body + Samples.paragraphs(Samples.HARBOUR_BODY)
                            + "</body></html>")
                    .article()
                    .headline();
        }

        @Test
        void isNotAHeadingThatLeadsToTheFrontPage() {
            assertThat(headline(
                            "<title>The Gull &raquo; Fish market closes</title>",
                            "<h1><a href='https://courier.example/'>The Gull</a></h1><h4>news</h4>"))
                    .isEqualTo("Fish market closes");
        }

        @Test
        void isTheLowerHeadingThatSaysWhatThePageStatesRatherThanAnUnrelatedTopOne() {
            assertThat(headline(
                            "<meta property='og:title' content='Fish market closes for two years'>",
                            "<h1>From the harbour</h1><h2>Fish market closes for two years</h2>"))
                    .isEqualTo("Fish market closes for two years");
        }

        @ParameterizedTest(name = "{0}")
        @ValueSource(
                strings = {
                    "Fish market closes for two years | The Gull",
                    "24. Juli 2017 Fish market closes for two years",
                    "Fish market closes for two years / Jul 2017",
                })
        void losesWhatStandsAroundIt(String heading) {
            assertThat(headline(
                            "<meta property='og:site_name' content='The Gull'>"
                                    + "<meta property='og:title' content='Fish market closes for two years'>",
                            "<h1>" + heading + "</h1>"))
                    .isEqualTo("Fish market closes for two years");
        }
    }

    @Test
    void aPageThatIsStreamedHasItsTextInHiddenElements() {
        String html = "<html><body><div id='app'></div><div hidden id='S:0'><h1>Port Ellery closes its fish market</h1>"
                + Samples.paragraphs(Samples.HARBOUR_BODY) + "</div></body></html>";
        assertThat(parse(html).article().body()).isEqualTo(Samples.HARBOUR_BODY);
    }

    @Test
    void aPageThatBeginsWithItsStyleIsHtml() {
        String html = "<style>p { margin: 0 }</style>\n<h1>Port Ellery closes its fish market for two years</h1>"
                + Samples.paragraphs(Samples.HARBOUR_BODY);
        assertThat(parse(html).article().body()).isEqualTo(Samples.HARBOUR_BODY);
    }
}
