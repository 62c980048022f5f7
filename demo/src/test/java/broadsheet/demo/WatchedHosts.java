package broadsheet.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Hosts on addresses of this machine, each with a feed of teasers and the pages that they link to, which answer slowly and
 * write down each request as they see it.
 */
final class WatchedHosts implements AutoCloseable {

    private final HttpServer server;
    private final int hosts;
    private final int entries;
    private final Random random;
    private final List<Asked> log = Collections.synchronizedList(new ArrayList<>());

    /**
     * A request.
     *
     * @param host that was asked
     * @param path what for
     * @param began when it came
     * @param ended when it was answered
     */
    record Asked(String host, String path, Instant began, Instant ended) {}

    private WatchedHosts(HttpServer server, int hosts, int entries, long seed) {
        this.server = server;
        this.hosts = hosts;
        this.entries = entries;
        this.random = new Random(seed);
    }

    static WatchedHosts open(int hosts, int entries, long seed) throws IOException {
        var watched = new WatchedHosts(HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0), hosts, entries, seed);
        watched.server.setExecutor(Executors.newCachedThreadPool());
        watched.server.createContext("/", watched::answer);
        watched.server.start();
        return watched;
    }

    private String root(int host) {
        return "http://127.0.2." + (host + 1) + ":" + server.getAddress().getPort();
    }

    List<String> feeds() {
        List<String> feeds = new ArrayList<>();
        for (int host = 0; host < hosts; host++) {
            feeds.add(root(host) + "/feed.xml");
        }
        return feeds;
    }

    List<String> pages() {
        List<String> pages = new ArrayList<>();
        for (int host = 0; host < hosts; host++) {
            for (int entry = 0; entry < entries; entry++) {
                pages.add(root(host) + "/story-" + entry);
            }
        }
        return pages;
    }

    /** Each request so far. */
    List<Asked> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /** The shortest time from the end of a request to a host to the begin of the next one; negative if they overlap. */
    Duration shortestPause() {
        Map<String, List<Asked>> byHost =
                log().stream().collect(Collectors.groupingBy(Asked::host, TreeMap::new, Collectors.toList()));
        Duration shortest = Duration.ofDays(1);
        for (List<Asked> asked : byHost.values()) {
            asked.sort(Comparator.comparing(Asked::began));
            for (int i = 1; i < asked.size(); i++) {
                Duration pause =
                        Duration.between(asked.get(i - 1).ended(), asked.get(i).began());
                shortest = pause.compareTo(shortest) < 0 ? pause : shortest;
            }
        }
        return shortest;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Instant began = Instant.now();
        String host = exchange.getRequestHeaders().getFirst("Host").replaceFirst(":.*", "");
        String path = exchange.getRequestURI().getPath();
        try {
            // A server that takes its time, so that there is something to interrupt.
            Thread.sleep(50 + random.nextInt(350));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int number = Integer.parseInt(host.substring(host.lastIndexOf('.') + 1)) - 1;
        byte[] body = (path.equals("/feed.xml") ? feed(number) : path.startsWith("/story-") ? page(number, path) : "")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", path.endsWith(".xml") ? "text/xml" : "text/html");
        log.add(new Asked(host, path, began, Instant.now()));
        exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String feed(int host) {
        Instant newest = Instant.now().minus(Duration.ofDays(5));
        var feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Host ")
                .append(host)
                .append("</title>");
        for (int entry = 0; entry < entries; entry++) {
            Instant at = newest.minus(Duration.ofHours(12L * entry));
            feed.append("<item><title>Story ")
                    .append(entry)
                    .append("</title><link>")
                    .append(root(host))
                    .append("/story-")
                    .append(entry)
                    .append("</link><pubDate>")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(ZoneOffset.UTC)))
                    .append("</pubDate><description>It begins with a word …</description></item>");
        }
        return feed.append("</channel></rss>").toString();
    }

    private static String page(int host, String path) {
        return "<!doctype html><html lang=en><head><title>Host " + host + path
                + "</title></head><body><article><h1>Host "
                + host + path + "</h1>"
                + "<p>The council of the town has met and voted on what is to be done.</p>".repeat(8)
                + "</article></body></html>";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
