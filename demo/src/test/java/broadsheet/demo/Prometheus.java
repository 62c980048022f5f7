package broadsheet.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** A Prometheus as a process, which asks and judges sixty times as often as the one that is shipped. Not thread-safe. */
final class Prometheus implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final int port;
    private final Path configuration;
    private final HttpClient http = HttpClient.newHttpClient();

    private Prometheus(Process process, int port, Path configuration) {
        this.process = process;
        this.port = port;
        this.configuration = configuration;
    }

    /** The program that {@code -Dprometheus} names, else the one on the path; empty if there is none. */
    static Optional<Path> find() {
        String named = System.getProperty("prometheus", "");
        Stream<Path> places = named.isEmpty()
                ? Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                        .map(directory -> Path.of(directory, "prometheus"))
                : Stream.of(Path.of(named));
        return places.filter(Files::isExecutable).findFirst();
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param targets addresses with ports, by the name that alerts give the instance
     */
    static Prometheus start(Path program, Path directory, String rules, Map<String, String> targets) throws Exception {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("alerts.yml"), rules);
        Path configuration = directory.resolve("prometheus.yml");
        Files.writeString(configuration, configuration(targets));
        int port = EmbeddedBroker.freePort();
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + directory.resolve("series"),
                        "--web.listen-address=127.0.0.1:" + port,
                        // A sixtieth of the default of five minutes.
                        "--query.lookback-delta=5s")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(directory.resolve("prometheus.log").toFile()))
                .start();
        Prometheus prometheus = new Prometheus(process, port, configuration);
        Awaitility.await("Prometheus")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> prometheus.ask("/api/v1/rules").path("groups").size() == 1);
        return prometheus;
    }

    /** Half a second is more often than a sixtieth of the 15 s that are shipped would need on a machine with nothing else. */
    private static String configuration(Map<String, String> targets) {
        StringBuilder text = new StringBuilder("""
                global:
                  scrape_interval: 500ms
                  scrape_timeout: 500ms
                  evaluation_interval: 250ms
                rule_files:
                  - alerts.yml
                scrape_configs:
                  - job_name: broadsheet
                    static_configs:
                """);
        targets.forEach((name, address) -> text.append("      - {targets: [\"")
                .append(address)
                .append("\"], labels: {instance: ")
                .append(name)
                .append("}}\n"));
        return text.toString();
    }

    /** From now on it asks these and no others, as when it has looked up who is there. */
    void askOnly(Map<String, String> targets) throws IOException {
        Files.writeString(configuration, configuration(targets));
        JavaProcess.signal(process, "HUP");
    }

    private JsonNode ask(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .build();
        return OutsideClient.json(http.send(request, BodyHandlers.ofByteArray()).body())
                .path("data");
    }

    /** An alert that fires. */
    record Firing(String name, Map<String, String> labels, String summary) {}

    /** All that fire now. */
    List<Firing> firing() throws IOException, InterruptedException {
        List<Firing> firing = new ArrayList<>();
        for (JsonNode alert : ask("/api/v1/alerts").path("alerts")) {
            if (alert.path("state").asText().equals("firing")) {
                Map<String, String> labels = labels(alert.path("labels"));
                firing.add(new Firing(
                        labels.getOrDefault("alertname", "?"),
                        labels,
                        alert.path("annotations").path("summary").asText()));
            }
        }
        return firing;
    }

    /** The alert of that name with these labels, and perhaps more, if it fires. */
    Optional<Firing> firing(String name, Map<String, String> labels) throws IOException, InterruptedException {
        return firing().stream()
                .filter(alert ->
                        alert.name().equals(name) && alert.labels().entrySet().containsAll(labels.entrySet()))
                .findFirst();
    }

    /** Waits until such an alert fires. */
    Firing awaitAlert(String name, Map<String, String> labels, Duration patience) {
        return Awaitility.await(name + " to fire")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> firing(name, labels), Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until none fires. */
    void awaitQuiet(String name, Map<String, String> labels, Duration patience) {
        Awaitility.await(name + " to be quiet")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> firing(name, labels).isEmpty());
    }

    /** Waits until an expression has a value. */
    void await(String expression, Duration patience) {
        Awaitility.await(expression)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !samples(expression).isEmpty());
    }

    /** What an expression is now, one value for each series. */
    List<Sample> samples(String expression) throws IOException, InterruptedException {
        JsonNode result = ask("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .path("result");
        return StreamSupport.stream(result.spliterator(), false)
                .map(series -> new Sample(
                        labels(series.path("metric")),
                        series.path("value").path(1).asDouble()))
                .toList();
    }

    /** A value of a series. */
    record Sample(Map<String, String> labels, double value) {}

    private static Map<String, String> labels(JsonNode said) {
        Map<String, String> labels = new TreeMap<>();
        said.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
