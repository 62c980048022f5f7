package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.demo.HostilePages.Hostile;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("hostile input on a real broker")
class HostileInputIT {

    private static final Map<Hostile, String> ORIGINS = new LinkedHashMap<>();
    private static final Queue<String> FETCHED = new ConcurrentLinkedQueue<>();

    /** Outcomes by origin and stage. */
    private static final Map<String, JsonNode> LEDGER = new HashMap<>();

    private static String harmless = "";

    private static HttpServer trap;
    private static PipelineInJvm pipeline;
    private static OutsideClient client;

    @BeforeAll
    static void sendEverything() throws IOException {
        trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        trap.createContext("/", exchange -> {
            FETCHED.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        trap.start();

        pipeline = PipelineInJvm.start();
        client = pipeline.client();
        HostilePages.all("http://127.0.0.1:" + trap.getAddress().getPort())
                .forEach(hostile -> ORIGINS.put(hostile, client.send(hostile.value(), hostile.facts())));
        // One wait for all: what each test looks at is then in the ledger.
        harmless = client.send(PipelineIT.page("Lighthouse gets a keeper again", "lighthouse"), Map.of());
        Awaitility.await("the ledger")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .until(HostileInputIT::readLedger);
    }

    /** Reads the ledger anew; says whether every input has come to its end in it. */
    private static boolean readLedger() {
        client.records("news.outcomes").stream()
                .map(next -> OutsideClient.json(next.value()))
                .forEach(outcome -> LEDGER.put(
                        outcome.path("origin").asText() + " "
                                + outcome.path("stage").asText(),
                        outcome));
        return LEDGER.containsKey(harmless + " sink")
                && ORIGINS.values().stream().allMatch(origin -> LEDGER.containsKey(origin + " ingest"));
    }

    @AfterAll
    static void stop() {
        pipeline.close();
        trap.stop(0);
    }

    static Stream<Hostile> everything() {
        return ORIGINS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void endsInARejectionOrADeadLetterWithAReason(Hostile hostile) {
        String origin = ORIGINS.getOrDefault(hostile, "");
        JsonNode outcome = outcome(origin, "ingest");
        if (outcome.path("kind").asText().equals("EXPANDED")) {
            for (int i = 0; i < outcome.path("items").asInt(); i++) {
                assertRefused(outcome(origin + "#" + i, "ingest"));
            }
        } else {
            assertRefused(outcome);
        }
    }

    @Test
    void doesNotKeepTheNextPageFromBeingPublished() {
        assertThat(outcome(harmless, "sink").path("kind").asText()).isEqualTo("PUBLISHED");
    }

    @Test
    void makesNobodyFetchAnything() {
        assertThat(FETCHED).isEmpty();
    }

    private static void assertRefused(JsonNode outcome) {
        assertThat(outcome.path("kind").asText()).isIn("REJECTED", "DEAD_LETTERED");
        assertThat(outcome.path("reason").asText()).isNotBlank();
    }

    private static JsonNode outcome(String origin, String stage) {
        return Optional.ofNullable(LEDGER.get(origin + " " + stage))
                .orElseThrow(() -> new AssertionError("no outcome at " + stage + ": " + origin));
    }
}
