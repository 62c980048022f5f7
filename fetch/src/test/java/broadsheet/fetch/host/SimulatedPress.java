package broadsheet.fetch.host;

import broadsheet.fetch.http.Web.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * All feeds of the simulation and their servers. Four in a hundred feeds are newsrooms, ten are bulletins, ten are sections,
 * 40 are blogs and 36 are dead, which is about what counts of feeds found on the open web: a few per cent publish most of
 * what there is, and a third has stopped. One host in five has several feeds. One server in a hundred is at times
 * overloaded, and says for how long it wants to be left alone.
 */
final class SimulatedPress implements VirtualWeb.Sites {

    private final List<SimulatedFeed> feeds = new ArrayList<>();
    private final Map<String, SimulatedFeed> byUrl = new HashMap<>();
    private final Map<String, List<Away>> away = new HashMap<>();
    private final Map<String, Instant> leftAloneUntil = new HashMap<>();
    private final Random random;
    private int pollsInsideRetryAfter;

    /** From when to when a server is overloaded. */
    private record Away(Instant from, Instant to) {}

    SimulatedPress(int count, Instant start, Duration length, Random random) {
        this.random = random;
        SimulatedFeed.Kind[] kinds = SimulatedFeed.Kind.values();
        int[] shares = {4, 10, 10, 40, 36};
        String host = "";
        for (int number = 0; number < count; number++) {
            host = number > 0 && random.nextInt(5) == 0 ? host : "site" + number + ".example";
            int at = random.nextInt(100);
            int kind = 0;
            while (at >= shares[kind]) {
                at -= shares[kind++];
            }
            var feed = new SimulatedFeed(number, kinds[kind], host, start, length, random);
            feeds.add(feed);
            byUrl.put(feed.url(), feed);
            if (random.nextInt(100) == 0) {
                outages(host, start, length);
            }
        }
    }

    private void outages(String host, Instant start, Duration length) {
        List<Away> times = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Instant from = start.plusSeconds((long) (random.nextDouble() * length.toSeconds()));
            times.add(new Away(from, from.plus(Duration.ofMinutes(5 + random.nextInt(56)))));
        }
        away.put(host, times);
    }

    List<SimulatedFeed> feeds() {
        return feeds;
    }

    /** Requests that came though the host had asked to be left alone until later. */
    int pollsInsideRetryAfter() {
        return pollsInsideRetryAfter;
    }

    @Override
    public Duration latency(URI url) {
        return Duration.ofMillis(50 + random.nextInt(1_500));
    }

    @Override
    public Response answer(URI url, Map<String, String> headers, Instant now) {
        String host = url.getHost();
        if (now.isBefore(leftAloneUntil.getOrDefault(host, Instant.MIN))) {
            pollsInsideRetryAfter++;
        }
        for (Away time : away.getOrDefault(host, List.of())) {
            if (!now.isBefore(time.from()) && now.isBefore(time.to())) {
                // What the server says is counted from when its answer arrives, a little later.
                long seconds = Duration.between(now, time.to()).toSeconds() + 1;
                leftAloneUntil.put(host, now.plusSeconds(seconds));
                return answer(503, "", Map.of("retry-after", Long.toString(seconds)));
            }
        }
        if (url.getPath().equals("/robots.txt")) {
            return answer(404, "", Map.of());
        }
        SimulatedFeed feed = byUrl.get(url.toString());
        return feed == null ? answer(200, "<html><body>A story.", Map.of()) : feed(feed, headers, now);
    }

    private static Response feed(SimulatedFeed feed, Map<String, String> headers, Instant now) {
        int count = feed.count(now);
        String tag = "\"" + count + "\"";
        if (feed.isConditional() && Objects.equals(headers.get("If-None-Match"), tag)) {
            return answer(304, "", Map.of());
        }
        return answer(200, feed.body(count), feed.isConditional() ? Map.of("etag", tag) : Map.of());
    }

    private static Response answer(int status, String body, Map<String, String> headers) {
        Map<String, List<String>> all = new TreeMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new Response.Answered(status, all, body.getBytes(StandardCharsets.UTF_8));
    }
}
