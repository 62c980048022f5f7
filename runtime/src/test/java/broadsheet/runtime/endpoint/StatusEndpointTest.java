package broadsheet.runtime.endpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("the endpoint of a process")
class StatusEndpointTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final CountDownLatch held = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Socket> sockets = new ArrayList<>();
    private StatusEndpoint endpoint;

    @BeforeEach
    void open() {
        RuntimeSettings settings =
                RuntimeSettings.read(Settings.of(Map.of("http-port", "0"), Map.of(), Optional.empty()));
        endpoint = StatusEndpoint.bind(settings);
        endpoint.answer("/hold", question -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Answer.of(List.of());
        });
        endpoint.answer("/fall", question -> {
            throw new IllegalStateException("fell");
        });
        endpoint.answer("/overflow", question -> Answer.of(deeper(1)));
        endpoint.answer("/say", question -> Answer.of(question.values()));
        endpoint.take(
                "/take",
                1_000,
                delivery -> delivery.header("authorization").isEmpty()
                        ? Optional.of(Answer.problem(401, "who are you?"))
                        : Optional.empty(),
                delivery -> Answer.of(Map.of("bytes", delivery.body().length)).with(202));
        endpoint.open(Map.of(), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    private static int deeper(int level) {
        return level < 0 ? 0 : deeper(level + 1) + 1;
    }

    @AfterEach
    void close() throws IOException {
        held.countDown();
        endpoint.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private HttpRequest get(String path) {
        return get(path, AT_ONCE.multipliedBy(20));
    }

    private HttpRequest get(String path, Duration patience) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path))
                .timeout(patience)
                .build();
    }

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return client.send(get(path), BodyHandlers.ofString());
    }

    @Test
    void saysWhatItIsAsked() throws Exception {
        assertThat(ask("/live").statusCode()).isEqualTo(200);
        assertThat(ask("/ready").body()).isEqualTo("{}");
        assertThat(ask("/metrics").headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4");
        assertThat(ask("/say?a=1+2&b=%26").body()).contains("\"a\":\"1 2\"", "\"b\":\"&\"");
    }

    @Test
    void saysWhyItDoesNot() throws Exception {
        assertThat(ask("/nothing").statusCode()).isEqualTo(404);
        assertThat(ask("/live/more").statusCode()).isEqualTo(404);
        assertThat(ask("/say?a=%FF").statusCode()).isEqualTo(200);
        assertThat(ask("/fall").statusCode()).isEqualTo(500);
        assertThat(ask("/overflow").statusCode()).isEqualTo(500);
        HttpRequest post = HttpRequest.newBuilder(get("/live").uri())
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void refusesAQueryThatIsNotEncoded() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port())) {
            socket.getOutputStream().write("GET /say?a=%2 HTTP/1.0\r\n\r\n".getBytes(US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void sendsAwayWhoAsksTooMuchAndStillSaysThatItLives() throws Exception {
        HttpRequest holding = HttpRequest.newBuilder(get("/hold").uri()).build();
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            asked.add(client.sendAsync(holding, BodyHandlers.ofString()));
        }
        Awaitility.await("those for whom there is no room")
                .until(() -> asked.stream().filter(CompletableFuture::isDone).count() == 10);
        assertThat(asked.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
                .allSatisfy(response -> {
                    assertThat(response.statusCode()).isEqualTo(503);
                    assertThat(response.headers().firstValue("Retry-After")).isPresent();
                });
        assertThat(ask("/live").statusCode()).isEqualTo(200);
        assertThat(ask("/metrics").statusCode()).isEqualTo(200);
        held.countDown();
        assertThat(asked.stream().map(CompletableFuture::join).filter(answer -> answer.statusCode() == 200))
                .hasSize(20);
    }

    @Nested
    @DisplayName("under two hundred slow connections")
    class UnderSlowConnections {

        private void open(String start) throws IOException {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port());
            socket.getOutputStream().write(start.getBytes(US_ASCII));
            sockets.add(socket);
        }

        @Test
        void answersAtOnceAndEndsThem() throws Exception {
            HttpRequest live = get("/live", AT_ONCE);
            // The first one has a client to wake up.
            assertThat(ask("/live").statusCode()).isEqualTo(200);
            for (int i = 0; i < 50; i++) {
                open("");
                open("GET /live HTTP/1.1\r\nHost: a\r\nX-Slow: ");
                open("POST /live HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\nx");
                open("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\nGET /metrics HTTP/1.1\r\nHost: a\r\n\r\n");
            }
            for (int i = 0; i < 40; i++) {
                assertThat(client.send(live, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(200);
                for (Socket socket : sockets) {
                    drip(socket);
                }
            }
            Awaitility.await("the end of all of them")
                    .atMost(Connections.LONGEST.multipliedBy(2))
                    .until(() -> sockets.stream().allMatch(this::isEnded));
            assertThat(ask("/live").statusCode()).isEqualTo(200);
        }

        private void drip(Socket socket) {
            try {
                socket.getOutputStream().write('x');
            } catch (IOException ended) {
                // As it should be.
            }
        }

        /** Reads what there is, and sees whether more can come. */
        private boolean isEnded(Socket socket) {
            try {
                socket.setSoTimeout(1);
                while (socket.getInputStream().read() >= 0) {
                    // Read on.
                }
                return true;
            } catch (SocketTimeoutException open) {
                return false;
            } catch (IOException reset) {
                return true;
            }
        }
    }

    @Nested
    @DisplayName("where something is taken")
    class Taking {

        private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path))
                    .timeout(AT_ONCE.multipliedBy(20))
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        }

        @Test
        void takesWhatIsPosted() throws Exception {
            var answer = post("/take", "x".repeat(1_000), "Authorization", "me");
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("{\"bytes\":1000}");
        }

        @Test
        void takesNothingFromStrangersAndNothingThatIsTooLarge() throws Exception {
            assertThat(post("/take", "x").statusCode()).isEqualTo(401);
            assertThat(post("/take", "x".repeat(1_001), "Authorization", "me").statusCode())
                    .isEqualTo(413);
        }

        @Test
        void answersNoQuestionsThereAndTakesNothingElsewhere() throws Exception {
            assertThat(client.send(get("/take"), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(405);
            assertThat(post("/say", "x").statusCode()).isEqualTo(405);
            assertThat(post("/nowhere", "x").statusCode()).isEqualTo(404);
        }
    }
}
