package broadsheet.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /live}, {@code /ready} and {@code /metrics} of a process, and what else it answers. The first two answer 200 or
 * 503, with each stage's {@link Health} in JSON; the third is the Prometheus text format.
 *
 * <p>The address is taken when it is bound, so that stages can be told it; answers are given from {@link #open} on.
 */
public final class StatusEndpoint implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StatusEndpoint.class);
    private static final int WORKERS = 4;

    private final HttpServer server;
    private final ExecutorService workers;

    private StatusEndpoint(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    /**
     * Takes the address.
     *
     * @throws StartupException if it cannot be bound
     */
    public static StatusEndpoint bind(RuntimeSettings settings) {
        try {
            var address = new InetSocketAddress(settings.httpHost(), settings.httpPort());
            return new StatusEndpoint(HttpServer.create(address, 0), Executors.newFixedThreadPool(WORKERS, task -> {
                Thread thread = new Thread(task, "status-endpoint");
                thread.setDaemon(true);
                return thread;
            }));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartupException(
                    "cannot listen on " + settings.httpHost() + ":" + settings.httpPort() + ": " + e.getMessage(), e);
        }
    }

    /** Answers from now on. */
    public StatusEndpoint open(List<StageService> stages, PrometheusMeterRegistry meters) {
        answer("/live", question -> health(stages, Health::isLive));
        answer("/ready", question -> health(stages, Health::isReady));
        Map<String, String> prometheus = Map.of(Answer.CONTENT_TYPE, "text/plain; version=0.0.4");
        answer("/metrics", question -> new Answer(200, meters.scrape(), prometheus));
        server.setExecutor(workers);
        server.start();
        return this;
    }

    /** Has questions at that path answered. */
    public StatusEndpoint answer(String path, Function<Question, Answer> answering) {
        server.createContext(path, exchange -> {
            try (exchange) {
                answered(exchange, path, answering).send(exchange);
            }
        });
        return this;
    }

    private static Answer answered(HttpExchange exchange, String path, Function<Question, Answer> answering) {
        if (!exchange.getRequestURI().getPath().equals(path)) {
            return Answer.problem(404, "there is nothing here");
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            return Answer.problem(405, "only GET is answered");
        }
        try {
            return answering.apply(Question.read(exchange));
        } catch (IllegalArgumentException wrong) {
            return Answer.problem(400, String.valueOf(wrong.getMessage()));
        } catch (RuntimeException accident) {
            // The door to the process: who asks gets an answer, and the log the cause.
            LOG.error("{} could not be answered", path, accident);
            return Answer.problem(500, "an accident, see the log");
        }
    }

    private static Answer health(List<StageService> stages, Predicate<Health> isWell) {
        Map<String, String> states = new TreeMap<>();
        boolean well = true;
        for (StageService stage : stages) {
            Health health = stage.health();
            states.put(stage.stage().word(), health.name());
            well &= isWell.test(health);
        }
        return Answer.of(states).with(well ? 200 : 503);
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
