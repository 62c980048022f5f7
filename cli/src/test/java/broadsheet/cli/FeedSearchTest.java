package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.fetch.FetchSettings;
import broadsheet.model.Subscription;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("what to watch at an address")
class FeedSearchTest {

    private static final String FEED = "<rss version=\"2.0\"><channel><title>Courier</title><item><title>Pier</title>"
            + "<link>/pier</link><description>Rebuilt.</description></item></channel></rss>";
    private static final String SITEMAP = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
            + " xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"><url><loc>/pier</loc></url></urlset>";

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            byte[] body = pages.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .add("content-type", path.endsWith(".xml") ? "application/xml" : "text/html; charset=utf-8");
            exchange.sendResponseHeaders(pages.containsKey(path) ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static Map<String, Subscription> find(String address, boolean allowPrivate) throws InterruptedException {
        var settings = new FetchSettings(
                Optional.empty(),
                allowPrivate,
                Duration.ofMillis(10),
                10,
                Duration.ofSeconds(10),
                1_000_000,
                20,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false);
        return new Feeds(settings, Instant.parse("2026-03-02T09:00:00Z")).find(address);
    }

    @Test
    void isTheFeedItself() throws InterruptedException {
        pages.put("/news.xml", FEED);

        assertThat(find(at("/news.xml"), true))
                .hasEntrySatisfying(
                        at("/news.xml"), found -> assertThat(found.kind()).isEqualTo(Subscription.Kind.FEED));
        assertThat(asked).containsExactly("/robots.txt", "/news.xml");
    }

    @Test
    void isTheFeedThatThePageLinksTo() throws InterruptedException {
        pages.put("/", "<html><head><link rel=alternate type=application/rss+xml href=/feeds/all.xml></head></html>");
        pages.put("/feeds/all.xml", FEED);

        assertThat(find(at("/"), true)).containsOnlyKeys(at("/feeds/all.xml"));
        assertThat(asked).doesNotContain("/feed");
    }

    @Test
    void isAFeedInAUsualPlaceWhereThePageLinksToNone() throws InterruptedException {
        pages.put("/", "<html><body>Welcome</body></html>");
        pages.put("/rss.xml", FEED);

        assertThat(find(at("/"), true)).containsOnlyKeys(at("/rss.xml"));
    }

    @Test
    void isTheSitemapThatRobotsNames() throws InterruptedException {
        pages.put("/", "<html><body>Welcome</body></html>");
        pages.put("/robots.txt", "User-agent: *\nDisallow:\nSitemap: " + at("/maps/news.xml"));
        pages.put("/maps/news.xml", SITEMAP);

        assertThat(find(at("/"), true))
                .hasEntrySatisfying(
                        at("/maps/news.xml"), found -> assertThat(found.kind()).isEqualTo(Subscription.Kind.SITEMAP));
    }

    @Nested
    @DisplayName("where there is nothing, says why")
    class Nothing {

        @Test
        void thatTheAddressIsRefusedAndAsksNothing() {
            pages.put("/", FEED);

            assertThatThrownBy(() -> find(at("/"), false))
                    .hasMessageContaining(at("/"))
                    .hasMessageContaining("REFUSED");
            assertThat(asked).isEmpty();
        }

        @Test
        void thatTheHostDoesNotAnswerAndAsksItNoMore() {
            int closed = server.getAddress().getPort();
            server.stop(0);

            assertThatThrownBy(() -> find("http://127.0.0.1:" + closed + "/", true))
                    .hasMessageContaining("UNREACHABLE");
        }

        @Test
        void whatTheServerAnswered() {
            assertThatThrownBy(() -> find(at("/news"), true)).hasMessageContaining("NOT_FOUND 404");
        }

        @Test
        void thatThePageLeadsToNone() {
            pages.put("/", "<html><body>Welcome</body></html>");

            assertThatThrownBy(() -> find(at("/"), true)).hasMessageEndingWith("found at " + at("/"));
        }
    }
}
