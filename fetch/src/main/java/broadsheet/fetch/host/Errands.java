package broadsheet.fetch.host;

import broadsheet.fetch.host.Gate.Passage;
import broadsheet.fetch.http.Web;
import broadsheet.fetch.http.WebAddress;
import broadsheet.model.Fetch.Outcome;
import broadsheet.model.FetchRequest;
import broadsheet.model.HostState;
import broadsheet.model.HostState.Robots;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * Runs the requests of the lanes: each host one at a time, many hosts at once. Used by one thread; answers come in on
 * others and wait to be collected.
 */
final class Errands {

    /** Of what a hub answers nothing is read. */
    private static final int HUB_BYTES = 64 << 10;

    /** Schemes and ports of a host whose robots.txt is remembered. */
    private static final int MOST_ORIGINS = 4;

    private final Web web;
    private final Gate gate;
    private final Reading reading;
    private final InstantSource clock;
    private final Executor workers;
    private final Robot robot;
    private final Duration gap;
    private final int limit;
    private final Optional<Hubs> hubs;
    private final Queue<Runnable> arrivals = new ConcurrentLinkedQueue<>();
    private final List<Done> done = new ArrayList<>();
    private int out;

    Errands(Web web, Gate gate, Reading reading, InstantSource clock, Executor workers, Duration gap, int limit) {
        this(web, gate, reading, clock, workers, gap, limit, Optional.empty());
    }

    Errands(
            Web web,
            Gate gate,
            Reading reading,
            InstantSource clock,
            Executor workers,
            Duration gap,
            int limit,
            Optional<Hubs> hubs) {
        this.web = web;
        this.gate = gate;
        this.reading = reading;
        this.clock = clock;
        this.workers = workers;
        this.robot = new Robot(web, clock, gap);
        this.gap = gap;
        this.limit = limit;
        this.hubs = hubs;
    }

    /**
     * A request and what came of it.
     *
     * @param job the request
     * @param host its lane's host
     * @param result what came
     */
    record Done(Job job, String host, Result result) {}

    /** Sends out what may go out now. */
    void send(Lanes lanes) {
        Instant now = clock.instant();
        while (out < limit) {
            Optional<Lane> lane = lanes.next(now);
            if (lane.isEmpty()) {
                return;
            }
            start(lanes, lane.get(), lane.get().take(), now);
        }
    }

    private void start(Lanes lanes, Lane lane, Job job, Instant now) {
        Passage passage = gate.judge(job.request(), lane.state(), now);
        if (passage instanceof Passage.Decline no) {
            finish(
                    lanes,
                    lane,
                    job,
                    reading.undone(
                            job.name(), job.request(), no.outcome(), no.why(), no.notBefore(), lane.state(), now));
        } else if (passage instanceof Passage.AskRobots robots) {
            out++;
            var unused = robot.ask(robots.url())
                    .exceptionally(error -> Robots.failed(clock.instant(), Outcome.ROBOTS, "an accident: " + error))
                    .thenAccept(found -> arrivals.add(() -> robotsCame(lanes, lane, job, robots.url(), found)));
        } else if (passage instanceof Passage.Ask ask) {
            lane.pause(ask.delay().filter(delay -> delay.compareTo(gap) > 0).orElse(gap));
            if (lane.isEarly(now)) {
                // Only now it is known that the site wants longer pauses than we would make.
                lane.putBack(job);
                lanes.free(lane);
                return;
            }
            ask(lanes, lane, job, ask.url(), web.get(ask.url(), ask.headers(), reading.maxBytes()), now);
        } else if (passage instanceof Passage.AskHub hub) {
            ask(lanes, lane, job, hub.url(), askHub(job.request(), hub.url()), now);
        }
    }

    private CompletableFuture<Web.Response> askHub(FetchRequest request, URI url) {
        return hubs.filter(known -> request.hub().isPresent())
                .map(known -> web.post(
                        url,
                        Map.of("Content-Type", "application/x-www-form-urlencoded"),
                        known.form(request.task(), request.hub().orElseThrow().topic()),
                        HUB_BYTES))
                .orElseGet(() -> CompletableFuture.completedFuture(
                        new Web.Response.Failed(Web.Response.Kind.REFUSED, "no hub can reach us")));
    }

    private void ask(Lanes lanes, Lane lane, Job job, URI url, CompletableFuture<Web.Response> answer, Instant now) {
        out++;
        HostState before = lane.state();
        var unused = answer.thenApplyAsync(
                        response ->
                                reading.read(job.name(), job.request(), url, response, before, now, clock.instant()),
                        workers)
                .whenComplete((result, error) -> arrivals.add(() -> {
                    out--;
                    finish(
                            lanes,
                            lane,
                            job,
                            Optional.ofNullable(result)
                                    .orElseGet(() -> accident(job, before, String.valueOf(error), now)));
                }));
    }

    /** Reading has a bug, or the page is one that nobody thought of: the request is done all the same. */
    private Result accident(Job job, HostState host, String error, Instant now) {
        HostState asked = new HostState(Optional.of(clock.instant()), host.notBefore(), host.failures(), host.robots());
        return reading.undone(
                job.name(), job.request(), Outcome.UNREADABLE, "an accident: " + error, Optional.empty(), asked, now);
    }

    private void robotsCame(Lanes lanes, Lane lane, Job job, URI url, Robots found) {
        out--;
        Instant now = clock.instant();
        Map<String, Robots> all = new HashMap<>(lane.state().robots());
        if (all.size() >= MOST_ORIGINS) {
            // A host that has us ask at ever more ports does not make us remember all of them.
            all.clear();
        }
        all.put(WebAddress.origin(url), found);
        lane.become(new HostState(
                Optional.of(now), lane.state().notBefore(), lane.state().failures(), all));
        lane.putBack(job);
        lanes.free(lane);
    }

    private void finish(Lanes lanes, Lane lane, Job job, Result result) {
        lane.become(result.host());
        if (!lane.hasEnded()) {
            done.add(new Done(job, lane.host(), result));
        }
        lanes.free(lane);
    }

    /** What is done since the last time. */
    List<Done> collect() {
        for (Runnable arrival = arrivals.poll(); arrival != null; arrival = arrivals.poll()) {
            arrival.run();
        }
        List<Done> all = List.copyOf(done);
        done.clear();
        return all;
    }

    /** How many requests are out. */
    int out() {
        return out;
    }
}
