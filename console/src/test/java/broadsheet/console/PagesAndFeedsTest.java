package broadsheet.console;

import static broadsheet.console.ConsoleSample.asCopyOf;
import static broadsheet.console.ConsoleSample.bookmark;
import static broadsheet.console.ConsoleSample.id;
import static broadsheet.console.ConsoleSample.person;
import static broadsheet.console.ConsoleSample.place;
import static broadsheet.console.ConsoleSample.section;
import static broadsheet.console.ConsoleSample.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.console.index.SearchIndex;
import broadsheet.ingest.feed.Feed;
import broadsheet.ingest.feed.FeedEntry;
import broadsheet.ingest.feed.JsonFeedReader;
import broadsheet.ingest.feed.XmlFeedReader;
import broadsheet.model.Json;
import broadsheet.runtime.endpoint.StatusEndpoint;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** Asked over HTTP, and read as a browser and a feed reader would. */
@DisplayName("the console's")
class PagesAndFeedsTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)> \u202Eevil\u202C \"><script>alert(2)</script>";
    private static final String SHOWN = "<img src=x onerror=alert(1)> evil \"><script>alert(2)</script>";
    private static final String BODY =
            "Helen Ackroyd opened the bridge in Whitby.\n\nIt had been closed for eleven weeks,"
                    + " and the ferry had carried everybody who had to cross the river in the meantime, by day and by night."
                    + "\n\n<b>Tolls</b> & fares stay as they were, said the council, which had thought of raising them by a third"
                    + " before the repairs began and has now decided to wait for another year.";

    @TempDir
    private Path directory = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private SearchIndex index;
    private StatusEndpoint endpoint;

    @BeforeEach
    void open() {
        index = SearchIndex.open(directory, InstantSource.system());
        index.take(
                List.of(
                        upsert(section(
                                person(
                                        place(
                                                ConsoleSample.record(1, "Bridge of Whitby opens", BODY),
                                                "Whitby",
                                                "Whitby Town"),
                                        "Helen Ackroyd"),
                                "transport")),
                        upsert(2, "Copied bridge", BODY, article -> asCopyOf(article, 1)),
                        upsert(3, "The Gazette has the bridge too", BODY, article -> asCopyOf(article, 1)),
                        upsert(4, HOSTILE, BODY, article -> {
                            article.put("description", HOSTILE);
                            article.put("canonicalUrl", "javascript:alert(3)");
                            article.putObject("source")
                                    .put("domain", "evil.example")
                                    .put("name", HOSTILE);
                            article.putArray("authors").add(HOSTILE);
                            section(person(article, "Helen <i>Ackroyd"), HOSTILE);
                        })),
                bookmark(1, 4),
                refusal -> {});
        serve(new ConsoleSettings(Optional.empty(), true, Optional.of("https://desk.example")));
    }

    private void serve(ConsoleSettings settings) {
        endpoint = StatusEndpoint.bind(
                RuntimeSettings.read(Settings.of(Map.of("http-port", "0"), Map.of(), Optional.empty())));
        new ReadingRoom(
                        index.search(),
                        new Doorkeeper(settings),
                        "https://desk.example",
                        InstantSource.system(),
                        new SimpleMeterRegistry())
                .open(endpoint);
        endpoint.open(Map.of(), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    @AfterEach
    void close() {
        endpoint.close();
        index.close();
    }

    private HttpResponse<String> get(String path, String... headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Document page(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body(), "https://desk.example" + path);
    }

    @Nested
    @DisplayName("pages")
    class Pages {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/",
                    "/?language=en",
                    "/search",
                    "/search?q=bridge",
                    "/sources",
                    "/article?id=HOSTILE",
                    "/article?id=ORIGINAL",
                    "/search?q=%3Cscript%3Ealert(4)%3C/script%3E+entity:%22%3E",
                    "/search?q=section:%22HOSTILE%22"
                })
        void haveNothingOfOthersInThemButText(String path) {
            Document page = page(path.replace("id=HOSTILE", "id=" + id(4))
                    .replace("ORIGINAL", id(1))
                    .replace("HOSTILE", encoded(HOSTILE)));
            assertThat(page.select("script").eachAttr("src")).containsExactly("/keys.js");
            assertThat(page.select("script").html()).isEmpty();
            assertThat(page.select("img, style, iframe, object, embed, base")).isEmpty();
            assertThat(page.getAllElements())
                    .allSatisfy(element -> assertThat(element.attributes())
                            .noneMatch(attribute -> attribute.getKey().startsWith("on")
                                    || attribute.getKey().equals("style")
                                    || attribute.getValue().startsWith("javascript:")));
            assertThat(page.outerHtml()).doesNotContain("\u202E");
            assertThat(page.select("main, header, footer, nav[aria-label], .skip[href=#main]"))
                    .hasSizeGreaterThanOrEqualTo(5);
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        }

        @Test
        void showAHostileHeadlineAsItReads() {
            assertThat(page("/search?q=onerror").select(".headline").eachText()).containsExactly(SHOWN);
            assertThat(page("/article?id=" + id(4)).select("h1").text()).isEqualTo(SHOWN);
        }

        @Test
        void mayLoadFromHereAlone() {
            HttpResponse<String> answer = get("/");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("default-src 'self';");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            for (String path : List.of("/style.css", "/keys.js", "/icon.svg", "/land.svg")) {
                assertThat(get(path).statusCode()).isEqualTo(200);
            }
        }

        @Test
        void leadToOthersOnTheConsoleThatAreThere() {
            for (String path : List.of("/", "/search?q=bridge", "/sources", "/article?id=" + id(1))) {
                for (Element link : page(path).select("a[href^=/]")) {
                    assertThat(get(link.attr("href")).statusCode())
                            .as(link.attr("href"))
                            .isEqualTo(200);
                }
            }
        }

        @Test
        void tellOfAnArticleAllThatIsKnown() {
            Document page = page("/article?id=" + id(1));
            assertThat(page.select(".body p").eachText())
                    .hasSize(3)
                    .first()
                    .asString()
                    .startsWith("Helen Ackroyd");
            assertThat(page.select(".body a.named").eachText()).containsExactly("Helen Ackroyd", "Whitby");
            assertThat(page.select(".body p:last-child").text()).startsWith("<b>Tolls</b> & fares");
            assertThat(page.text()).contains("54.488° N", "geonames 2634135", "headline json-ld", "This is version 1.");
            assertThat(page.select("caption:contains(Also carried by) ~ tbody a")
                            .eachText())
                    .containsExactly("Copied bridge", "The Gazette has the bridge too");
            assertThat(page.select("a[rel~=nofollow]").attr("href")).isEqualTo("https://courier.example/1");
        }

        @Test
        void leadFromACopyToItsOriginal() {
            assertThat(page("/article?id=" + id(3)).select(".note a").attr("href"))
                    .isEqualTo("/article?id=" + id(1));
        }

        @Test
        void sayByHowManyOutletsAnArticleIsCarried() {
            assertThat(page("/").select(".carried").eachText()).isNotEmpty().containsOnly("carried by 2 outlets");
        }

        @Test
        void sayWhatIsNotThere() {
            assertThat(get("/article?id=" + id(99)).statusCode()).isEqualTo(404);
            assertThat(get("/article?id=../../etc/passwd").statusCode()).isEqualTo(404);
            assertThat(get("/nothing").statusCode()).isEqualTo(404);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"page=0", "page=-1", "page=99999", "page=x", "sort=x", "page=51&sort=relevance", "q=%22"})
        void takeWhateverIsAsked(String asked) {
            assertThat(get("/search?" + asked).statusCode()).isEqualTo(200);
        }
    }

    @Nested
    @DisplayName("feeds")
    class Feeds {

        private Feed readBack(String ending) throws Exception {
            HttpResponse<String> answer = get("/search." + ending + "?q=bridge");
            Optional<String> url = Optional.of("https://desk.example/search." + ending);
            return ending.equals("json")
                    ? JsonFeedReader.read(Json.mapper().readTree(answer.body()), url, 0)
                    : XmlFeedReader.read(answer.body(), url);
        }

        /** The reader of feeds is that of ingest and fetch. */
        @ParameterizedTest
        @ValueSource(strings = {"atom", "rss", "json"})
        void areReadByASecondBroadsheetAsTheSameArticles(String ending) throws Exception {
            Feed feed = readBack(ending);
            assertThat(feed.title()).contains("Broadsheet: bridge");
            assertThat(feed.entries()).hasSize(2);
            FeedEntry hostile = feed.entries().get(0);
            assertThat(hostile.guid()).contains("urn:broadsheet:" + id(4));
            assertThat(hostile.link()).isEmpty();
            FeedEntry bridge = feed.entries().get(1);
            assertThat(bridge.title()).contains("Bridge of Whitby opens");
            assertThat(bridge.link()).contains("https://courier.example/1");
            assertThat(bridge.authors()).containsExactly("Mara Lindqvist");
            assertThat(bridge.isDeclaredFull()).isTrue();
            assertThat(String.join(
                            "\n\n",
                            Jsoup.parseBodyFragment(bridge.html()).select("p").eachText()))
                    .isEqualTo(BODY);
            assertThat(bridge.categories()).containsExactly("transport", "bridges");
        }

        @Test
        void areWellFormedAtomWithWhatRfc4287Demands() throws Exception {
            var feed = xml(get("/search.atom?q=bridge").body());
            assertThat(feed.getNodeName()).isEqualTo("feed");
            assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
            for (String once : List.of("id", "title", "updated")) {
                assertThat(children(feed, once)).as(once).isEqualTo(1);
            }
            var entries = feed.getElementsByTagName("entry");
            assertThat(entries.getLength()).isEqualTo(2);
            for (int i = 0; i < entries.getLength(); i++) {
                for (String once : List.of("id", "title", "updated", "content")) {
                    assertThat(children((org.w3c.dom.Element) entries.item(i), once))
                            .as(once)
                            .isEqualTo(1);
                }
            }
            assertThat(feed.getElementsByTagName("script").getLength()).isZero();
        }

        @Test
        void areWellFormedRss() throws Exception {
            var rss = xml(get("/search.rss?q=bridge").body());
            assertThat(rss.getAttribute("version")).isEqualTo("2.0");
            assertThat(rss.getElementsByTagName("item").getLength()).isEqualTo(2);
            assertThat(rss.getElementsByTagName("guid").item(0).getTextContent())
                    .isEqualTo("urn:broadsheet:" + id(4));
        }

        @Test
        void areJsonFeed() throws Exception {
            JsonNode feed = Json.mapper().readTree(get("/search.json?q=bridge").body());
            assertThat(feed.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
            assertThat(feed.path("feed_url").asText()).isEqualTo("https://desk.example/search.json?q=bridge");
            assertThat(feed.path("items"))
                    .hasSize(2)
                    .allMatch(item -> item.path("id").isTextual() && item.has("content_html"));
        }

        @Test
        void areRecordsAsTheyStandOnTheTopic() throws Exception {
            List<String> lines = get("/search.ndjson?q=bridge").body().lines().toList();
            assertThat(lines).hasSize(2);
            assertThat(Json.mapper().readTree(lines.get(1)))
                    .isEqualTo(Json.mapper()
                            .readTree(get("/article.json?id=" + id(1)).body()));
        }

        @Test
        void areRowsInWhichNoHeadlineIsAFormula() {
            index.take(
                    List.of(upsert(5, "=HYPERLINK(\"x\"), bridge", BODY, article -> {})),
                    bookmark(1, 5),
                    refusal -> {});
            List<String> lines = get("/search.csv?q=hyperlink").body().lines().toList();
            assertThat(lines).hasSize(2);
            assertThat(lines.get(1)).contains(",\"'=HYPERLINK(\"\"x\"\"), bridge\",");
        }

        @Test
        void areNotSentAgainToWhoHasThem() {
            String tag =
                    get("/search.atom?q=bridge").headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again = get("/search.atom?q=bridge", "If-None-Match", tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }

        private static org.w3c.dom.Element xml(String text) throws Exception {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
        }

        private static int children(org.w3c.dom.Element parent, String name) {
            int count = 0;
            for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
                count += child.getNodeName().equals(name) ? 1 : 0;
            }
            return count;
        }
    }

    @Nested
    @DisplayName("description")
    class Description {

        /** Kept true by asking for all that it names, and naming all that the console answers but what pages bring along. */
        @Test
        void namesWhatIsAnswered() throws Exception {
            JsonNode paths = Json.mapper().readTree(get("/openapi.json").body()).path("paths");
            Set<String> named = new TreeSet<>();
            paths.fieldNames().forEachRemaining(named::add);
            assertThat(named)
                    .containsExactlyInAnyOrder(
                            "/",
                            "/search",
                            "/article",
                            "/article.json",
                            "/sources",
                            "/search.atom",
                            "/search.rss",
                            "/search.json",
                            "/search.ndjson",
                            "/search.csv");
            for (String path : named) {
                HttpResponse<String> answer = get(path.startsWith("/article") ? path + "?id=" + id(1) : path);
                String type =
                        answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(paths.path(path).at("/get/responses/200/content").has(type))
                        .as(path + " " + type)
                        .isTrue();
            }
        }
    }

    @Nested
    @DisplayName("door")
    class Door {

        private static final String LOGIN = "desk:correct horse";

        private int status(String... headers) {
            return get("/search", headers).statusCode();
        }

        private static String basic(String login) {
            return "Basic " + java.util.Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void asksForTheLoginWhereThereIsOne() {
            endpoint.close();
            serve(new ConsoleSettings(Optional.of(LOGIN), false, Optional.empty()));
            HttpResponse<String> refused = get("/search");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Basic realm=");
            assertThat(status("Authorization", basic("desk:wrong"))).isEqualTo(401);
            assertThat(status("Authorization", "Basic ???")).isEqualTo(401);
            assertThat(status("Authorization", "Bearer wrong")).isEqualTo(401);
            assertThat(status("Authorization", basic(LOGIN))).isEqualTo(200);
            assertThat(status("Authorization", "Bearer correct horse")).isEqualTo(200);
            assertThat(get("/live").statusCode()).isEqualTo(200);
        }

        @Test
        void asksFirstOfAllPaths() {
            endpoint.close();
            serve(new ConsoleSettings(Optional.of(LOGIN), false, Optional.empty()));
            for (String path : List.of(
                    "/",
                    "/search",
                    "/article?id=" + id(1),
                    "/article.json?id=" + id(1),
                    "/sources",
                    "/search.atom",
                    "/search.rss",
                    "/search.json",
                    "/search.ndjson",
                    "/search.csv",
                    "/style.css")) {
                assertThat(get(path).statusCode()).as(path).isEqualTo(401);
            }
        }
    }
}
