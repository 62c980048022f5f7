package broadsheet.runtime.endpoint;

import broadsheet.runtime.health.Health;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.StartupException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * {@code /live}, {@code /ready} and {@code /metrics} of a process, and what else it answers. The first two answer 200 or
 * 503, with each stage's {@link Health} in JSON; the third is the Prometheus text format.
 *
 * <p>No thread waits for a client: who sends or reads slowly costs a connection for {@link Connections#LONGEST}, and
 * nobody else waits for it. Health needs nothing but memory and is answered at once; all else has threads of its own
 * ({@link Desk}), and 503 when they are taken.
 *
 * <p>The address is taken when it is bound, so that stages can be told it; answers are given from {@link #open} on.
 */
public final class StatusEndpoint implements AutoCloseable {

    /** Jetty's own: to accept, to select, and to answer about health. */
    private static final int THREADS = 8;

    /** An article's address can be long; a cookie has no business here. */
    private static final int MOST_BYTES_OF_HEADERS = 8 << 10;

    private static final int NEVER = 0;

    private final Server server;
    private final ServerConnector connector;
    private final Map<String, Answering> answers = new ConcurrentHashMap<>();
    private final Map<String, Inbox> inboxes = new ConcurrentHashMap<>();
    private final Desk questions = new Desk("answer-questions", 4, 16);
    /** Of their own, or two instances that pass questions on to each other would wait for each other. */
    private final Desk passedOn = new Desk("answer-passed-on", 4, 16);

    private final Desk deliveries = new Desk("take-deliveries", 4, 4);

    private final Desk metrics = new Desk("answer-metrics", 1, 4);

    private StatusEndpoint(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /** Who answers what is asked at a path; without a desk, whoever takes the question. */
    record Answering(Function<Question, Answer> how, Function<Question, Optional<Desk>> where) {}

    /**
     * Takes the address.
     *
     * @throws StartupException if it cannot be bound
     */
    public static StatusEndpoint bind(RuntimeSettings settings) {
        var threads = new QueuedThreadPool(THREADS);
        threads.setName("status-endpoint");
        threads.setDaemon(true);
        Server server = new Server(threads);
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MOST_BYTES_OF_HEADERS);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setIdleTimeout(Connections.LONGEST.toMillis());
        connector.setShutdownIdleTimeout(NEVER);
        connector.addBean(new Connections(connector));
        connector.setHost(settings.httpHost());
        connector.setPort(settings.httpPort());
        server.addConnector(connector);
        try {
            connector.open();
        } catch (IOException | IllegalArgumentException e) {
            throw new StartupException(
                    "cannot listen on " + settings.httpHost() + ":" + settings.httpPort() + ": " + e.getMessage(), e);
        }
        return new StatusEndpoint(server, connector);
    }

    /**
     * Answers from now on.
     *
     * @param parts how each is that does its work in this process, by name
     */
    public StatusEndpoint open(Map<String, Supplier<Health>> parts, PrometheusMeterRegistry meters) {
        answer("/live", question -> health(parts, Health::isLive), question -> Optional.empty());
        answer("/ready", question -> health(parts, Health::isReady), question -> Optional.empty());
        Map<String, String> prometheus = Map.of(Answer.CONTENT_TYPE, "text/plain; version=0.0.4");
        answer(
                "/metrics",
                question -> new Answer(200, Exposition.of(meters.scrape()), prometheus),
                question -> Optional.of(metrics));
        server.setHandler(new Reception(answers, inboxes));
        try {
            server.start();
        } catch (Exception e) {
            throw new StartupException("cannot answer on port " + port() + ": " + e.getMessage(), e);
        }
        return this;
    }

    /** Has questions at that path answered, on threads of their own. */
    public StatusEndpoint answer(String path, Function<Question, Answer> answering) {
        return answer(path, answering, question -> Optional.of(question.isForwarded() ? passedOn : questions));
    }

    /**
     * Has what is posted to that path taken, on threads of their own.
     *
     * @param limit the most bytes of a body
     * @param refusal why it is not taken, by path and headers alone
     */
    public StatusEndpoint take(
            String path, int limit, Function<Delivery, Optional<Answer>> refusal, Function<Delivery, Answer> taking) {
        inboxes.put(path, new Inbox(limit, refusal, taking, deliveries));
        return this;
    }

    private StatusEndpoint answer(
            String path, Function<Question, Answer> answering, Function<Question, Optional<Desk>> where) {
        answers.put(path, new Answering(answering, where));
        return this;
    }

    private static Answer health(Map<String, Supplier<Health>> parts, Predicate<Health> isWell) {
        Map<String, String> states = new TreeMap<>();
        boolean well = true;
        for (Map.Entry<String, Supplier<Health>> part : parts.entrySet()) {
            Health health = part.getValue().get();
            states.put(part.getKey(), health.name());
            well &= isWell.test(health);
        }
        return Answer.of(states).with(well ? 200 : 503);
    }

    /** The port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        List.of(questions, passedOn, deliveries, metrics).forEach(Desk::close);
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the endpoint does not stop", e);
        }
    }
}
