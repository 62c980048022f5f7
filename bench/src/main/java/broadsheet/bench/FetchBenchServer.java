package broadsheet.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** All hosts of {@link FetchBench}: each URL is a feed with full texts, of some 20 KB. */
final class FetchBenchServer {

    private static final int ENTRIES = 15;
    private static final int THREADS = 8;
    private static final String TEXT =
            "The council has voted for the new bridge, and the work on it begins in spring as the town had hoped. "
                    .repeat(12);

    private FetchBenchServer() {}

    /**
     * Runs it.
     *
     * @throws IOException if the port is taken
     */
    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("0.0.0.0", Integer.parseInt(arguments[0])), 4096);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext("/", FetchBenchServer::answer);
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean robots = path.equals("/robots.txt");
        byte[] body = (robots ? "" : feed(path)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/rss+xml");
        exchange.sendResponseHeaders(robots ? 404 : 200, robots ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String feed(String path) {
        var feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Feed</title>");
        for (int entry = 0; entry < ENTRIES; entry++) {
            String name = path + "-" + entry;
            feed.append("<item><guid>")
                    .append(name)
                    .append("</guid><link>")
                    .append(name)
                    .append("</link><title>Story ")
                    .append(entry)
                    .append("</title><content:encoded>")
                    .append(TEXT)
                    .append("</content:encoded></item>");
        }
        return feed.append("</channel></rss>").toString();
    }
}
