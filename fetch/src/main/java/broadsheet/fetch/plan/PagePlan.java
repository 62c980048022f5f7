package broadsheet.fetch.plan;

import broadsheet.model.Fetch;
import broadsheet.model.FetchRequest;
import broadsheet.model.FetchRequest.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a page that a feed or sitemap named, and when it is due. It is fetched when it is named, and again some
 * time after, since many articles are edited in their first day; then it is only remembered, so that no other feed brings
 * it in anew.
 *
 * @param facts what the feed says of it
 * @param validators of the last full answer
 * @param visits how often it was there
 * @param misses how often in a row there was nothing
 * @param failures in a row
 * @param due when to ask next, or when to forget it
 * @param done whether it is not asked for any more
 */
public record PagePlan(
        Map<String, String> facts,
        Validators validators,
        int visits,
        int misses,
        int failures,
        Instant due,
        boolean done) {

    private static final Duration MEMORY = Duration.ofDays(30);
    private static final Duration LOST = FeedPlan.PATIENCE.plusHours(1);
    private static final Duration FIRST_RETRY = Duration.ofMinutes(10);
    private static final Duration LAST_RETRY = Duration.ofHours(12);
    private static final int MOST_FAILURES = 6;
    private static final int GONE = 2;

    public PagePlan {
        facts = Map.copyOf(facts);
    }

    /** A page that was never named before. */
    public static PagePlan start(PageWish wish, Instant now) {
        return new PagePlan(wish.facts(), Validators.NONE, 0, 0, 0, now, false);
    }

    /** Its entry was changed: it is asked for now, if it was there before. */
    public PagePlan changed(PageWish wish, Instant now) {
        return visits == 0 ? this : new PagePlan(wish.facts(), validators, visits, misses, failures, now, false);
    }

    /** The request that is due. */
    public FetchRequest request(String url, Instant now) {
        return FetchRequest.of(
                        url,
                        url,
                        FetchRequest.Kind.PAGE,
                        visits == 0 ? Why.ENTRY : Why.AGAIN,
                        now,
                        now.plus(FeedPlan.PATIENCE))
                .unless(validators.etag(), validators.lastModified(), validators.bodyHash())
                .missed(misses)
                .telling(facts);
    }

    /** The request was made. */
    public PagePlan asked(Instant now) {
        return new PagePlan(facts, validators, visits, misses, failures, now.plus(LOST), false);
    }

    /**
     * An answer came.
     *
     * @param again how long after each visit the next one is
     */
    public PagePlan answered(String url, Fetch fetch, List<Duration> again, Instant now) {
        return switch (fetch.outcome()) {
            case REDIRECTED -> asked(now);
            case NOTED -> this;
            case FETCHED, UNCHANGED -> visited(fetch, again, now);
            case NOT_FOUND, GONE -> missed(now);
            case BACKING_OFF, EXPIRED -> retry(failures, fetch.notBefore().orElse(now.plus(FIRST_RETRY)));
            case ROBOTS, REFUSED, TOO_LARGE, UNREADABLE ->
                fetch.notBefore().map(then -> retry(failures + 1, then)).orElseGet(() -> finished(now));
            case HTTP_ERROR, UNREACHABLE -> retry(failures + 1, afterFailure(url, fetch, now));
        };
    }

    private Instant afterFailure(String url, Fetch fetch, Instant now) {
        Instant then = now.plus(Backoff.after(FIRST_RETRY, LAST_RETRY, failures + 1, url));
        return fetch.notBefore().filter(then::isBefore).orElse(then);
    }

    private PagePlan visited(Fetch fetch, List<Duration> again, Instant now) {
        Validators fresh = validators.after(fetch);
        return visits < again.size()
                ? new PagePlan(facts, fresh, visits + 1, 0, 0, now.plus(again.get(visits)), false)
                : new PagePlan(facts, fresh, visits + 1, 0, 0, now.plus(MEMORY), true);
    }

    private PagePlan missed(Instant now) {
        boolean gone = misses + 1 >= GONE;
        Instant then = gone ? now.plus(MEMORY) : now.plus(Duration.ofHours(1));
        return new PagePlan(facts, validators, visits, misses + 1, failures, then, gone);
    }

    private PagePlan retry(int failed, Instant then) {
        return failed > MOST_FAILURES
                ? finished(then)
                : new PagePlan(facts, validators, visits, misses, failed, then, false);
    }

    private PagePlan finished(Instant now) {
        return new PagePlan(facts, validators, visits, misses, failures, now.plus(MEMORY), true);
    }

    /** When to ask next; empty if it is only remembered. */
    public Optional<Instant> next() {
        return done ? Optional.empty() : Optional.of(due);
    }
}
