package broadsheet.fetch.plan;

import broadsheet.fetch.feed.Identity;
import broadsheet.model.Facts;
import broadsheet.model.Fetch;
import broadsheet.model.FetchRequest;
import broadsheet.model.FetchRequest.Why;
import broadsheet.model.Hub;
import broadsheet.model.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of a subscription, and when it is due. Pure: each step makes the next plan from the last, an event and the
 * time.
 *
 * @param subscription as it was last written
 * @param address where to ask: the subscription's URL, or where it has moved for good
 * @param validators of the last full answer
 * @param pace how fast it publishes; empty until it was read once
 * @param wishes what its last answer asks for
 * @param move where it says that it has moved
 * @param known identities and versions of entries, latest last
 * @param failures in a row
 * @param polls since it was last asked for the whole body
 * @param due when to ask next; empty if it has ended
 * @param last what became of the last request that was answered
 * @param push what is agreed with its hub; empty if it has none
 */
public record FeedPlan(
        Subscription subscription,
        String address,
        Validators validators,
        Optional<Pace> pace,
        Wishes wishes,
        Optional<Move> move,
        List<String> known,
        int failures,
        int polls,
        Optional<Instant> due,
        Optional<Fetch.Outcome> last,
        Optional<Push> push) {

    /** A request that waits longer at its host is not carried out any more. */
    public static final Duration PATIENCE = Duration.ofHours(6);

    /** By then the answer has come, or the request is lost. */
    private static final Duration LOST = PATIENCE.plusHours(1);

    /** Some servers say for ever that nothing has changed. */
    private static final int POLLS_UNTIL_UNCONDITIONAL = 50;

    private static final Duration LONGEST_FOR_MISSING = Duration.ofDays(7);
    private static final Duration MOST_JITTER = Duration.ofSeconds(30);
    private static final Duration AFTER_ROBOTS = Duration.ofHours(24);

    /** Hashes kept of each entry: identity, version, link. */
    private static final int HASHES = 3;

    private static final int FEWEST_KNOWN = 600;
    private static final int MOST_KNOWN = 12_000;

    public FeedPlan {
        known = List.copyOf(known);
    }

    /**
     * What an answer asks of us.
     *
     * @param minutes how many to wait at least
     * @param quiet when not to ask
     */
    public record Wishes(int minutes, QuietTimes quiet) {
        static final Wishes NONE = new Wishes(0, QuietTimes.NONE);
    }

    /**
     * The plan after an answer, and the pages that are to be fetched.
     *
     * @param plan the next plan
     * @param pages that the answer names
     */
    public record Step(FeedPlan plan, List<PageWish> pages) {}

    /** A subscription that is new. */
    public static FeedPlan start(String url, Subscription subscription, Instant now) {
        return new FeedPlan(
                subscription,
                url,
                Validators.NONE,
                Optional.empty(),
                Wishes.NONE,
                Optional.empty(),
                List.of(),
                0,
                0,
                Optional.of(now),
                Optional.empty(),
                Optional.empty());
    }

    /** It was written again: with a later time, one that had ended starts again. */
    public FeedPlan written(Subscription again, Instant now) {
        boolean anew = due.isEmpty() && again.since().isAfter(subscription.since());
        return new FeedPlan(
                again,
                address,
                validators,
                pace,
                wishes,
                move,
                known,
                anew ? 0 : failures,
                polls,
                anew ? Optional.of(now) : due,
                last,
                push);
    }

    /** The request that is due. */
    public FetchRequest request(String task, Instant now) {
        Validators said = polls >= POLLS_UNTIL_UNCONDITIONAL ? validators.unconditional() : validators;
        Map<String, String> facts = new TreeMap<>();
        subscription.source().ifPresent(name -> facts.put(Facts.SOURCE, name));
        return new FetchRequest(
                address,
                task,
                FetchRequest.Kind.of(subscription.kind()),
                last.isEmpty() ? Why.NEW : push.filter(Push::pinged).isPresent() ? Why.PUSHED : Why.DUE,
                now,
                now.plus(PATIENCE),
                said.etag(),
                said.lastModified(),
                said.bodyHash(),
                known,
                List.of(),
                0,
                0,
                facts,
                Optional.empty());
    }

    /** The request to the feed's hub, if one is due: it goes out with one to the feed. */
    public Optional<FetchRequest> hubRequest(String task, Instant now) {
        return push.filter(agreed -> agreed.isDue(now))
                .map(agreed -> ofHub(
                        agreed.hub(),
                        task,
                        Why.SUBSCRIBE,
                        new Hub(agreed.topic(), Optional.of(agreed.hub()), Optional.empty()),
                        now));
    }

    /** A request to a hub, or a hub's word as it is told to the planner. */
    public static FetchRequest ofHub(String url, String task, Why why, Hub hub, Instant now) {
        return new FetchRequest(
                url,
                task,
                FetchRequest.Kind.FEED,
                why,
                now,
                now.plus(PATIENCE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                0,
                0,
                Map.of(),
                Optional.of(hub));
    }

    /** The request was made; if no answer comes, it is due once more when none can come any more. */
    public FeedPlan asked(Instant now) {
        return withPush(push.map(Push::heeded)).withDue(Optional.of(now.plus(LOST)));
    }

    /** Its hub was asked. */
    public FeedPlan hubAsked(Instant now) {
        return withPush(push.map(agreed -> agreed.asked(now)));
    }

    /** Its hub has said something, or has not let itself be asked. */
    private FeedPlan heard(Fetch fetch, Instant now) {
        Optional<Push> ours = push.filter(agreed ->
                fetch.hub().filter(said -> said.topic().equals(agreed.topic())).isPresent());
        return switch (fetch.why()) {
            case VERIFIED ->
                ours.flatMap(agreed -> fetch.hub().flatMap(Hub::until).map(end -> agreed.verified(end, now)))
                        .map(agreed -> withPush(Optional.of(agreed)))
                        .orElse(this);
            case PING ->
                ours.filter(agreed -> due.isPresent())
                        .map(agreed -> withPush(Optional.of(agreed.spoken())).withDue(Optional.of(soon(now))))
                        .orElse(this);
            default -> this;
        };
    }

    private Instant soon(Instant now) {
        Instant rested = pace.map(read -> read.at().plus(Push.SHORTEST)).orElse(now);
        return rested.isAfter(now) ? rested : now;
    }

    /** An answer came. */
    public Step answered(String task, Fetch fetch, Instant now) {
        if (fetch.why().isOfHub()) {
            return new Step(heard(fetch, now), List.of());
        }
        List<PageWish> pages = subscription.links() ? pages(fetch) : List.of();
        if (fetch.outcome() == Fetch.Outcome.REDIRECTED) {
            return new Step(withDue(due.map(then -> now.plus(LOST))), pages);
        }
        if (fetch.depth() > 0) {
            return new Step(withKnown(known(fetch)), pages);
        }
        Optional<Move> moved = Move.after(move, fetch);
        boolean believed = moved.filter(Move::isBelieved).isPresent();
        FeedPlan next = new FeedPlan(
                subscription,
                believed ? fetch.url() : address,
                validators.after(fetch),
                paceAfter(fetch, now),
                fetch.outcome().isGood() ? wishes(fetch) : wishes,
                believed ? Optional.empty() : moved,
                known(fetch),
                failuresAfter(fetch),
                fetch.bodyHash().isPresent() ? 0 : polls + 1,
                Optional.empty(),
                Optional.of(fetch.outcome()),
                fetch.outcome().isGood()
                        ? Push.after(push, fetch, strangers(fetch).size(), now)
                        : push);
        return new Step(next.withDue(next.dueAfter(task, fetch, now)), pages);
    }

    private Optional<Pace> paceAfter(Fetch fetch, Instant now) {
        if (!fetch.outcome().isGood()) {
            return pace;
        }
        return Optional.of(
                pace.map(before -> before.after(strangers(fetch), now)).orElseGet(() -> firstPace(fetch, now)));
    }

    /** Of each entry that is new its date, if it has one. */
    private List<Optional<Instant>> strangers(Fetch fetch) {
        return fetch.entries().stream()
                .filter(entry -> !isKnown(entry))
                .map(entry -> entry.published().flatMap(Dates::read))
                .toList();
    }

    private static Pace firstPace(Fetch fetch, Instant now) {
        List<Instant> dates = fetch.entries().stream()
                .flatMap(entry -> entry.published().flatMap(Dates::read).stream())
                .toList();
        return Pace.of(dates, now);
    }

    private boolean isKnown(Fetch.Entry entry) {
        return known.contains(entry.id())
                || entry.link().map(Identity::ofLink).filter(known::contains).isPresent();
    }

    private static Wishes wishes(Fetch fetch) {
        return new Wishes(fetch.minutes().orElse(0), new QuietTimes(fetch.quietHours(), fetch.quietDays()));
    }

    private int failuresAfter(Fetch fetch) {
        return switch (fetch.outcome()) {
            case FETCHED, UNCHANGED -> 0;
            case BACKING_OFF, EXPIRED, ROBOTS, REDIRECTED -> failures;
            default -> failures + 1;
        };
    }

    private Optional<Instant> dueAfter(String task, Fetch fetch, Instant now) {
        if (fetch.outcome() == Fetch.Outcome.GONE) {
            return Optional.empty();
        }
        Instant then = switch (fetch.outcome()) {
            case FETCHED, UNCHANGED -> usual(task, now);
            case BACKING_OFF, EXPIRED -> now.plus(Pace.SHORTEST);
            case ROBOTS -> fetch.notBefore().isPresent() ? now : now.plus(AFTER_ROBOTS);
            case NOT_FOUND -> now.plus(Backoff.after(interval(), LONGEST_FOR_MISSING, failures, task));
            default -> now.plus(Backoff.after(interval(), Pace.LONGEST, failures, task));
        };
        return Optional.of(fetch.notBefore()
                .filter(then::isBefore)
                .map(before -> spread(task, before))
                .orElse(then));
    }

    /** All that a host sent away until a time does not come back in one moment. */
    private static Instant spread(String task, Instant before) {
        return before.plusMillis((long) (60_000 * Backoff.fraction(task)));
    }

    private Instant usual(String task, Instant now) {
        Duration own = interval();
        Duration wait = push.filter(agreed -> agreed.holds(now)).isPresent() && own.compareTo(Push.RARELY) < 0
                ? Push.RARELY
                : own;
        // Enough that feeds of one hour are not read in one second, and not so much that the hour is missed.
        double most = Math.min((double) MOST_JITTER.toMillis(), wait.toMillis() * 0.1);
        Duration jitter = Duration.ofMillis((long) (most * Backoff.fraction(task + now)));
        return wishes.quiet().after(now.plus(wait).plus(jitter));
    }

    /** How long to wait between two requests that go well: the feed's pace; its wishes only make it longer. */
    public Duration interval() {
        Duration own = pace.map(Pace::interval).orElse(Pace.SHORTEST);
        Duration wished = Duration.ofMinutes(Math.min(wishes.minutes(), Pace.LONGEST.toMinutes()));
        Duration ordered = Duration.ofMinutes(subscription.minutes().orElse(0));
        Duration longer = own.compareTo(wished) > 0 ? own : wished;
        return longer.compareTo(ordered) > 0 ? longer : ordered;
    }

    private List<PageWish> pages(Fetch fetch) {
        List<PageWish> pages = new ArrayList<>();
        for (Fetch.Entry entry : fetch.entries()) {
            if (!entry.full() && entry.link().isPresent()) {
                Map<String, String> facts = new TreeMap<>();
                subscription.source().ifPresent(name -> facts.put(Facts.SOURCE, name));
                entry.title().ifPresent(title -> facts.put(Facts.FEED_TITLE, title));
                entry.published().ifPresent(at -> facts.put(Facts.FEED_PUBLISHED, at));
                pages.add(new PageWish(entry.link().get(), facts, isKnown(entry)));
            }
        }
        return pages;
    }

    private List<String> known(Fetch fetch) {
        if (fetch.entries().isEmpty()) {
            return known;
        }
        Set<String> all = new LinkedHashSet<>(known);
        for (Fetch.Entry entry : fetch.entries()) {
            List<String> hashes = new ArrayList<>(List.of(entry.id(), entry.version()));
            entry.link().map(Identity::ofLink).ifPresent(hashes::add);
            hashes.forEach(all::remove);
            all.addAll(hashes);
        }
        int most = Math.min(MOST_KNOWN, Math.max(FEWEST_KNOWN, 2 * HASHES * fetch.size()));
        List<String> list = List.copyOf(all);
        return list.subList(Math.max(0, list.size() - most), list.size());
    }

    private FeedPlan withKnown(List<String> hashes) {
        return new FeedPlan(
                subscription, address, validators, pace, wishes, move, hashes, failures, polls, due, last, push);
    }

    private FeedPlan withDue(Optional<Instant> then) {
        return new FeedPlan(
                subscription, address, validators, pace, wishes, move, known, failures, polls, then, last, push);
    }

    private FeedPlan withPush(Optional<Push> agreed) {
        return new FeedPlan(
                subscription, address, validators, pace, wishes, move, known, failures, polls, due, last, agreed);
    }
}
