package broadsheet.fetch.plan;

import broadsheet.model.Facts;
import broadsheet.model.Fetch;
import broadsheet.model.FetchRequest;
import broadsheet.model.FetchRequest.Why;
import broadsheet.model.Hub;
import broadsheet.model.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

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
 * @param known its entries, as far as they were named
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
        KnownEntries known,
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
                KnownEntries.NONE,
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
        return FetchRequest.of(
                        address,
                        task,
                        FetchRequest.Kind.of(subscription.kind()),
                        last.isEmpty() ? Why.NEW : push.filter(Push::pinged).isPresent() ? Why.PUSHED : Why.DUE,
                        now,
                        now.plus(PATIENCE))
                .unless(said.etag(), said.lastModified(), said.bodyHash())
                .knowing(known.hashes())
                .telling(source());
    }

    private Map<String, String> source() {
        return subscription.source().map(name -> Map.of(Facts.SOURCE, name)).orElse(Map.of());
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
        return FetchRequest.of(url, task, FetchRequest.Kind.FEED, why, now, now.plus(PATIENCE))
                .about(hub);
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
            return new Step(withKnown(known.with(fetch)), pages);
        }
        Optional<Move> moved = Move.after(move, fetch);
        boolean believed = moved.filter(Move::isBelieved).isPresent();
        FeedPlan next = new FeedPlan(
                subscription,
                believed ? fetch.url() : address,
                validators.after(fetch),
                paceAfter(fetch, now),
                fetch.outcome().isGood() ? Wishes.of(fetch) : wishes,
                believed ? Optional.empty() : moved,
                known.with(fetch),
                failuresAfter(fetch),
                fetch.bodyHash().isPresent() ? 0 : polls + 1,
                Optional.empty(),
                Optional.of(fetch.outcome()),
                fetch.outcome().isGood()
                        ? Push.after(push, fetch, strangers(fetch).size(), now)
                        : push);
        return new Step(next.withDue(new Turn(next).after(task, fetch, now)), pages);
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
                .filter(known.have().negate())
                .map(entry -> entry.published().flatMap(FeedDates::read))
                .toList();
    }

    private static Pace firstPace(Fetch fetch, Instant now) {
        List<Instant> dates = fetch.entries().stream()
                .flatMap(entry -> entry.published().flatMap(FeedDates::read).stream())
                .toList();
        return Pace.of(dates, now);
    }

    private int failuresAfter(Fetch fetch) {
        return switch (fetch.outcome()) {
            case FETCHED, UNCHANGED -> 0;
            case BACKING_OFF, EXPIRED, ROBOTS, REDIRECTED -> failures;
            default -> failures + 1;
        };
    }

    /** How long to wait between two requests that go well: the feed's pace; its wishes only make it longer. */
    public Duration interval() {
        return new Turn(this).interval();
    }

    private List<PageWish> pages(Fetch fetch) {
        List<PageWish> pages = new ArrayList<>();
        Predicate<Fetch.Entry> before = known.named();
        for (Fetch.Entry entry : fetch.entries()) {
            if (!entry.full() && entry.link().isPresent()) {
                Map<String, String> facts = new TreeMap<>(source());
                entry.title().ifPresent(title -> facts.put(Facts.FEED_TITLE, title));
                entry.published().ifPresent(at -> facts.put(Facts.FEED_PUBLISHED, at));
                pages.add(new PageWish(entry.link().get(), facts, before.test(entry)));
            }
        }
        return pages;
    }

    private FeedPlan withKnown(KnownEntries named) {
        return new FeedPlan(
                subscription, address, validators, pace, wishes, move, named, failures, polls, due, last, push);
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
