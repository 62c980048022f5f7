package broadsheet.export.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.export.TargetAway;
import broadsheet.runtime.settings.StartupException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a request to a cluster")
class ClusterRequestsTest {

    private record Said(int status, String body) {}

    private volatile Said next = new Said(200, "{}");
    private volatile String login = "";
    private HttpServer server;
    private ClusterRequests requests;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            login = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                    .orElse("nobody");
            Said said = next;
            byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        requests = requests("news:secret@");
    }

    private ClusterRequests requests(String login) {
        return new ClusterRequests(IndexAddress.of(
                "http://" + login + "127.0.0.1:" + server.getAddress().getPort() + "/articles", Optional.empty()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void canBeMadeAgainWhereTheClusterHasTooMuchToDoOrIsBroken(int status) {
        next = new Said(status, "{\"error\":{\"reason\":\"queue is full\"}}");
        assertThatThrownBy(() -> requests.get("/articles"))
                .isInstanceOf(TargetAway.class)
                .hasMessage("OpenSearch: queue is full");
    }

    @Test
    void canBeMadeAgainWhereAProxyAnswersInItsOwnWords() {
        next = new Said(502, "<html>Bad Gateway</html>");
        assertThatThrownBy(() -> requests.get("/articles"))
                .isInstanceOf(TargetAway.class)
                .hasMessage("OpenSearch: status 502");
    }

    @Test
    void canBeMadeAgainWhereNobodyAnswersAndShowsNoPassword() {
        server.stop(0);
        assertThatThrownBy(() -> requests.get("/articles"))
                .isInstanceOf(TargetAway.class)
                .hasMessageStartingWith("OpenSearch does not answer at http://127.0.0.1:")
                .hasMessageNotContaining("secret");
    }

    @Test
    void isRefusedForGoodToWhoMayNot() {
        next = new Said(403, "{\"error\":{\"reason\":\"no permissions for news\"}}");
        assertThatThrownBy(() -> requests.get("/articles").done("find index articles"))
                .isInstanceOf(StartupException.class)
                .hasMessage("OpenSearch: cannot find index articles: no permissions for news");
    }

    @Test
    void saysWhoAsksIfItIsKnown() {
        requests.get("/articles");
        assertThat(login).isEqualTo("Basic bmV3czpzZWNyZXQ=");
        requests("").get("/articles");
        assertThat(login).isEqualTo("nobody");
    }
}
