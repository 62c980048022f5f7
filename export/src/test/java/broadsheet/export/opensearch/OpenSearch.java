package broadsheet.export.opensearch;

import static org.awaitility.Awaitility.await;

import broadsheet.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An OpenSearch of one node in a process of its own on loopback, from Maven's artifacts. */
public final class OpenSearch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path home;
    private final int port;
    private final List<String> settings;
    private Process process;

    private OpenSearch(Path home, int port, List<String> settings) {
        this.home = home;
        this.port = port;
        this.settings = settings;
        process = begin();
    }

    /** Starts one with these settings, each {@code NAME=VALUE}. */
    public static OpenSearch start(String... settings) {
        try {
            Path home = Files.createTempDirectory("broadsheet-opensearch");
            OpenSearch server = new OpenSearch(home, freePort(), List.of(settings));
            server.awaitUp();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process begin() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OpenSearchServer.class.getName(),
                home.toString(),
                Integer.toString(port)));
        command.addAll(settings);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitUp() {
        await("OpenSearch is up, " + home)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> ask("GET", "/_cluster/health?wait_for_status=yellow", "")
                        .path("status")
                        .asText()
                        .matches("yellow|green"));
    }

    /** Starts it again, with what it has on the disk. */
    public void up() {
        process = begin();
        awaitUp();
    }

    /** Kills it. */
    public void down() {
        process.destroyForcibly().onExit().join();
    }

    public String url(String index) {
        return "http://127.0.0.1:" + port + "/" + index;
    }

    /** What it answers to any request. */
    public JsonNode ask(String method, String path, String json) {
        return asked().ask(method, path, json);
    }

    /** See {@link Asked#found}. */
    public List<JsonNode> found(String index, String query) {
        return asked().found(index, query);
    }

    private Asked asked() {
        return new Asked("http://127.0.0.1:" + port);
    }

    /** A running one, by the address of one of its indices. */
    public static Asked at(String index) {
        return new Asked(index.substring(0, index.lastIndexOf('/')));
    }

    /**
     * Asks a node.
     *
     * @param node its address
     */
    public record Asked(String node) {

        private static final HttpClient CLIENT =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        private JsonNode ask(String method, String path, String json) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(node + path))
                    .header("Content-Type", "application/json")
                    .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                    .build();
            try {
                return Json.mapper()
                        .readTree(CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray())
                                .body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** The documents of both indices of articles that a query finds, at most ten thousand, by id. */
        public List<JsonNode> found(String index, String query) {
            String both = "/" + index + "," + index + "-copies";
            ask("POST", both + "/_refresh", "");
            List<JsonNode> found = new ArrayList<>();
            ask("POST", both + "/_search", "{\"size\":10000,\"query\":" + query + "}")
                    .at("/hits/hits")
                    .forEach(found::add);
            found.sort(Comparator.comparing(hit -> hit.path("_id").asText()));
            return found;
        }
    }

    @Override
    public void close() {
        down();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
