package broadsheet.runtime;

import broadsheet.model.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * {@code /live}, {@code /ready} and {@code /metrics} of a process. The first two answer 200 or 503, with each stage's
 * {@link Health} in JSON; the third is the Prometheus text format.
 */
public final class StatusEndpoint implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService workers;

    private StatusEndpoint(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    /**
     * Opens the endpoint.
     *
     * @throws StartupException if the address cannot be bound
     */
    public static StatusEndpoint open(
            RuntimeSettings settings, List<StageService> stages, PrometheusMeterRegistry meters) {
        HttpServer server = bind(settings);
        ExecutorService workers = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task, "status-endpoint");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(workers);
        server.createContext("/live", exchange -> answer(exchange, stages, Health::isLive));
        server.createContext("/ready", exchange -> answer(exchange, stages, Health::isReady));
        server.createContext("/metrics", exchange -> send(exchange, 200, "text/plain; version=0.0.4", meters.scrape()));
        server.start();
        return new StatusEndpoint(server, workers);
    }

    private static HttpServer bind(RuntimeSettings settings) {
        try {
            return HttpServer.create(new InetSocketAddress(settings.httpHost(), settings.httpPort()), 0);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartupException(
                    "cannot listen on " + settings.httpHost() + ":" + settings.httpPort() + ": " + e.getMessage(), e);
        }
    }

    private static void answer(HttpExchange exchange, List<StageService> stages, Predicate<Health> isWell)
            throws IOException {
        Map<String, String> states = new TreeMap<>();
        boolean well = true;
        for (StageService stage : stages) {
            Health health = stage.health();
            states.put(stage.stage().word(), health.name());
            well &= isWell.test(health);
        }
        send(exchange, well ? 200 : 503, "application/json", Json.line(states));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
