package broadsheet.fetch.host;

import broadsheet.fetch.http.BodyDecoder;
import broadsheet.fetch.http.Redirects;
import broadsheet.fetch.http.Web;
import broadsheet.fetch.http.Web.Response;
import broadsheet.fetch.robots.RobotsGate;
import broadsheet.model.Fetch.Outcome;
import broadsheet.model.FetchRequest.Hop;
import broadsheet.model.HostState.Robots;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Fetches a robots.txt. Its redirections are followed after the usual pause, to other hosts too, as RFC 9309 asks; it is the one request
 * that goes past the other host's lane.
 */
final class Robot {

    private final Web web;
    private final InstantSource clock;
    private final Duration gap;

    /**
     * One that fetches by the given means.
     *
     * @param gap between two requests of it, which mostly go to the same host
     */
    Robot(Web web, InstantSource clock, Duration gap) {
        this.web = web;
        this.clock = clock;
        this.gap = gap;
    }

    CompletableFuture<Robots> ask(URI page) {
        return ask(Reading.robotsOf(page), List.of());
    }

    private CompletableFuture<Robots> ask(URI url, List<Hop> via) {
        // A byte more than is read, so that a longer one is cut and not refused.
        return web.get(url, Map.of("Accept", "text/plain, */*;q=0.1"), 4 * RobotsGate.MOST_BYTES)
                .thenCompose(response -> follow(url, via, response));
    }

    private CompletableFuture<Robots> follow(URI url, List<Hop> via, Response response) {
        if (response instanceof Response.Answered answer && Redirects.isRedirect(answer.status())) {
            if (Redirects.judge(url, answer.header("location"), via) instanceof Redirects.Verdict.Follow follow) {
                List<Hop> further = new ArrayList<>(via);
                further.add(new Hop(url.toString(), answer.status()));
                Executor later = CompletableFuture.delayedExecutor(gap.toMillis(), TimeUnit.MILLISECONDS);
                return CompletableFuture.runAsync(() -> {}, later).thenCompose(waited -> ask(follow.url(), further));
            }
            // RFC 9309: beyond five it counts as not there.
            return CompletableFuture.completedFuture(Robots.answered(clock.instant(), 404, ""));
        }
        return CompletableFuture.completedFuture(found(response));
    }

    private Robots found(Response response) {
        if (response instanceof Response.Failed failed) {
            return Robots.failed(clock.instant(), outcome(failed.kind()), failed.why());
        }
        var answer = (Response.Answered) response;
        if (answer.status() < 200 || answer.status() > 299) {
            return Robots.answered(clock.instant(), answer.status(), "");
        }
        var decoded = BodyDecoder.decode(answer.body(), answer.header("content-encoding"), 4 * RobotsGate.MOST_BYTES);
        // What cannot be unpacked may forbid anything.
        return decoded instanceof BodyDecoder.Decoded.Plain plain
                ? Robots.answered(clock.instant(), answer.status(), RobotsGate.read(plain.bytes()))
                : Robots.failed(clock.instant(), Outcome.ROBOTS, ((BodyDecoder.Decoded.Failed) decoded).why());
    }

    /** A host that is not there has not forbidden anything. */
    private static Outcome outcome(Response.Kind kind) {
        return switch (kind) {
            case REFUSED -> Outcome.REFUSED;
            case UNREACHABLE -> Outcome.UNREACHABLE;
            case TOO_LARGE -> Outcome.ROBOTS;
        };
    }
}
