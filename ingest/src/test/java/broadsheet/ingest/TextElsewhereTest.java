package broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ingest.ParseOutcome.Parsed;
import broadsheet.ingest.ParseOutcome.Rejected;
import broadsheet.model.Article;
import broadsheet.model.Json;
import broadsheet.model.Provenance;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles that stand where no reader sees them until a script has run. */
@DisplayName("a page that shows no text")
class TextElsewhereTest {
    private static final String HEADLINE = "Port Ellery closes its fish market for two years";
    private static final List<String> PARAGRAPHS =
            Samples.HARBOUR_BODY.lines().filter(line -> !line.isBlank()).toList();

    private static ParseOutcome outcome(String head, String body) {
        String html = "<!DOCTYPE html><html lang='en'><head><title>" + HEADLINE + " | The Ellery Courier</title>"
                + "<meta property='og:title' content='" + HEADLINE + "'>" + head + "</head><body>" + body
                + "</body></html>";
        return new PageParser(IngestSettings.defaults())
                .parse(Samples.page(html))
                .outcomes()
                .get(0);
    }

    private static Article article(String head, String body) {
        ParseOutcome outcome = outcome(head, body);
        assertThat(outcome).isInstanceOf(Parsed.class);
        return ((Parsed) outcome).article();
    }

    private static String quoted(String text) {
        return Json.line(Json.mapper().getNodeFactory().textNode(text));
    }

    /** Each paragraph in a form, and commas between. */
    private static String each(String form) {
        return PARAGRAPHS.stream()
                .map(text -> form.replace("TEXT", quoted(text)))
                .collect(Collectors.joining(","));
    }

    private static String shell(String script) {
        return "<div id='app'><div class='spinner'>Loading…</div></div>" + script;
    }

    @Nested
    @DisplayName("but gives it to its scripts")
    class InAState {
        static List<String> states() {
            String named = "\"title\":\"" + HEADLINE + "\"";
            String html = quoted("<p>" + String.join("</p><p>", PARAGRAPHS) + "</p>");
            return List.of(
                    // the framework's own script of data
                    "<script id='__NEXT_DATA__' type='application/json'>{\"props\":{\"pageProps\":{\"post\":{" + named
                            + ",\"id\":\"a-1\",\"content\":" + html + "}}},\"page\":\"/[slug]\"}</script>",
                    // a cache of queries, assigned
                    "<script>window.__APOLLO_STATE__ = {\"ROOT\":{},\"Article:77\":{" + named
                            + ",\"__typename\":\"Article\",\"body\":["
                            + each("{\"__typename\":\"Paragraph\",\"text\":TEXT}")
                            + "]}};(function(){var s;s=1})();</script>",
                    // another one, after a part of a program
                    "<script>var a={b:function(c){return c}};window.__REACT_QUERY_STATE__={queries:[{state:{data:{"
                            + named + ",paragraphs:[" + each("TEXT") + "]}}}]};</script>",
                    // a content system's own object
                    "<script>Fusion.globalContent={\"headlines\":{\"basic\":\"" + HEADLINE
                            + "\"},\"content_elements\":[" + each("{\"_id\":\"Q3\",\"type\":\"text\",\"content\":TEXT}")
                            + "]};Fusion.spa=false;</script>",
                    // rich text in pieces
                    "<script type='application/json'>{\"entry\":{" + named
                            + ",\"body\":{\"nodeType\":\"document\",\"content\":["
                            + each(
                                    "{\"nodeType\":\"paragraph\",\"content\":[{\"nodeType\":\"text\",\"value\":TEXT,\"marks\":[]}]}")
                            + "]}}}</script>",
                    // JSON that is packed into a text
                    "<script>window.__STATE__=JSON.parse("
                            + quoted("{" + named + ",\"story\":{\"blocks\":[" + each("{\"html\":TEXT}") + "]}}")
                            + ")</script>",
                    // a list of values that name each other by their places
                    "<script type='application/json'"
                            + " id='__NUXT_DATA__'>[{\"data\":1},{\"article\":2},{\"title\":3,\"body\":4},\""
                            + HEADLINE + "\",[" + places() + "]," + each("TEXT") + "]</script>");
        }

        private static String places() {
            return java.util.stream.IntStream.range(5, 5 + PARAGRAPHS.size())
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(","));
        }

        @ParameterizedTest
        @MethodSource("states")
        void isTheTextThatStandsBesideItsHeadline(String state) {
            Article article = article("", shell(state));
            assertThat(article.body()).isEqualTo(Samples.HARBOUR_BODY);
            assertThat(article.provenance()).containsEntry("body", Provenance.SCRIPT);
        }

        @Test
        void isNotTheTextOfAnotherStory() {
            String other =
                    "<script type='application/json'>{\"next\":{\"title\":\"Bakers of the old town strike\",\"body\":["
                            + each("{\"text\":TEXT}") + "]}}</script>";
            assertThat(outcome("", shell(other)))
                    .isInstanceOfSatisfying(
                            Rejected.class, no -> assertThat(no.reason()).isEqualTo(Reason.NEEDS_SCRIPT));
        }

        @Test
        void isMissedWithoutFailingWhereTheStateIsBroken() {
            String broken =
                    "<script>window.__STATE__={\"title\":\"" + HEADLINE + "\",\"body\":[" + each("TEXT") + "</script>";
            assertThat(outcome("", shell(broken)))
                    .isInstanceOfSatisfying(
                            Rejected.class, no -> assertThat(no.reason()).isEqualTo(Reason.NEEDS_SCRIPT));
        }

        @ParameterizedTest
        @ValueSource(strings = {"={", "=[", "=({a:", "=JSON.parse('{", "={\"a\":[{"})
        void costsLittleHoweverManyValuesBegin(String start) {
            String script = "<script>" + start.repeat(900_000 / start.length()) + "</script>";
            long before = System.nanoTime();
            outcome("", shell(script.repeat(5)));
            assertThat(System.nanoTime() - before).as("nanoseconds").isLessThan(20_000_000_000L);
        }
    }

    @Nested
    @DisplayName("but has it in its structured data")
    class InStructuredData {
        private final String data = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\""
                + HEADLINE + "\",\"articleBody\":" + quoted(String.join("\n", PARAGRAPHS)) + "}</script>";

        @Test
        void isThatText() {
            Article article = article(data, shell(""));
            assertThat(article.body()).isEqualTo(Samples.HARBOUR_BODY);
            assertThat(article.provenance()).containsEntry("body", Provenance.JSON_LD);
        }

        @Test
        void isThatTextToWhereItShowsTheBeginning() {
            String shown = "<main><h1>" + HEADLINE + "</h1><p>" + PARAGRAPHS.get(0)
                    + "</p><p>To read the rest of this story, please become a member today.</p></main>";
            assertThat(article(data, shown).body()).isEqualTo(Samples.HARBOUR_BODY);
        }

        @Test
        void staysWhatItShowsWhereTheDataSayNoMore() {
            Article article = article(
                    data, "<main><h1>" + HEADLINE + "</h1>" + Samples.paragraphs(Samples.HARBOUR_BODY) + "</main>");
            assertThat(article.provenance()).containsEntry("body", Provenance.HTML);
        }
    }

    @Nested
    @DisplayName("but has it in elements of another kind")
    class InElements {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<news-story><template shadowrootmode='open'>TEXT</template></news-story>",
                    "<noscript>TEXT</noscript>",
                    "<div id='S:0' hidden>TEXT</div>"
                })
        void isThatText(String element) {
            String text = "<h1>" + HEADLINE + "</h1>" + Samples.paragraphs(Samples.HARBOUR_BODY);
            assertThat(article("", element.replace("TEXT", text)).body()).isEqualTo(Samples.HARBOUR_BODY);
        }
    }

    @Nested
    @DisplayName("but a beginning, and says that it is not free")
    class BehindAWall {
        private static final String SOLD =
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" + HEADLINE
                        + "\",\"isAccessibleForFree\":false}</script>";

        @Test
        void isRejectedAsPaywalledAndItsLinkIsNamed() {
            ParseOutcome outcome =
                    outcome(SOLD, "<main><h1>" + HEADLINE + "</h1><p>" + PARAGRAPHS.get(0) + "</p></main>");
            assertThat(outcome).isInstanceOfSatisfying(Rejected.class, no -> {
                assertThat(no.reason()).isEqualTo(Reason.PAYWALLED);
                assertThat(no.detail()).contains("https://courier.example/news/fish-market");
            });
        }

        @Test
        void isAnArticleWhereItShowsAllTheSame() {
            assertThat(article(
                                    SOLD,
                                    "<main><h1>" + HEADLINE + "</h1>" + Samples.paragraphs(Samples.HARBOUR_BODY)
                                            + "</main>")
                            .body())
                    .isEqualTo(Samples.HARBOUR_BODY);
        }
    }
}
