package broadsheet.demo;

import broadsheet.model.FetchRequest;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.settings.RuntimeSettings;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Hosts of this machine that are in trouble, each by its path, and requests that {@code fetch} is to carry out there. */
final class MoodySite implements AutoCloseable {

    private static final Duration NEARLY_TOO_SLOW = Duration.ofSeconds(25);

    private final HttpServer server;
    private final RuntimeSettings runtime;

    private MoodySite(HttpServer server, RuntimeSettings runtime) {
        this.server = server;
        this.runtime = runtime;
    }

    static MoodySite open(RuntimeSettings runtime) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/slow")) {
                sleep(NEARLY_TOO_SLOW);
            }
            if (path.equals("/busy")) {
                exchange.getResponseHeaders().add("Retry-After", "60");
            }
            byte[] body = (path.equals("/feed") ? feed() : "").getBytes(StandardCharsets.UTF_8);
            int status = path.equals("/busy") ? 503 : path.equals("/gone") ? 410 : body.length > 0 ? 200 : 404;
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return new MoodySite(server, runtime);
    }

    private static void sleep(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String feed() {
        return "<rss><channel><title>Harbour</title>"
                + "<item><guid>1</guid><title>Ferry</title></item><item><guid>2</guid><title>Crane</title></item>"
                + "</channel></rss>";
    }

    /** A feed on a host of its own. */
    String url(int host, String path) {
        return "http://127.0.3." + host + ":" + server.getAddress().getPort() + path;
    }

    /**
     * Has a feed asked for.
     *
     * @param known what is known of its entries
     * @param times how often
     * @param patience how long each may wait
     */
    void ask(String url, List<String> known, int times, Duration patience) throws Exception {
        Instant now = Instant.now();
        FetchRequest request = FetchRequest.of(
                        url, url, FetchRequest.Kind.FEED, FetchRequest.Why.DUE, now, now.plus(patience))
                .knowing(known);
        send(Collections.nCopies(times, request));
    }

    /** Has a page asked for again that was there before. */
    void askAgain(String url) throws Exception {
        Instant now = Instant.now();
        send(List.of(FetchRequest.of(
                        url, url, FetchRequest.Kind.PAGE, FetchRequest.Why.AGAIN, now, now.plus(Duration.ofHours(1)))
                .unless(Optional.empty(), Optional.empty(), Optional.of("0123456789abcdef"))));
    }

    private void send(List<FetchRequest> requests) throws Exception {
        Topics topics = runtime.topics();
        Topic<String, FetchRequest> topic = topics.fetchRequests();
        try (var producer = new KafkaProducer<>(
                ClientConfigs.producer(runtime),
                topic.keys().serializer(),
                topic.values().serializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (FetchRequest request : requests) {
                String host = request.url().replaceFirst("http://([0-9.]+):.*", "$1");
                sent.add(producer.send(new ProducerRecord<>(topic.name(), host, request)));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
