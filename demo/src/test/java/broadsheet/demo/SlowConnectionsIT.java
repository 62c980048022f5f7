package broadsheet.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.model.StageName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two hundred who never finish what they ask, and come again when they are sent away, at the endpoint of real stages. */
@DisplayName("a pipeline whose endpoint is held by two hundred slow connections")
class SlowConnectionsIT {

    private static final int ATTACKERS = 200;
    private static final int PAGES = 60;
    /** Longer than the endpoint lets a connection live, so that each attacker is sent away at least once. */
    private static final Duration SIEGE = Duration.ofSeconds(20);

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final List<String> BEGINNINGS = List.of(
            "",
            "GET /live HTTP/1.1\r\nHost: a\r\nX-Slow: ",
            "POST /live HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\nx",
            "GET /explain?url=https://courier.example/0 HTTP/1.1\r\nHost: a\r\n\r\nGET /metrics HTTP/1.1\r\nHost: a\r\n\r\n");

    private final HttpClient client = HttpClient.newHttpClient();
    private volatile boolean over;

    @Test
    void saysAtOnceThatItLivesAndGoesOnWithPages() throws Exception {
        Path directory = Files.createTempDirectory("broadsheet-slow");
        ExecutorService crowd = Executors.newFixedThreadPool(ATTACKERS);
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0, Map.of());
                var pipeline = new PipelineOfProcesses(
                        "news",
                        directory.resolve("stages"),
                        broker.bootstrapServers(),
                        Map.of("partitions", "1", "replication", "1"));
                var producer = new OutsideClient(broker.bootstrapServers())) {
            pipeline.start();
            producer.send(page(0), Map.of("url", "https://courier.example/0"));
            pipeline.awaitWork();
            int port = pipeline.stage(StageName.INGEST).port();
            List<CompletableFuture<Integer>> attackers = IntStream.range(0, ATTACKERS)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> attack(port), crowd))
                    .toList();
            HttpRequest live = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/live"))
                    .timeout(AT_ONCE)
                    .build();
            Duration slowest = Duration.ZERO;
            int asked = 0;
            Instant begun = Instant.now();
            for (Instant now = begun; now.isBefore(begun.plus(SIEGE)); now = Instant.now()) {
                assertThat(client.send(live, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(200);
                Duration took = Duration.between(now, Instant.now());
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
                asked++;
                if (asked < PAGES) {
                    producer.send(page(asked), Map.of("url", "https://courier.example/" + asked));
                }
                Thread.sleep(50);
            }
            over = true;
            int connections =
                    attackers.stream().mapToInt(CompletableFuture::join).sum();
            System.out.printf(
                    "%d slow connections of %d attackers; /live asked %d times, the slowest answer after %d ms%n",
                    connections, ATTACKERS, asked, slowest.toMillis());
            assertThat(connections).as("each was sent away and came again").isGreaterThanOrEqualTo(2 * ATTACKERS);
            var result = pipeline.awaitRest();
            assertThat(result.breakdowns()).isZero();
            result.assertBooksAddUp();
            assertThat(result.balance().line()).startsWith("inputs=" + PAGES + " ");
        } finally {
            crowd.shutdownNow();
        }
    }

    /** Begins requests, and sends a byte of each now and then; returns how many connections it had. */
    private int attack(int port) {
        int connections = 0;
        while (!over) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                String beginning = BEGINNINGS.get(connections++ % BEGINNINGS.size());
                socket.getOutputStream().write(beginning.getBytes(US_ASCII));
                while (!over) {
                    Thread.sleep(200);
                    socket.getOutputStream().write('x');
                }
            } catch (IOException sentAway) {
                // It comes again.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return connections;
            }
        }
        return connections;
    }

    private static String page(int number) {
        String word = Integer.toString(number, 36) + "sund";
        return PipelineIT.page("Ferry " + word + " runs on Sundays again", word);
    }
}
