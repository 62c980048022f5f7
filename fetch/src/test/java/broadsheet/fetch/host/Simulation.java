package broadsheet.fetch.host;

import broadsheet.fetch.plan.FeedPlan;
import broadsheet.fetch.plan.PagePlan;
import broadsheet.fetch.plan.PageWish;
import broadsheet.fetch.robots.RobotsGate;
import broadsheet.model.Fetch;
import broadsheet.model.Fetch.Outcome;
import broadsheet.model.FetchRequest;
import broadsheet.model.Subscription;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Many feeds over many days in a few minutes: the plans, gate, lanes and readers of {@code fetch} as they are, between a
 * planner that keeps its plans in memory and a web of invented publishers. Time is virtual, chance is seeded.
 *
 * <p>{@code Simulation FEEDS DAYS SEED} prints the figures.
 */
final class Simulation {

    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
    private static final Duration TICK = Duration.ofSeconds(1);

    /** After the last publication, so that what is fetched once a day has been fetched. */
    private static final Duration AFTER = Duration.ofHours(25);

    /** As six partitions ask by default. */
    private static final int STARTS_A_TICK = 120;

    private final Duration length;
    private final VirtualClock clock = new VirtualClock(START);
    private final SimulatedPress press;
    private final VirtualWeb web;
    private final Lanes lanes = new Lanes(Duration.ofSeconds(1));
    private final Errands errands;
    private final Map<String, SimulatedFeed> feeds = new HashMap<>();
    private final Map<String, FeedPlan> plans = new HashMap<>();
    private final Map<String, PagePlan> pages = new HashMap<>();
    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));
    private final PriorityQueue<Due> pagesDue = new PriorityQueue<>(Comparator.comparing(Due::at));
    private final Map<SimulatedFeed.Kind, SimulationFigures> figures = new EnumMap<>(SimulatedFeed.Kind.class);
    private final Map<String, SimulationFigures.Seen> seen = new HashMap<>();
    private long asked;

    Simulation(int count, Duration length, long seed) {
        this.length = length;
        press = new SimulatedPress(count, START, length, new Random(seed));
        web = new VirtualWeb(clock, press);
        lanes.open(0, Map.of());
        errands = new Errands(
                web,
                new Gate(new RobotsGate("broadsheet")),
                new Reading("broadsheet", 10 << 20),
                clock,
                Runnable::run,
                Duration.ofSeconds(1),
                200);
        for (SimulatedFeed.Kind kind : SimulatedFeed.Kind.values()) {
            figures.put(kind, new SimulationFigures());
        }
        for (SimulatedFeed feed : press.feeds()) {
            feeds.put(feed.url(), feed);
            seen.put(feed.url(), new SimulationFigures.Seen(feed));
            plan(feed.url(), FeedPlan.start(feed.url(), Subscription.of(Subscription.Kind.FEED, START), START));
        }
    }

    private record Due(Instant at, String url) {}

    private void plan(String url, FeedPlan plan) {
        plans.put(url, plan);
        plan.due().ifPresent(at -> due.add(new Due(at, url)));
    }

    private void plan(String url, PagePlan plan) {
        pages.put(url, plan);
        if (!plan.done()) {
            pagesDue.add(new Due(plan.due(), url));
        }
    }

    /** Lets the time pass. */
    Simulation run() {
        Instant until = START.plus(length).plus(AFTER);
        while (clock.instant().isBefore(until)) {
            clock.advance(TICK);
            askFeeds();
            askPages();
            errands.send(lanes);
            web.deliver();
            errands.collect().forEach(done -> answered(done.result()));
        }
        seen.forEach((url, entries) -> figure(url).count(entries, START, START.plus(length)));
        return this;
    }

    private SimulationFigures figure(String url) {
        return figures.get(feeds.get(url).kind());
    }

    private void askFeeds() {
        Instant now = clock.instant();
        for (int i = 0;
                i < STARTS_A_TICK && !due.isEmpty() && !due.element().at().isAfter(now);
                i++) {
            Due next = due.remove();
            FeedPlan plan = plans.get(next.url());
            // A time may be older than the plan.
            if (plan.due().filter(next.at()::equals).isPresent()) {
                send(plan.request(next.url(), now));
                plan(next.url(), plan.asked(now));
            }
        }
    }

    private void askPages() {
        Instant now = clock.instant();
        while (!pagesDue.isEmpty() && !pagesDue.element().at().isAfter(now)) {
            Due next = pagesDue.remove();
            PagePlan plan = pages.get(next.url());
            if (!plan.done() && plan.due().equals(next.at())) {
                send(plan.request(next.url(), now));
                plan(next.url(), plan.asked(now));
            }
        }
    }

    private void send(FetchRequest request) {
        lanes.add(URI.create(request.url()).getHost(), new Job(0, asked++, request));
    }

    private void answered(Result result) {
        Fetch fetch = result.fetch();
        Instant now = clock.instant();
        result.next().forEach(this::send);
        if (fetch.kind() == FetchRequest.Kind.PAGE) {
            plan(
                    fetch.task(),
                    pages.get(fetch.task())
                            .answered(
                                    fetch.task(),
                                    fetch,
                                    java.util.List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7)),
                                    now));
            result.page().ifPresent(page -> seenPage(fetch.task(), now));
            return;
        }
        if (now.isBefore(START.plus(length))) {
            figure(fetch.task()).count(fetch);
        }
        FeedPlan.Step step = plans.get(fetch.task()).answered(fetch.task(), fetch, now);
        plan(fetch.task(), step.plan());
        step.pages().forEach(wish -> wished(wish, now));
        if (fetch.outcome() == Outcome.FETCHED) {
            seen.get(fetch.task()).read(fetch, now);
        }
    }

    private void wished(PageWish wish, Instant now) {
        Optional<PagePlan> before = Optional.ofNullable(pages.get(wish.url()));
        if (before.isEmpty()) {
            plan(wish.url(), PagePlan.start(wish, now));
        }
    }

    private void seenPage(String url, Instant now) {
        String[] parts = url.substring(url.lastIndexOf('/') + 1).split("-", -1);
        String feed = url.substring(0, url.lastIndexOf('/')) + "/feed" + parts[1];
        seen.get(feed).raw(Integer.parseInt(parts[2]), now);
    }

    SimulationFigures of(SimulatedFeed.Kind kind) {
        return figures.get(kind);
    }

    /** The figures of several kinds together. */
    SimulationFigures of(SimulatedFeed.Kind... kinds) {
        var all = new SimulationFigures();
        for (SimulatedFeed.Kind kind : kinds) {
            all.add(figures.get(kind));
        }
        return all;
    }

    int pollsInsideRetryAfter() {
        return press.pollsInsideRetryAfter();
    }

    VirtualWeb web() {
        return web;
    }

    /** What is to be shown. */
    String report() {
        var lines = new StringBuilder();
        for (SimulatedFeed.Kind kind : SimulatedFeed.Kind.values()) {
            lines.append(String.format("%-14s %s%n", kind, figures.get(kind).line()));
        }
        lines.append(String.format(
                "%-14s %s%n",
                "hourly, faster",
                of(SimulatedFeed.Kind.BURSTY, SimulatedFeed.Kind.HOURLY, SimulatedFeed.Kind.RANDOM_HOURLY)
                        .line()));
        lines.append(String.format(
                "%-14s %s%n", "all", of(SimulatedFeed.Kind.values()).line()));
        return lines
                + "requests=" + web.requests() + " insideRetryAfter=" + pollsInsideRetryAfter() + " mostAtOnce="
                + web.mostAtOnce() + " shortestPause=" + web.shortestPause().toMillis() + "ms";
    }

    public static void main(String[] arguments) {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int days = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 20261130;
        System.out.println(count + " feeds, " + days + " days, seed " + seed);
        System.out.println(
                new Simulation(count, Duration.ofDays(days), seed).run().report());
    }
}
