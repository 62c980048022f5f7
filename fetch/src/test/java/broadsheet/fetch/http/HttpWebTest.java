package broadsheet.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.fetch.http.Web.Response;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the web")
class HttpWebTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private final List<Map<String, List<String>>> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            seen.add(Map.copyOf(exchange.getRequestHeaders()));
            exchange.getResponseHeaders().add("ETag", "W/\"odd one\"");
            byte[] body = "hello".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/");
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[8192]);
                }
            } catch (IOException gone) {
                exchange.close();
            }
        });
        server.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void close() {
        never.countDown();
        server.stop(0);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static HttpWeb open(Duration timeout) {
        return HttpWeb.open(AddressRules.any(), "Broadsheet/0.1 (+https://desk.example)", timeout, 10);
    }

    @Test
    void behaviour13SaysWhoAsks() {
        try (var web = open(TIMEOUT)) {
            var answer = (Response.Answered) web.get(at("/"), Map.of(), 100).join();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("etag")).contains("W/\"odd one\"");
            assertThat(seen.get(0).get("User-agent")).containsExactly("Broadsheet/0.1 (+https://desk.example)");
            assertThat(seen.get(0)).doesNotContainKeys("Cookie", "Referer", "Authorization");
        }
    }

    @Test
    void behaviour8FollowsNoRedirectionByItself() {
        try (var web = open(TIMEOUT)) {
            var answer =
                    (Response.Answered) web.get(at("/moved"), Map.of(), 100).join();
            assertThat(answer.status()).isEqualTo(301);
            assertThat(answer.header("location")).contains("/");
        }
    }

    @Test
    void behaviour12EndsABodyWithoutEndAtItsSize() {
        try (var web = open(TIMEOUT)) {
            var failed =
                    (Response.Failed) web.get(at("/endless"), Map.of(), 100_000).join();
            assertThat(failed.kind()).isEqualTo(Response.Kind.TOO_LARGE);
        }
    }

    @Test
    void behaviour12EndsASlowBodyAtItsTime() {
        try (var web = open(Duration.ofMillis(500))) {
            var failed =
                    (Response.Failed) web.get(at("/slow"), Map.of(), 100_000).join();
            assertThat(failed.kind()).isEqualTo(Response.Kind.UNREACHABLE);
        }
    }

    @Test
    void behaviour11SendsNothingToARefusedAddressHoweverItIsWritten() throws Exception {
        try (var trap = new Trap();
                var web = HttpWeb.open(AddressRules.publicOnly(), "Broadsheet/0.1", TIMEOUT, 10)) {
            for (String host : HostileHosts.ALL) {
                // Of a port that is asked, so that it is the host that is refused; and of the trap's own.
                for (int port : new int[] {8080, trap.port()}) {
                    var response = web.get(URI.create("http://" + host + ":" + port + "/"), Map.of(), 100)
                            .join();
                    assertThat(response).as(host).isInstanceOf(Response.Failed.class);
                    assertThat(((Response.Failed) response).kind()).as(host).isEqualTo(Response.Kind.REFUSED);
                }
            }
            assertThat(HostileHosts.ALL).hasSizeGreaterThanOrEqualTo(40);
            assertThat(trap.connections()).isZero();
        }
    }

    @Test
    void behaviour11ConnectsNowhereIfTheNameResolvesOtherwiseAtThatMoment() throws Exception {
        try (var trap = new Trap();
                var web = HttpWeb.open(
                        AddressRules.publicOnly(), "Broadsheet/0.1", TIMEOUT, 10, new FixedNames("127.0.0.1"))) {
            var response = web.get(URI.create("http://rebinding.example:8080/"), Map.of(), 100)
                    .join();
            assertThat(((Response.Failed) response).kind()).isEqualTo(Response.Kind.REFUSED);
            assertThat(trap.connections()).isZero();
        }
    }

    /** Counts who connects, on all addresses of this machine. */
    private static final class Trap implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0);
        private final AtomicInteger connections = new AtomicInteger();

        Trap() throws IOException {
            Thread thread = new Thread(() -> {
                try {
                    while (true) {
                        socket.accept().close();
                        connections.incrementAndGet();
                    }
                } catch (IOException closed) {
                    // The test is over.
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        int connections() {
            return connections.get();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
