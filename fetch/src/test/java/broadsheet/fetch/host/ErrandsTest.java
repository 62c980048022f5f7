package broadsheet.fetch.host;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.fetch.http.Web.Response;
import broadsheet.fetch.robots.RobotsGate;
import broadsheet.model.Fetch;
import broadsheet.model.Fetch.Outcome;
import broadsheet.model.FetchRequest;
import broadsheet.model.FetchRequest.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("requests on their way, by a clock that is moved by hand")
class ErrandsTest {

    private static final Instant START = Instant.parse("2026-11-30T08:00:00Z");
    private static final Duration GAP = Duration.ofSeconds(1);

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final VirtualClock clock = new VirtualClock(START);
    private final Map<String, String> robots = new HashMap<>();
    private final Map<String, Response.Kind> failing = new HashMap<>();
    private final VirtualWeb web = new VirtualWeb(clock, new VirtualWeb.Sites() {
        @Override
        public Response answer(URI url, Map<String, String> headers, Instant now) {
            if (failing.containsKey(url.getHost())) {
                return new Response.Failed(failing.get(url.getHost()), "no such host");
            }
            String body = url.getPath().equals("/robots.txt")
                    ? robots.getOrDefault(url.getHost(), "")
                    : "<html><body>A story of " + url;
            int status = body.isEmpty() ? 404 : 200;
            return new Response.Answered(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Duration latency(URI url) {
            return Duration.ofMillis(20 + random.nextInt(3_000));
        }
    });
    private final Lanes lanes = new Lanes(GAP);
    private final List<Fetch> done = new ArrayList<>();
    private long asked;

    private Errands errands(int limit) {
        return new Errands(
                web,
                new Gate(new RobotsGate("broadsheet")),
                new Reading("broadsheet", 1 << 20),
                clock,
                Runnable::run,
                GAP,
                limit);
    }

    private void ask(int partition, String url) {
        FetchRequest request = OneShot.request(url, Kind.PAGE, Map.of());
        lanes.add(URI.create(url).getHost(), new Job(partition, asked++, request));
    }

    private void run(Errands errands, Duration length) {
        Instant until = clock.instant().plus(length);
        while (clock.instant().isBefore(until)) {
            clock.advance(Duration.ofMillis(10));
            web.deliver();
            errands.collect().forEach(one -> done.add(one.result().fetch()));
            errands.send(lanes);
        }
    }

    @Test
    void behaviour15AsksAHostOneAtATimeAndASecondApartHoweverManyFeedsItHas() {
        lanes.open(0, Map.of());
        for (int host = 0; host < 20; host++) {
            for (int page = 0; page <= host; page++) {
                ask(0, "https://site" + host + ".example/" + page);
            }
        }
        run(errands(200), Duration.ofMinutes(2));
        assertThat(done).as("seed %d", seed).hasSize(210).allMatch(fetch -> fetch.outcome() == Outcome.FETCHED);
        assertThat(web.mostAtOnce()).as("seed %d", seed).isEqualTo(1);
        assertThat(web.shortestPause()).as("seed %d", seed).isGreaterThanOrEqualTo(GAP);
    }

    @Test
    void behaviour15AsksNoMoreHostsAtOnceThanItMay() {
        lanes.open(0, Map.of());
        for (int host = 0; host < 20; host++) {
            ask(0, "https://site" + host + ".example/story");
        }
        Errands errands = errands(3);
        errands.send(lanes);
        assertThat(errands.out()).isEqualTo(3);
    }

    @Test
    void behaviour14KeepsToCrawlDelayThoughNothingWaitedInBetween() {
        lanes.open(0, Map.of());
        robots.put("slow.example", "User-agent: *\nCrawl-delay: 20\n");
        Errands errands = errands(200);
        ask(0, "https://slow.example/1");
        run(errands, Duration.ofSeconds(30));
        ask(0, "https://slow.example/2");
        run(errands, Duration.ofSeconds(6));
        ask(0, "https://slow.example/3");
        run(errands, Duration.ofMinutes(1));
        assertThat(done).hasSize(3);
        assertThat(Duration.between(done.get(1).at(), done.get(2).at()))
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @CsvSource({"UNREACHABLE, UNREACHABLE", "REFUSED, REFUSED", "TOO_LARGE, ROBOTS"})
    void behaviour14SaysWhyThereIsNoRobotsTxt(Response.Kind failure, Outcome outcome) {
        lanes.open(0, Map.of());
        failing.put("gone.example", failure);
        ask(0, "https://gone.example/feed");

        run(errands(200), Duration.ofSeconds(10));

        assertThat(done).singleElement().satisfies(fetch -> {
            assertThat(fetch.outcome()).isEqualTo(outcome);
            assertThat(fetch.detail()).contains("robots.txt could not be read: no such host");
            assertThat(fetch.notBefore()).isPresent();
        });
    }

    @Test
    void behaviour15SendsNothingMoreToWhatIsToBeGivenAway() {
        lanes.open(0, Map.of());
        lanes.open(1, Map.of());
        ask(0, "https://kept.example/1");
        ask(1, "https://given.example/1");
        ask(1, "https://given.example/2");
        Errands errands = errands(200);
        run(errands, Duration.ofMillis(100));
        assertThat(lanes.isBusy(List.of(1))).isTrue();
        lanes.hold(List.of(1));
        run(errands, Duration.ofMinutes(1));
        assertThat(lanes.isBusy(List.of(1))).isFalse();
        assertThat(done)
                .extracting(Fetch::url)
                .contains("https://kept.example/1")
                .doesNotContain("https://given.example/2");
    }

    @Test
    void behaviour25DropsAnAnswerThatComesAfterItsPartitionWasLost() {
        lanes.open(0, Map.of());
        ask(0, "https://lost.example/1");
        Errands errands = errands(200);
        run(errands, Duration.ofMillis(20));
        assertThat(errands.out()).isEqualTo(1);
        lanes.close(0);
        lanes.open(0, Map.of());
        run(errands, Duration.ofSeconds(20));
        assertThat(errands.out()).isZero();
        assertThat(done).isEmpty();
    }
}
