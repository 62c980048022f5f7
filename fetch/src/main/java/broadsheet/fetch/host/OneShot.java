package broadsheet.fetch.host;

import broadsheet.fetch.FetchSettings;
import broadsheet.fetch.http.AddressRules;
import broadsheet.fetch.http.HttpWeb;
import broadsheet.fetch.http.Web;
import broadsheet.fetch.http.WebAddress;
import broadsheet.fetch.plan.FeedPlan;
import broadsheet.fetch.robots.RobotsGate;
import broadsheet.model.Fetch;
import broadsheet.model.FetchRequest;
import broadsheet.model.FetchRequest.Why;
import broadsheet.model.HostState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Asks for something once, with the manners of the stage but without its topics: what it is told to ask, and what that
 * leads to. It knows nothing of other processes that ask the same hosts.
 */
public final class OneShot implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(5);

    private final Web web;
    private final ExecutorService readers = Executors.newFixedThreadPool(1);
    private final Lanes lanes;
    private final Errands errands;
    private final Map<String, HostState> hosts = new HashMap<>();
    private long sent;

    private OneShot(FetchSettings settings, Web web) {
        this.web = web;
        this.lanes = new Lanes(settings.gap());
        this.errands = new Errands(
                web,
                new Gate(new RobotsGate(FetchSettings.PRODUCT)),
                new Reading(FetchSettings.PRODUCT, settings.maxBytes()),
                InstantSource.system(),
                readers,
                settings.gap(),
                settings.hosts());
        lanes.open(0, Map.of());
    }

    /** Opens the web for it. */
    public static OneShot open(FetchSettings settings) {
        return new OneShot(
                settings,
                HttpWeb.open(
                        AddressRules.of(settings.allowPrivate()),
                        settings.userAgent(),
                        settings.timeout(),
                        settings.hosts()));
    }

    /** Takes what comes of a request, and may ask for more. */
    public interface Taker {

        /**
         * Takes it.
         *
         * @param fetch its line, as the fetch ledger would have it
         * @param body of an answer that is to be taken in
         * @param facts what is known of that, as headers of a raw record
         */
        void take(Fetch fetch, Optional<byte[]> body, Map<String, String> facts);
    }

    /** A request for a URL that nothing is known of. */
    public static FetchRequest request(String url, FetchRequest.Kind kind, Map<String, String> facts) {
        Instant now = Instant.now();
        return FetchRequest.of(url, url, kind, Why.NEW, now, now.plus(FeedPlan.PATIENCE.multipliedBy(28)))
                .telling(facts);
    }

    /** Asks for it, when its host's turn comes. */
    public void ask(FetchRequest request) {
        lanes.add(WebAddress.host(request.url()), new Job(0, sent++, request));
    }

    /** Goes on until nothing is left to ask. */
    public void run(Taker taker) throws InterruptedException {
        long open = lanes.all().stream().mapToInt(Lane::size).sum();
        while (open > 0 || errands.out() > 0) {
            errands.send(lanes);
            for (Errands.Done done : errands.collect()) {
                hosts.put(done.host(), done.result().host());
                done.result().next().forEach(this::ask);
                taker.take(
                        done.result().fetch(),
                        done.result().page().map(Result.RawPage::bytes),
                        done.result().page().map(Result.RawPage::facts).orElse(Map.of()));
            }
            Thread.sleep(GLANCE.toMillis());
            open = lanes.all().stream().mapToInt(Lane::size).sum();
        }
    }

    /** The sitemaps that the robots.txt of a host names, as far as it was asked. */
    public List<String> sitemaps(String host) {
        var gate = new RobotsGate(FetchSettings.PRODUCT);
        return Optional.ofNullable(hosts.get(host)).orElse(HostState.NEW).robots().values().stream()
                .flatMap(robots -> gate.rules(robots).sitemaps().stream())
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        web.close();
        readers.shutdownNow();
    }
}
