package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.Stages;
import broadsheet.model.StageName;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.endpoint.ProcessMeters;
import broadsheet.runtime.endpoint.StatusEndpoint;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import broadsheet.runtime.stage.StageService;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One record of each outcome is explained; {@code docs/explain.md} shows what was printed, and is held to it.
 * {@code -Dexplain.print=true} prints it again.
 */
@DisplayName("an explanation")
class ExplainIT {

    private static final String BRIDGE = "https://courier.example/bridge";
    private static final String COPY = "https://herald.example/traffic";
    private static final String HALL = "https://courier.example/hall";
    private static final String EMPTY = "https://courier.example/empty";
    private static final String FERRY = "https://courier.example/ferry";
    private static final String TRAM = "https://courier.example/tram";

    private static final Map<String, String> PRINTED = new LinkedHashMap<>();
    private static final Map<String, String> ORIGINS = new HashMap<>();

    private static EmbeddedBroker broker;
    private static OutsideClient client;
    private static Demo.Running stages;
    private static StageService second;
    private static Printed takedown;
    private static StatusEndpoint secondEndpoint;

    @BeforeAll
    static void sendOneOfEachKind() throws IOException {
        Path directory = Files.createTempDirectory("broadsheet-it");
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0, Map.of());
        client = new OutsideClient(broker.bootstrapServers());
        Map<String, String> said = new HashMap<>(new Workspace(directory).settings());
        said.put("bootstrap-servers", broker.bootstrapServers());
        haveAccidents(read(said).runtime());
        stages = new Demo(read(said), System.err).start();
        said.put("state-dir", directory.resolve("state-2").toString());
        Stages other = read(said);
        var meters = ProcessMeters.registry(other.runtime());
        secondEndpoint = StatusEndpoint.bind(other.runtime());
        second = other.start(StageName.SINK, meters, secondEndpoint);
        secondEndpoint.open(second.part(), meters);
        Awaitility.await("two sinks")
                .atMost(Duration.ofMinutes(1))
                .until(() -> stages.isReady() && second.health().isReady());
        run("redrive", "--where", "url=" + TRAM);
        sendPages();
        takedown = run("takedown", HALL, "--by", "legal desk", "--why", "court order", "--set", "partitions=3");
        awaitWithheld();
        for (String url : List.of(BRIDGE, COPY, HALL, EMPTY, FERRY, TRAM)) {
            PRINTED.put(url, run("explain", url).said());
            if (Boolean.getBoolean("explain.print")) {
                System.out.println("## " + url + "\n" + PRINTED.get(url));
            }
        }
    }

    private static Stages read(Map<String, String> said) {
        return Stages.read(Settings.of(said, Map.of(), Optional.empty()));
    }

    private static void haveAccidents(RuntimeSettings settings) {
        try (Cluster cluster = Cluster.connect(settings)) {
            cluster.ensureTopics();
        }
        var buggy = new RedriveIT.Buggy(StageName.INGEST, settings.topics().rawPages());
        try (StageService bug = StageService.start(settings, buggy, new SimpleMeterRegistry())) {
            for (String url : List.of(FERRY, TRAM)) {
                String name = url.substring(url.lastIndexOf('/') + 1);
                String origin = send(url, PipelineIT.page("The " + name + " will be rebuilt", name), "08");
                assertThat(client.awaitOutcome(origin)).isEqualTo("DEAD_LETTERED NumberFormatException");
            }
            assertThat(bug.health().isLive()).isTrue();
        }
    }

    private static void sendPages() {
        String first = head(PipelineIT.page("Swing bridge opens", "swing bridge"));
        String next = first.replace("Swing bridge opens", "Swing bridge opens to traffic");
        sendAndAwait("first", BRIDGE, first, "08", "PUBLISHED");
        sendAndAwait("again", BRIDGE, first, "09", "UNCHANGED");
        sendAndAwait("next", BRIDGE, next, "10", "REVISED");
        String copy = PipelineIT.page("Traffic flows again", "swing bridge")
                .replace("</article>", "<p>Readers sent us pictures of the first lorry.</p></article>");
        sendAndAwait("copy", COPY, copy, "11", "COPY");
        sendAndAwait("hall", HALL, PipelineIT.page("Market hall gets a roof", "market hall"), "08", "PUBLISHED");
        sendAndAwait("empty", EMPTY, "", "08", "REJECTED EMPTY");
        // One after the other through three stages would be nine times their commits.
        List<String> more = IntStream.range(0, 9)
                .mapToObj(i -> send(more(i), PipelineIT.page("Story of street " + i, "street " + i), "08"))
                .toList();
        more.forEach(origin -> assertThat(client.awaitOutcome(origin)).isEqualTo("PUBLISHED"));
    }

    private static String more(int number) {
        return "https://tribune.example/street-" + number;
    }

    private static String head(String page) {
        return page.replace(
                "</head>",
                "<meta property=og:site_name content='The Courier'><script type=application/ld+json>"
                        + "{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"name\":\"Mara Lindqvist\"},"
                        + "\"datePublished\":\"2026-03-02T07:30:00Z\",\"articleSection\":\"Politics\"}</script></head>");
    }

    private static String send(String url, String page, String hour) {
        return client.send(
                page,
                Map.of(
                        "url",
                        url,
                        "content-type",
                        "text/html; charset=utf-8",
                        "fetched-at",
                        "2026-03-02T" + hour + ":00:00Z"));
    }

    private static void sendAndAwait(String name, String url, String page, String hour, String outcome) {
        String origin = send(url, page, hour);
        ORIGINS.put(name, origin);
        assertThat(client.awaitOutcome(origin)).isEqualTo(outcome);
    }

    /** The takedown reaches ingest by a way of its own: until it has, pages come through and the sink withholds them. */
    private static void awaitWithheld() {
        Awaitility.await("the takedown")
                .atMost(Duration.ofMinutes(1))
                .until(() -> client.records("news.published-articles").stream().anyMatch(next -> next.value() == null));
        sendAndAwait("withheld", HALL, PipelineIT.page("Market hall gets a roof", "market hall"), "12", "WITHHELD");
    }

    @AfterAll
    static void stop() {
        client.close();
        stages.close();
        broker.close();
    }

    private static Printed run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--bootstrap-servers=" + broker.bootstrapServers());
        return Printed.of(all.toArray(new String[0]));
    }

    @Test
    void aTakedownNamesWhatItHasWithdrawnOnceThatIsDone() {
        assertThat(takedown.said()).matches("[0-9a-f]{32}\\R");
        assertThat(takedown.code()).isZero();
    }

    private static String printed(String url) {
        return PRINTED.getOrDefault(url, "");
    }

    @Nested
    @DisplayName("on the command line")
    class OnTheCommandLine {

        @Test
        void ofAPublishedArticleNamesWhereEachFieldCameFrom() {
            assertThat(printed(BRIDGE))
                    .contains("input " + ORIGINS.get("first"), "HTML, ", "said to be text/html; charset=utf-8")
                    .containsPattern("authors +json-ld +\\[\"Mara Lindqvist\"]")
                    .containsPattern("headline +html +Swing bridge opens")
                    .containsPattern("section +publisher +politics")
                    .containsPattern(" +ingest +PARSED  article [0-9a-f]{32}")
                    .containsPattern(" +sink +PUBLISHED");
        }

        @Test
        void ofARevisionNamesWhatChanged() {
            assertThat(printed(BRIDGE))
                    .contains("input " + ORIGINS.get("next"))
                    .containsPattern(" +sink +REVISED")
                    .containsPattern(" +version +2, revised: headline")
                    .contains("this version came with " + ORIGINS.get("next"));
        }

        @Test
        void ofTheSameContentAgainSaysSo() {
            assertThat(run("explain", ORIGINS.getOrDefault("again", "")).said())
                    .contains("input " + ORIGINS.get("again"))
                    .doesNotContain("input " + ORIGINS.get("first"))
                    .containsPattern(" +sink +UNCHANGED");
        }

        @Test
        void ofACopyNamesTheOriginalAndWhatBothHave() {
            assertThat(printed(COPY))
                    .containsPattern(" +sink +COPY")
                    .containsPattern(" +copy of +[0-9a-f]{32}  " + BRIDGE)
                    .containsPattern("similarity [01]\\.\\d{3} by bottom-k-4gram/3")
                    .containsPattern("\\d+ of its \\d+ words are in passages that both have")
                    .contains("\u201cThe council of Port Selby spoke about the swing bridge");
        }

        @Test
        void ofARejectedPageNamesTheReason() {
            assertThat(printed(EMPTY)).containsPattern(" +ingest +REJECTED EMPTY  no bytes but white space");
        }

        @Test
        void ofAnArticleUnderATakedownNamesWhoAskedForIt() {
            assertThat(printed(HALL))
                    .contains("input " + ORIGINS.get("withheld"))
                    .contains("WITHHELD")
                    .containsPattern(" +now +withdrawn")
                    .containsPattern(" +takedown +" + HALL + "  by legal desk, .*: court order");
        }

        @Test
        void ofADeadLetterNamesTheExceptionAndWhereTheLetterIs() {
            assertThat(printed(FERRY))
                    .containsPattern(" +ingest +DEAD_LETTERED NumberFormatException")
                    .contains("For input string: \"a bug\"", "the letter is news.dead-letters ");
        }

        @Test
        void ofARedrivenPageFollowsItToWhatItBecame() {
            assertThat(printed(TRAM))
                    .containsPattern("(?s)DEAD_LETTERED .*REDRIVEN  sent back as \\d+@\\d+.*attempt 1.*PUBLISHED")
                    .containsPattern(" +now +published  news.published-articles ");
        }

        @Test
        void isTheSameInJson() {
            JsonNode json =
                    OutsideClient.json(run("explain", COPY, "--json").said().getBytes(StandardCharsets.UTF_8));
            assertThat(json.at("/inputs/0/lines/2/kind").asText()).isEqualTo("COPY");
            assertThat(json.at("/articles/0/place").asText()).isEqualTo("COPIES");
            assertThat(json.at("/articles/0/copy/url").asText()).isEqualTo(BRIDGE);
            assertThat(json.at("/articles/0/copy/passages/longest/0/words").asInt())
                    .isGreaterThan(100);
        }

        @Test
        void ofWhatNobodyKnowsIsExitCodeOne() {
            assertThat(run("explain", "https://courier.example/never-seen").code())
                    .isEqualTo(1);
        }

        @Test
        void isPrintedInTheDocumentsAsItIs() throws IOException {
            String document = Files.readString(Path.of("..", "docs/explain.md"));
            Matcher blocks =
                    Pattern.compile("```\n(asked .*?)```", Pattern.DOTALL).matcher(document);
            Set<String> shown = new HashSet<>();
            while (blocks.find()) {
                shown.add(steady(blocks.group(1)));
            }
            assertThat(shown)
                    .containsExactlyInAnyOrderElementsOf(PRINTED.values().stream()
                            .map(OnTheCommandLine::steady)
                            .toList());
        }

        /** Without what is another in each run: times of now, places on topics, and measures of the models. */
        private static String steady(String printed) {
            return printed.replaceAll("(?m)^ +section +model .*\\n", "")
                    .replaceAll("20\\d\\d-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME")
                    .replaceAll("\\d+@\\d+", "PLACE")
                    .replaceAll("[01]\\.\\d+", "SHARE")
                    .replaceAll("content [0-9a-f]{16}", "content HASH")
                    .replaceAll("\\d+ (bytes|words|of its|location|organization|person)", "N $1");
        }
    }

    @Nested
    @DisplayName("from the state of the sink")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class FromTheState {

        private final HttpClient http = HttpClient.newHttpClient();

        private HttpResponse<String> ask(int port, String query) {
            try {
                URI uri = URI.create("http://127.0.0.1:" + port + "/explain?" + query);
                return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String url(String url) {
            return "url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
        }

        private List<String> everyArticle() {
            List<String> urls = new ArrayList<>(List.of(BRIDGE, COPY, HALL, TRAM));
            for (int i = 0; i < 9; i++) {
                urls.add(more(i));
            }
            return urls;
        }

        @Test
        @Order(1)
        void isTheSameWhicheverInstanceIsAsked() {
            Set<String> answeredBy = new HashSet<>();
            for (String url : everyArticle()) {
                HttpResponse<String> one = ask(stages.statusPort(), url(url));
                HttpResponse<String> other = ask(secondEndpoint.port(), url(url));
                assertThat(one.statusCode()).as(url).isEqualTo(200);
                assertThat(other.body()).as(url).isEqualTo(one.body());
                assertThat(other.headers().firstValue("broadsheet-instance"))
                        .isEqualTo(one.headers().firstValue("broadsheet-instance"));
                one.headers().firstValue("broadsheet-instance").ifPresent(answeredBy::add);
            }
            assertThat(answeredBy)
                    .containsExactlyInAnyOrder(
                            "127.0.0.1:" + stages.statusPort(), "127.0.0.1:" + secondEndpoint.port());
        }

        @Test
        @Order(2)
        void tellsVersionsCopiesAndTakedowns() {
            JsonNode bridge = json(ask(secondEndpoint.port(), url(BRIDGE)));
            assertThat(bridge.at("/inputs")).hasSize(2);
            assertThat(bridge.at("/articles/0/place").asText()).isEqualTo("PUBLISHED");
            assertThat(bridge.at("/articles/0/version/changedFields/0").asText())
                    .isEqualTo("headline");
            JsonNode copy = json(ask(secondEndpoint.port(), url(COPY)));
            assertThat(copy.at("/articles/0/place").asText()).isEqualTo("COPIES");
            assertThat(copy.at("/articles/0/copy/id").asText())
                    .isEqualTo(bridge.at("/articles/0/id").asText());
            JsonNode hall = json(ask(secondEndpoint.port(), url(HALL)));
            assertThat(hall.at("/articles/0/place").asText()).isEqualTo("WITHDRAWN");
            assertThat(hall.at("/articles/0/takedown/takedown/by").asText()).isEqualTo("legal desk");
        }

        private static JsonNode json(HttpResponse<String> response) {
            return OutsideClient.json(response.body().getBytes(StandardCharsets.UTF_8));
        }

        @ParameterizedTest
        @ValueSource(strings = {"url=https%3A%2F%2Fcourier.example%2Fempty", "id=00000000000000000000000000000000"})
        @Order(3)
        void ofWhatTheSinkDoesNotKeepIsNotFoundInASentence(String query) {
            HttpResponse<String> answer = ask(secondEndpoint.port(), query);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("broadsheet explain looks through the topics");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "id=7", "url=mailto%3Aa%40b.example", "id=2%4017"})
        @Order(4)
        void isRefusedForWhatIsNeitherUrlNorId(String query) {
            assertThat(ask(stages.statusPort(), query).statusCode()).isEqualTo(400);
        }

        @Test
        @Order(5)
        void outlivesTheInstanceThatHadIt() {
            Map<String, String> before = new HashMap<>();
            everyArticle()
                    .forEach(url ->
                            before.put(url, ask(stages.statusPort(), url(url)).body()));
            second.close();
            secondEndpoint.close();
            for (String url : everyArticle()) {
                HttpResponse<String> answer = Awaitility.await(url)
                        .atMost(Duration.ofMinutes(1))
                        .pollInterval(Duration.ofMillis(100))
                        .until(() -> ask(stages.statusPort(), url(url)), ExplainIT::isFinal);
                assertThat(answer.body()).isEqualTo(before.get(url));
            }
        }
    }

    /** Whether it is an answer; if it is none yet, it has to be one that says so. */
    private static boolean isFinal(HttpResponse<String> answer) {
        if (answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            return false;
        }
        return true;
    }
}
