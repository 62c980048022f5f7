package broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.ParseOutcome.Parsed;
import broadsheet.ingest.ParseOutcome.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands inside an article, hidden in it or below it, and is another text. */
@DisplayName("the body of a page")
class BoxesTest {
    private static final String HEADLINE = "Port Ellery closes its fish market for two years";
    private static final String OTHER_HEADLINE = "Lanternfield votes to keep its last tram";
    private static final List<String> PARAGRAPHS =
            Samples.HARBOUR_BODY.lines().filter(line -> !line.isBlank()).toList();
    private static final List<String> OTHER = List.of(
            "Lanternfield will keep its last tram line, the town decided on Friday, after a vote that nobody had"
                    + " thought could be won.",
            "The line runs from the brewery to the lake, carries nine hundred people a day, and loses a crown on each"
                    + " of them.",
            "\"We have paid for worse things,\" said Ivo Brandt, who drives the early car, \"and none of them rang a"
                    + " bell.\"",
            "A new car will be bought in spring, second hand, from a city that has no more use for it, and painted"
                    + " green.");

    private final PageParser parser = new PageParser(IngestSettings.defaults());

    private ParseOutcome outcome(String url, String main) {
        String html = "<!DOCTYPE html><html lang='en'><head><title>" + HEADLINE + "</title></head><body><main>" + main
                + "</main><footer><p>Copyright The Ellery Courier. All rights reserved.</p></footer></body></html>";
        return parser.parse(RawPage.of(html.getBytes(StandardCharsets.UTF_8), Optional.of(url), Samples.FETCHED))
                .outcomes()
                .get(0);
    }

    private String body(String main) {
        return ((Parsed) outcome("https://courier.example/news/fish-market-closes-8812", main))
                .article()
                .body();
    }

    private static String each(String open, List<String> texts, String close) {
        return texts.stream().map(text -> open + text + close).collect(Collectors.joining());
    }

    private static String headline(String tag) {
        return "<" + tag + " class='title'>" + HEADLINE + "</" + tag + ">";
    }

    @Nested
    @DisplayName("with a box of other stories in the middle")
    class WithABox {
        private String with(String box) {
            String open = "<section class='part'><p>";
            String close = "</p></section>";
            return "<article>" + headline("h1") + each(open, PARAGRAPHS, close) + box + each(open, OTHER, close)
                    + "</article>";
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Related stories",
                    "Trending",
                    "Czytaj więcej",
                    "Lees ook",
                    "Mehr zum Thema",
                    "Read more",
                    "関連記事"
                })
        void goesOnBehindTheBox(String heading) {
            String box = "<section class='part'><div class='list'><h2>" + heading
                    + "</h2><ul><li><a href='/a'>Ferry prices rise again in spring</a></li>"
                    + "<li><a href='/b'>The harbour wall in pictures</a></li></ul></div></section>";
            assertThat(body(with(box))).isEqualTo(Samples.HARBOUR_BODY + "\n\n" + String.join("\n\n", OTHER));
        }

        @Test
        void endsWhereWhatFollowsIsMadeInAnotherWay() {
            String teasers = "<h2>Related stories</h2>"
                    + each("<div class='t'><a href='/x'>Tram kept</a><p>", OTHER, "</p></div>");
            assertThat(body("<article>" + headline("h1") + Samples.paragraphs(Samples.HARBOUR_BODY) + teasers
                            + "</article>"))
                    .isEqualTo(Samples.HARBOUR_BODY);
        }
    }

    @Nested
    @DisplayName("with words that no reader sees")
    class WithHiddenWords {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<p style='display:none'>Fish market Ellery, best fish market of the coast, fish market opening"
                            + " hours, fresh fish.</p>",
                    "<p style='color:red; visibility : hidden'>Fish market Ellery, best fish market of the coast,"
                            + " fresh fish.</p>",
                    "<p hidden>Fish market Ellery, best fish market of the coast, fish market opening hours, fresh"
                            + " fish.</p>",
                    "<div class='modal' aria-hidden='true'><p>We care for your data, and for theirs.</p><p>Say yes, or"
                            + " say yes later, as you please.</p></div>",
                    "<div class='consent' style='display: none'><p>We would like to use your data, and those of your"
                            + " friends.</p><p>You may say no, in a letter, to each of our partners.</p></div>",
                    "<div class='visually-hidden'>Article content</div>",
                    "<p class='screen-reader-text'>Skip past the advertisement, or wait for it to end.</p>"
                })
        void hasNoneOfThem(String hidden) {
            String inside = Samples.paragraphs(Samples.HARBOUR_BODY).replaceFirst("</p>", "</p>" + hidden);
            assertThat(body("<article>" + headline("h1") + inside + "</article>"))
                    .isEqualTo(Samples.HARBOUR_BODY);
        }

        @Test
        void hasNoLabelForScreenReadersInsideASentence() {
            String inside = Samples.paragraphs(Samples.HARBOUR_BODY)
                    .replace(
                            "forty traders",
                            "<a href='/t'>forty traders<span class='sr-only'> opens in a new window</span></a>");
            assertThat(body("<article>" + headline("h1") + inside + "</article>"))
                    .isEqualTo(Samples.HARBOUR_BODY);
        }

        @Test
        void hasNoCardThatOpensOverAName() {
            String card = "<a href='/p/7'>Marta Oduya</a><span class='card'><span class='in'>Marta Oduya</span><a"
                    + " href='/n/1'>Harbour wall to be painted</a> <a href='/n/2'>Ferry late again</a> <a"
                    + " href='/p/7'>MORE</a></span>";
            String inside = Samples.paragraphs(Samples.HARBOUR_BODY).replace("Marta Oduya", card);
            assertThat(body("<article>" + headline("h1") + inside + "</article>"))
                    .isEqualTo(Samples.HARBOUR_BODY);
        }

        @ParameterizedTest
        @ValueSource(strings = {"style='display:none'", "hidden", "class='rest' style='height:0;display : none'"})
        void hasTheRestThatIsFoldedBehindAButton(String how) {
            String main = "<article>" + headline("h1") + each("<p>", PARAGRAPHS.subList(0, 2), "</p>") + "<div " + how
                    + ">" + each("<p>", PARAGRAPHS.subList(2, 4), "</p>") + "</div><button>Show all</button></article>";
            assertThat(body(main)).isEqualTo(Samples.HARBOUR_BODY);
        }

        @Test
        void isWholeWhereTheWholePageIsHiddenUntilAScriptShowsIt() {
            String main = "<div id='page' style='visibility:hidden'>" + headline("h1")
                    + Samples.paragraphs(Samples.HARBOUR_BODY) + "</div>";
            assertThat(body(main)).isEqualTo(Samples.HARBOUR_BODY);
        }
    }

    @Nested
    @DisplayName("with words that a system of publishing repeats")
    class WithRefrains {
        @Test
        void hasNoPlaceholderThatIsSaidThreeTimes() {
            String placeholder =
                    "<div class='embed'><p><b>Recommended by our editors</b></p><p>Here a post of another site"
                            + " would stand. It is loaded when you agree that your address is sent there.</p></div>";
            assertThat(body("<article>" + headline("h1") + each("<p>", PARAGRAPHS, "</p>" + placeholder)
                            + "</article>"))
                    .isEqualTo(Samples.HARBOUR_BODY);
        }

        @Test
        void keepsTheLinesOfAPlanThatRepeat() {
            String line = "Bread and two herrings, with butter for those who work at sea, and a cup of tea.";
            String plan = each(
                    "<p>",
                    List.of(
                            "Monday: oats, as the old cooks of the fleet made them.",
                            line,
                            "Tuesday: soup of the day before, and no complaint.",
                            line,
                            "Wednesday: a pie of what is left over, if it is.",
                            line),
                    "</p>");
            assertThat(body("<article>" + headline("h1") + plan + Samples.paragraphs(Samples.HARBOUR_BODY)
                            + "</article>"))
                    .contains("made them.\n\n" + line + "\n\nTuesday");
        }

        @Test
        void isNotSaidOnceMoreAsOneBlock() {
            String whole = "<div class='to-read-aloud'>" + String.join(" ", PARAGRAPHS) + "</div>";
            assertThat(body("<article>" + headline("h1") + Samples.paragraphs(Samples.HARBOUR_BODY) + whole
                            + "</article>"))
                    .isEqualTo(Samples.HARBOUR_BODY);
        }

        @Test
        void hasNoFillerForText() {
            String filler = "<p>Lorem ipsum dolor sit amet, consetetur sadipscing elitr, sed diam nonumy eirmod tempor"
                    + " invidunt ut labore et dolore magna aliquyam erat, sed diam voluptua.</p>";
            assertThat(body("<article>" + headline("h1") + Samples.paragraphs(Samples.HARBOUR_BODY) + filler.repeat(2)
                            + "</article>"))
                    .isEqualTo(Samples.HARBOUR_BODY);
        }

        @Test
        void keepsASentenceInLatin() {
            String latin =
                    "<p>Habemus papam, et in terra pax hominibus: non est enim ad quod redeamus, sed qui sint.</p>";
            assertThat(body("<article>" + headline("h1") + Samples.paragraphs(Samples.HARBOUR_BODY) + latin
                            + "</article>"))
                    .contains("Habemus papam");
        }

        @Test
        void hasNoLinkInCapitalsBetweenParagraphs() {
            String link =
                    "<p><a href='/o'><strong>TIRED HERRING SELLER LEADS REVOLT AGAINST RAILWAY YARD</strong></a></p>";
            assertThat(body("<article>" + headline("h1")
                            + Samples.paragraphs(Samples.HARBOUR_BODY).replaceFirst("</p>", "</p>" + link)
                            + "</article>"))
                    .isEqualTo(Samples.HARBOUR_BODY);
        }
    }

    @Nested
    @DisplayName("above another article")
    class AboveAnother {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<article class='next'><h1>HEADLINE</h1>TEXT</article>",
                    "<div class='scroll'><article><h2 class='title'>HEADLINE</h2>TEXT</article></div>",
                    "<article><h1 class='title'>HEADLINE</h1><div>TEXT</div></article>"
                })
        void isTheFirstAlone(String another) {
            String own = "<article>" + headline("h1") + Samples.paragraphs(Samples.HARBOUR_BODY) + "</article>";
            String other = another.replace("HEADLINE", OTHER_HEADLINE).replace("TEXT", each("<p>", OTHER, "</p>"));
            assertThat(body(own + other)).isEqualTo(Samples.HARBOUR_BODY);
        }

        @Test
        void isAllPostsOfALiveBlogWhichStandBelowItsHeadline() {
            String posts = "<div class='post'><h2>The vote</h2><p>" + PARAGRAPHS.get(0)
                    + "</p></div><div class='post'><h2>The traders</h2><p>" + PARAGRAPHS.get(2) + "</p></div>";
            assertThat(body("<article>" + headline("h1") + posts + "</article>"))
                    .isEqualTo("The vote\n\n" + PARAGRAPHS.get(0) + "\n\nThe traders\n\n" + PARAGRAPHS.get(2));
        }
    }

    @Nested
    @DisplayName("around a gallery")
    class AroundAGallery {
        @Test
        void hasNoneOfItsCaptions() {
            var gallery = new StringBuilder("<ul>");
            for (int i = 0; i < 8; i++) {
                gallery.append("<li><h3>")
                        .append(i + 1)
                        .append("/8 Trams</h3><p>")
                        .append(OTHER.get(i % 4))
                        .append(i)
                        .append("</p></li>");
            }
            gallery.append("</ul>");
            assertThat(body("<div>" + headline("h1")
                            + Samples.paragraphs(Samples.HARBOUR_BODY).replaceFirst("</p>", "</p>" + gallery)
                            + "</div>"))
                    .isEqualTo(Samples.HARBOUR_BODY);
        }
    }

    @Nested
    @DisplayName("of whole stories under a site's own URL")
    class OfAFrontPage {
        private final String posts = "<div class='post'><h1><a href='/1'>" + HEADLINE + "</a></h1>"
                + each("<p>", PARAGRAPHS, "</p>") + "</div><div class='post'><h1><a href='/2'>" + OTHER_HEADLINE
                + "</a></h1>" + each("<p>", OTHER, "</p>") + "</div>";

        @Test
        void isNoArticle() {
            assertThat(outcome("https://courier.example/", posts))
                    .isInstanceOfSatisfying(
                            Rejected.class, no -> assertThat(no.reason()).isEqualTo(Reason.HOME_PAGE));
        }

        @Test
        void isOneUnderAStorysUrl() {
            assertThat(outcome("https://courier.example/news/fish-market-closes-8812", posts))
                    .isInstanceOf(Parsed.class);
        }
    }
}
