package broadsheet.fetch.host;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.fetch.http.AddressRules;
import broadsheet.fetch.http.HostileHosts;
import broadsheet.fetch.http.HttpWeb;
import broadsheet.fetch.http.Web;
import broadsheet.fetch.http.WebAddress;
import broadsheet.fetch.robots.RobotsGate;
import broadsheet.model.Fetch;
import broadsheet.model.Fetch.Outcome;
import broadsheet.model.FetchRequest.Kind;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a publisher who sends us on to what only we can reach")
class HostileHopsTest {

    private static final String PUBLISHER = "courier.example";

    /** What attackers write between the scheme and the path besides hosts. */
    private static final List<String> TRICKS = List.of(
            "0x7f.1",
            "127.0.0.1.",
            "\u2460\u2461\u2466.\u24ea.\u24ea.\u2460",
            "127\u30020\u30020\u30021",
            "[0:0:0:0:0:ffff:127.0.0.1]",
            "[::ffff:0:127.0.0.1]",
            "[fe80::1%25lo]",
            "[::1%lo]",
            "courier.example@127.0.0.1",
            "127.0.0.1%2f@courier.example",
            "127.0.0.1\\@courier.example",
            "127.0.0.1%00.courier.example",
            "localhost%2e",
            "LocalHost");

    private final AtomicInteger reached = new AtomicInteger();
    private final List<Fetch> done = new ArrayList<>();
    private ServerSocket trap;
    private HttpWeb guarded;
    private Map<String, String> locations = Map.of();

    @BeforeEach
    void listen() throws IOException {
        trap = new ServerSocket(0);
        guarded = HttpWeb.open(AddressRules.publicOnly(), "Broadsheet/0.1", Duration.ofSeconds(20), 10);
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    trap.accept().close();
                    reached.incrementAndGet();
                }
            } catch (IOException closed) {
                // The test is over.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        guarded.close();
        trap.close();
    }

    /** The publisher answers by itself; any other host is asked by the web as it is. */
    private final class Front implements Web {

        @Override
        public CompletableFuture<Response> get(URI url, Map<String, String> headers, int limit) {
            if (!PUBLISHER.equals(url.getHost())) {
                return guarded.get(url, headers, limit);
            }
            String location = locations.get(url.getPath());
            return CompletableFuture.completedFuture(
                    location == null
                            ? new Response.Answered(404, Map.of(), new byte[0])
                            : new Response.Answered(302, Map.of("location", List.of(location)), new byte[0]));
        }

        @Override
        public CompletableFuture<Response> post(URI url, Map<String, String> headers, String body, int limit) {
            return guarded.post(url, headers, body, limit);
        }

        @Override
        public void close() {
            // The one behind is closed by the test.
        }
    }

    private void ask(String path) throws InterruptedException {
        var lanes = new Lanes(Duration.ofMillis(1));
        lanes.open(0, Map.of());
        var errands = new Errands(
                new Front(),
                new Gate(new RobotsGate("broadsheet")),
                new Reading("broadsheet", 1 << 20),
                InstantSource.system(),
                Runnable::run,
                Duration.ofMillis(1),
                10);
        var first = OneShot.request("https://" + PUBLISHER + path, Kind.FEED, Map.of());
        lanes.add(PUBLISHER, new Job(0, 0, first));
        while (lanes.all().stream().anyMatch(lane -> lane.size() > 0)) {
            errands.send(lanes);
            for (Errands.Done one : errands.collect()) {
                done.add(one.result().fetch());
                one.result()
                        .next()
                        .forEach(next -> lanes.add(WebAddress.host(next.url()), new Job(0, done.size(), next)));
            }
            Thread.sleep(1);
        }
    }

    private List<String> hosts() {
        List<String> all = new ArrayList<>(HostileHosts.ALL);
        all.addAll(TRICKS);
        return all;
    }

    @Test
    void behaviour11ReachesNothingByARedirection() throws InterruptedException {
        for (String host : hosts()) {
            for (String port : List.of("", ":8080", ":" + trap.getLocalPort())) {
                done.clear();
                locations = Map.of("/feed", "/hop", "/hop", "https://" + host + port + "/feed");
                ask("/feed");
                Fetch last = done.get(done.size() - 1);
                assertThat(last.outcome())
                        .as("%s%s: %s", host, port, last.detail())
                        .isIn(Outcome.REFUSED, Outcome.ROBOTS, Outcome.UNREADABLE, Outcome.NOT_FOUND);
            }
        }
        assertThat(reached).hasValue(0);
    }

    @Test
    void behaviour11ReachesNothingByARobotsTxtThatIsElsewhere() throws InterruptedException {
        for (String host : hosts()) {
            done.clear();
            locations = Map.of("/robots.txt", "https://" + host + ":" + trap.getLocalPort() + "/robots.txt");
            ask("/feed");
            assertThat(done).as(host).hasSize(1);
            assertThat(done.get(0).outcome()).as(host).isNotEqualTo(Outcome.FETCHED);
        }
        assertThat(reached).hasValue(0);
    }

    @Test
    void behaviour24ReachesNothingByAHubThatAFeedNames() {
        for (String host : hosts()) {
            String hub = "http://" + host + ":" + trap.getLocalPort() + "/hub";
            for (URI url : WebAddress.parse(hub).stream().toList()) {
                assertThat(guarded.post(url, Map.of(), "hub.mode=subscribe", 100)
                                .join())
                        .as(hub)
                        .isInstanceOfSatisfying(
                                Web.Response.Failed.class,
                                failed -> assertThat(failed.kind()).isEqualTo(Web.Response.Kind.REFUSED));
            }
        }
        assertThat(reached).hasValue(0);
    }
}
