package broadsheet.fetch;

import broadsheet.fetch.plan.FeedPlan;
import broadsheet.fetch.plan.PagePlan;
import broadsheet.fetch.plan.PageWish;
import broadsheet.model.Fetch;
import broadsheet.model.FetchRequest;
import broadsheet.model.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What would be asked for, when and why: the plans made again from the subscriptions and the fetch ledger, as far back as
 * that is kept, without asking for anything. What is out at the moment shows as due.
 */
public final class Forecast {

    private final List<Duration> again;
    private final Map<String, FeedPlan> feeds = new HashMap<>();
    private final Map<String, PagePlan> pages = new HashMap<>();

    public Forecast(FetchSettings settings) {
        this.again = settings.again();
    }

    /**
     * A request to come.
     *
     * @param due when
     * @param request what would be asked for, and why
     * @param last what became of the one before
     */
    public record Coming(Instant due, FetchRequest request, Optional<Fetch.Outcome> last) {

        /** As a person reads it. */
        public String line() {
            return due + "  " + request.kind().word() + "  " + request.why() + "  " + request.url()
                    + last.map(outcome -> "  last " + outcome).orElse("");
        }
    }

    /** A subscription is in force since then. */
    public void subscribed(String url, Subscription subscription, Instant at) {
        feeds.put(url, FeedPlan.start(url, subscription, at));
    }

    /** A request was answered. */
    public void answered(Fetch fetch, Instant at) {
        if (fetch.kind() == FetchRequest.Kind.PAGE) {
            PagePlan plan = Optional.ofNullable(pages.get(fetch.task()))
                    .orElseGet(() -> PagePlan.start(new PageWish(fetch.task(), Map.of(), false), at));
            pages.put(fetch.task(), plan.answered(fetch.task(), fetch, again, at));
            return;
        }
        Optional.ofNullable(feeds.get(fetch.task())).ifPresent(plan -> {
            FeedPlan.Step step = plan.answered(fetch.task(), fetch, at);
            feeds.put(fetch.task(), step.plan());
            step.pages().stream()
                    .filter(wish -> !wish.changed())
                    .forEach(wish -> pages.putIfAbsent(wish.url(), PagePlan.start(wish, at)));
        });
    }

    /** All that is to come, the earliest first; what is due already is due now. */
    public List<Coming> coming(Instant now) {
        List<Coming> all = new ArrayList<>();
        feeds.forEach((url, plan) -> plan.due().ifPresent(due -> {
            Instant then = due.isBefore(now) ? now : due;
            all.add(new Coming(then, plan.request(url, then), plan.last()));
            plan.hubRequest(url, then).ifPresent(hub -> all.add(new Coming(then, hub, Optional.empty())));
        }));
        pages.forEach((url, plan) -> plan.next().ifPresent(due -> {
            Instant then = due.isBefore(now) ? now : due;
            all.add(new Coming(then, plan.request(url, then), Optional.empty()));
        }));
        all.sort(Comparator.comparing(Coming::due)
                .thenComparing(one -> one.request().url()));
        return all;
    }
}
