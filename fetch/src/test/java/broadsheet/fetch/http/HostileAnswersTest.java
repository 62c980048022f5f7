package broadsheet.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.fetch.http.Web.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("an answer that means harm")
class HostileAnswersTest {

    private static final int LIMIT = 100_000;
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpWeb web = HttpWeb.open(AddressRules.any(), "Broadsheet/0.1", Duration.ofSeconds(20), 10);
    private ServerSocket server;
    private Script script = out -> {};

    /** What is sent to whoever asks, byte for byte. */
    private interface Script {
        void send(OutputStream out) throws IOException;
    }

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var pool = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "hostile");
            thread.setDaemon(true);
            return thread;
        });
        pool.execute(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    pool.execute(() -> answer(socket));
                }
            } catch (IOException closed) {
                pool.shutdown();
            }
        });
    }

    private void answer(Socket socket) {
        try (socket) {
            byte[] request = new byte[8192];
            int length = socket.getInputStream().read(request);
            asked.add(new String(request, 0, Math.max(0, length), StandardCharsets.ISO_8859_1));
            script.send(socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException gone) {
            // Who asked has had enough.
        }
    }

    @AfterEach
    void close() throws IOException {
        web.close();
        server.close();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Script endless(String start, String again) {
        String many = again.repeat(1 + 8192 / again.length());
        return out -> {
            write(out, start);
            while (true) {
                write(out, many);
            }
        };
    }

    private Response ask(Web by, Script answer) {
        script = answer;
        return by.get(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"), Map.of(), LIMIT)
                .join();
    }

    private Response.Kind failure(Script answer) {
        return ((Response.Failed) ask(web, answer)).kind();
    }

    @Test
    void behaviour12EndsHeadersWithoutEnd() {
        assertThat(failure(endless(OK, "X-More: and more\r\n"))).isEqualTo(Response.Kind.TOO_LARGE);
    }

    @Test
    void behaviour12EndsAHeaderWithoutEnd() {
        assertThat(failure(endless(OK + "X-Long: ", "x"))).isEqualTo(Response.Kind.TOO_LARGE);
        assertThat(failure(endless("", "x"))).as("no header at all").isNotEqualTo(Response.Kind.REFUSED);
    }

    @Test
    void behaviour12EndsTrailersAndChunksWithoutEnd() {
        String chunked = OK + "Transfer-Encoding: chunked\r\n\r\n";
        assertThat(failure(endless(chunked + "0\r\n", "X-More: and more\r\n"))).isEqualTo(Response.Kind.TOO_LARGE);
        assertThat(failure(endless(chunked + "1;", "extension"))).isEqualTo(Response.Kind.TOO_LARGE);
        assertThat(failure(endless(chunked, "1\r\nx\r\n"))).isEqualTo(Response.Kind.TOO_LARGE);
    }

    @Test
    void behaviour12EndsAnswersThatAreNeverTheLastAndBodiesThatTrickleAtTheirTime() {
        try (var hasty = HttpWeb.open(AddressRules.any(), "Broadsheet/0.1", Duration.ofSeconds(1), 10)) {
            for (Script slow : List.<Script>of(
                    endless("", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"), HostileAnswersTest::trickle)) {
                var failed = (Response.Failed) ask(hasty, slow);
                assertThat(failed.kind()).isEqualTo(Response.Kind.UNREACHABLE);
            }
        }
    }

    /** Never idle for long, and never done. */
    private static void trickle(OutputStream out) throws IOException {
        write(out, OK + "Content-Length: 50000\r\n\r\n");
        try {
            while (true) {
                write(out, "x");
                out.flush();
                Thread.sleep(50);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void behaviour12TakesNoBodyThatIsShorterThanItsLength() {
        assertThat(failure(out -> write(out, OK + "Content-Length: 1000\r\n\r\nhello")))
                .isEqualTo(Response.Kind.UNREACHABLE);
        assertThat(failure(out -> write(out, OK + "Content-Length: 9223372036854775807\r\n\r\nhello")))
                .isEqualTo(Response.Kind.UNREACHABLE);
        assertThat(failure(out -> write(out, OK + "Content-Length: -5\r\n\r\nhello")))
                .isEqualTo(Response.Kind.UNREACHABLE);
    }

    @Test
    void behaviour12ReadsNoMoreThanTheLengthSays() {
        var answer = (Response.Answered) ask(
                web, out -> write(out, OK + "Content-Length: 5\r\n\r\nhello" + OK + "Content-Length: 4\r\n\r\nevil"));
        assertThat(answer.body()).asString().isEqualTo("hello");
        // The connection of the answer before is closed by the server, and may be met closed once more.
        Response.Answered next = Stream.generate(
                        () -> ask(web, out -> write(out, OK + "Content-Length: 4\r\n\r\ngood")))
                .limit(3)
                .filter(Response.Answered.class::isInstance)
                .map(Response.Answered.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(next.body()).as("nothing of the answer before").asString().isEqualTo("good");
    }

    @Test
    void behaviour1SendsNoSecondHeaderThatAValidatorBrings() {
        script = out -> write(out, OK + "Content-Length: 0\r\n\r\n");
        web.get(
                        URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"),
                        Map.of("If-None-Match", "\"x\"\r\nX-Evil: 1\r\n\r\nGET /evil HTTP/1.1"),
                        LIMIT)
                .join();
        assertThat(asked).noneMatch(request -> request.contains("\nX-Evil") || request.contains("\nGET /evil"));
    }

    @Test
    void behaviour11GoesPastTheProxiesOfTheProcess() throws IOException {
        try (ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            List<String> names = List.of("http.proxy", "https.proxy", "socksProxy");
            names.forEach(name -> System.setProperty(name + "Host", "127.0.0.1"));
            names.forEach(name -> System.setProperty(name + "Port", Integer.toString(proxy.getLocalPort())));
            System.setProperty("http.nonProxyHosts", "");
            try (var fresh = HttpWeb.open(AddressRules.any(), "Broadsheet/0.1", Duration.ofSeconds(20), 10)) {
                assertThat(ask(fresh, out -> write(out, OK + "Content-Length: 0\r\n\r\n")))
                        .isInstanceOf(Response.Answered.class);
            } finally {
                names.forEach(name -> System.clearProperty(name + "Host"));
                names.forEach(name -> System.clearProperty(name + "Port"));
                System.clearProperty("http.nonProxyHosts");
            }
        }
    }
}
