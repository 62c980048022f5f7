package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import broadsheet.cli.Stages;
import broadsheet.console.Console;
import broadsheet.console.ConsoleSettings;
import broadsheet.runtime.endpoint.ProcessMeters;
import broadsheet.runtime.endpoint.StatusEndpoint;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One life of an article after the other, as a browser sees it, on a pipeline with a console beside it. */
@DisplayName("the console of a pipeline")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleIT {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static final String COURIER = "https://courier.example/ferry";
    private static final String GAZETTE = "https://gazette.example/wire/ferry";

    private static PipelineInJvm pipeline;
    private static OutsideClient client;
    private static Settings settings;
    private static StatusEndpoint endpoint;
    private static Console console;

    @BeforeAll
    static void start() throws IOException {
        pipeline = PipelineInJvm.start();
        client = pipeline.client();
        Map<String, String> said = new HashMap<>(new Workspace(Files.createTempDirectory("broadsheet-it")).settings());
        said.put("bootstrap-servers", pipeline.broker().bootstrapServers());
        settings = Settings.of(said, Map.of(), Optional.empty());
        endpoint = StatusEndpoint.bind(runtime());
        console = show(endpoint);
    }

    private static RuntimeSettings runtime() {
        return Stages.read(settings).runtime();
    }

    private static Console show(StatusEndpoint where) {
        var meters = ProcessMeters.registry(runtime());
        Console shown = Console.open(runtime(), ConsoleSettings.read(settings), where, meters);
        where.open(Map.of("console", shown::health), meters);
        return shown;
    }

    private static void close() {
        endpoint.close();
        console.close();
    }

    @AfterAll
    static void stop() {
        close();
        pipeline.close();
    }

    private static String get(String path) {
        try {
            URI uri = URI.create("http://127.0.0.1:" + endpoint.port() + path);
            return BROWSER.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String awaitPage(String path, Predicate<String> isThere) {
        await().atMost(Duration.ofSeconds(60)).until(() -> isThere.test(get(path)));
        return get(path);
    }

    private static void send(String headline, String url, String fetched) {
        client.send(
                PipelineIT.page(headline, "ferry terminal"), Map.of("url", url, "fetched-at", fetched, "source", url));
    }

    private static String linkIn(String page) {
        int start = page.indexOf("/article?id=");
        return page.substring(start, page.indexOf('"', start));
    }

    @Test
    @Order(1)
    void showsAnArticleOnceItIsPublished() {
        send("Ferry terminal to be rebuilt", COURIER, "2026-03-02T09:00:00Z");
        String found = awaitPage("/search?q=ferries", page -> page.contains("Ferry terminal to be rebuilt"));
        assertThat(get(linkIn(found))).contains("<h1", "Port Selby</a> spoke about the ferry", "This is version 1.");
        assertThat(get("/")).contains("Ferry terminal to be rebuilt");
        assertThat(get("/search.atom?q=ferries")).contains("<link rel=\"alternate\" href=\"" + COURIER);
        await().until(() -> get("/ready").contains("\"console\":\"RUNNING\""));
    }

    @Test
    @Order(2)
    void showsItsRevision() {
        send("Ferry terminal is rebuilt after all", COURIER, "2026-03-02T11:00:00Z");
        String found = awaitPage("/search?q=%22after+all%22", page -> page.contains("Ferry terminal is rebuilt"));
        assertThat(get(linkIn(found))).contains("This is version 2. Changed since the one before: headline.");
        assertThat(get("/search?q=%22to+be+rebuilt%22")).contains("0 articles");
    }

    @Test
    @Order(3)
    void linksACopyToItsOriginal() {
        send("Harbour gets a new terminal", GAZETTE, "2026-03-02T12:00:00Z");
        String original =
                awaitPage(linkIn(get("/search?q=ferries")), page -> page.contains("Harbour gets a new terminal"));
        assertThat(original).contains("Also carried by");
        assertThat(get("/search?q=ferries")).contains("1 article", "carried by 2 outlets");
        String copy = original.substring(original.indexOf("Also carried by"));
        assertThat(get(linkIn(copy))).contains("This is a copy of", "Ferry terminal is rebuilt after all");
        assertThat(get("/sources")).contains("courier.example", "gazette.example");
    }

    /** What was its copy is an article of its own then. */
    @Test
    @Order(4)
    void losesWhatIsTakenDown() {
        Printed taken = Printed.of(
                "takedown",
                COURIER,
                "--by=desk",
                "--why=wish",
                "--set=partitions=3",
                "--bootstrap-servers=" + pipeline.broker().bootstrapServers());
        assertThat(taken.code()).isZero();
        awaitPage("/search?q=ferries", page -> page.contains("Harbour gets a new terminal"));
        assertThat(get("/search?q=%22after+all%22")).contains("0 articles");
    }

    /** What it has is on the disk; what came meanwhile it reads when it is back. */
    @Test
    @Order(5)
    void goesOnWhereItWas() {
        close();
        client.send(
                PipelineIT.page("Tram line gets new rails", "tram line"),
                Map.of("url", "https://courier.example/tram", "fetched-at", "2026-03-03T09:00:00Z"));
        endpoint = StatusEndpoint.bind(runtime());
        console = show(endpoint);
        assertThat(get("/search?q=terminal")).contains("Harbour gets a new terminal");
        awaitPage("/search?q=trams", page -> page.contains("Tram line gets new rails"));
        assertThat(get("/search?q=%22after+all%22")).contains("0 articles");
    }
}
