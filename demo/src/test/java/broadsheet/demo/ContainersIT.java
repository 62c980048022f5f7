package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** Skipped where there is no container engine. The image takes the jars that this build has packaged. */
@DisplayName("the Compose set-up")
@Testcontainers(disabledWithoutDocker = true)
class ContainersIT {

    private static final int PORT = EmbeddedBroker.freePort();
    private static final int CONSOLE_PORT = EmbeddedBroker.freePort();
    private static final Duration START = Duration.ofMinutes(6);

    @Container
    private static final ComposeContainer COMPOSE = new ComposeContainer(
                    "broadsheet-it", new File("../docker-compose.yml"))
            .withEnv("BROADSHEET_KAFKA_PORT", Integer.toString(PORT))
            .withEnv("BROADSHEET_CONSOLE_PORT", Integer.toString(CONSOLE_PORT))
            .withEnv("BROADSHEET_PARTITIONS", "2")
            // The site of the test is on this machine.
            .withEnv("BROADSHEET_FETCH_ALLOW_PRIVATE", "true")
            .withBuild(true)
            .withPull(false)
            .waitingFor("fetch-1", Wait.forHealthcheck().withStartupTimeout(START))
            .waitingFor("ingest-1", Wait.forHealthcheck().withStartupTimeout(START))
            .waitingFor("enrich-1", Wait.forHealthcheck().withStartupTimeout(START))
            .waitingFor("sink-1", Wait.forHealthcheck().withStartupTimeout(START))
            .waitingFor("console-1", Wait.forHealthcheck().withStartupTimeout(START));

    @Test
    void turnsAPageIntoAnArticle() {
        assertThat(COMPOSE.getContainerByServiceName("sink-1")).isPresent();
        try (var client = new OutsideClient("localhost:" + PORT)) {
            String origin = client.send(
                    PipelineIT.page("Ferry terminal to be rebuilt", "ferry terminal"),
                    Map.of("url", "https://courier.example/ferry"));
            JsonNode article = client.await(
                    "news.published-articles",
                    node -> node.path("canonicalUrl").asText().equals("https://courier.example/ferry"));
            assertThat(article.path("headline").asText()).isEqualTo("Ferry terminal to be rebuilt");
            assertThat(client.awaitOutcome(origin)).isEqualTo("PUBLISHED");
        }
    }

    /** Its file system cannot be written: what it has, it has in its volume. */
    @Test
    void showsAnArticleOnAPage() throws Exception {
        ContainerState console = COMPOSE.getContainerByServiceName("console-1").orElseThrow();
        assertThat(console.getContainerInfo().getHostConfig().getReadonlyRootfs())
                .isTrue();
        try (var client = new OutsideClient("localhost:" + PORT)) {
            client.send(
                    PipelineIT.page("Lighthouse gets a new lamp", "lighthouse"),
                    Map.of("url", "https://courier.example/lighthouse"));
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .untilAsserted(
                            () -> assertThat(page("/search?q=lighthouses")).contains("Lighthouse gets a new lamp"));
        }
    }

    private static String page(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + CONSOLE_PORT + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    /** The site is this test, which the containers reach by the address that this machine has on their network. */
    @Test
    void fetchesAFeedThatIsAdded() throws Exception {
        ContainerState fetch = COMPOSE.getContainerByServiceName("fetch-1").orElseThrow();
        String machine = fetch.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
                .map(ContainerNetwork::getGateway)
                .findFirst()
                .orElseThrow();
        HttpServer site = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
        site.createContext("/feed.xml", exchange -> answer(exchange, "application/rss+xml", feed()));
        site.createContext(
                "/wall.html",
                exchange ->
                        answer(exchange, "text/html", PipelineIT.page("Harbour wall to be raised", "harbour wall")));
        site.start();
        try (var client = new OutsideClient("localhost:" + PORT)) {
            String feed = "http://" + machine + ":" + site.getAddress().getPort() + "/feed.xml";
            var added = fetch.execInContainer("broadsheet", "feeds", "add", feed);
            assertThat(added.getExitCode())
                    .as(added.getStdout() + added.getStderr())
                    .isZero();
            JsonNode article = client.await(
                    "news.published-articles",
                    node -> node.path("headline").asText().equals("Harbour wall to be raised"),
                    Duration.ofMinutes(3));
            assertThat(article.path("canonicalUrl").asText()).endsWith("/wall.html");
        } finally {
            site.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String feed() {
        return "<rss version=\"2.0\"><channel><title>Harbour</title><item><guid>wall</guid><link>/wall.html</link>"
                + "<title>Harbour wall to be raised</title><description>The wall …</description></item></channel></rss>";
    }
}
