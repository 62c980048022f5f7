package broadsheet.fetch.host;

import broadsheet.fetch.http.Web;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/** A web whose sites answer after some virtual time, and which notes how each host is asked. */
final class VirtualWeb implements Web {

    /** All sites of it. */
    interface Sites {

        /** What comes of a request. */
        Response answer(URI url, Map<String, String> headers, Instant now);

        /** How long that takes. */
        Duration latency(URI url);
    }

    private final VirtualClock clock;
    private final Sites sites;
    private final PriorityQueue<Coming> coming = new PriorityQueue<>(Comparator.comparing(Coming::at));
    private final Map<String, Integer> running = new HashMap<>();
    private final Map<String, Instant> ended = new HashMap<>();
    private int mostAtOnce;
    private Duration shortestPause = Duration.ofDays(1);
    private int requests;

    VirtualWeb(VirtualClock clock, Sites sites) {
        this.clock = clock;
        this.sites = sites;
    }

    private record Coming(Instant at, String host, Response response, CompletableFuture<Response> future) {}

    @Override
    public CompletableFuture<Response> get(URI url, Map<String, String> headers, int limit) {
        Instant now = clock.instant();
        String host = url.getHost();
        requests++;
        mostAtOnce = Math.max(mostAtOnce, running.merge(host, 1, Integer::sum));
        if (ended.containsKey(host)) {
            Duration pause = Duration.between(ended.get(host), now);
            shortestPause = pause.compareTo(shortestPause) < 0 ? pause : shortestPause;
        }
        var future = new CompletableFuture<Response>();
        coming.add(new Coming(now.plus(sites.latency(url)), host, sites.answer(url, headers, now), future));
        return future;
    }

    @Override
    public CompletableFuture<Response> post(URI url, Map<String, String> headers, String body, int limit) {
        return get(url, headers, limit);
    }

    /** Delivers what has come by now. */
    void deliver() {
        while (!coming.isEmpty() && !coming.element().at().isAfter(clock.instant())) {
            Coming next = coming.remove();
            running.merge(next.host(), -1, Integer::sum);
            ended.put(next.host(), clock.instant());
            next.future().complete(next.response());
        }
    }

    /** The most requests that a host had at one time. */
    int mostAtOnce() {
        return mostAtOnce;
    }

    /** The shortest time from the end of a request to a host to the start of the next one. */
    Duration shortestPause() {
        return shortestPause;
    }

    int requests() {
        return requests;
    }

    @Override
    public void close() {}
}
