package broadsheet.fetch;

import broadsheet.fetch.plan.PageWish;
import broadsheet.model.Fetch;
import broadsheet.model.FetchRequest;
import broadsheet.model.Subscription;
import java.util.Optional;

/** What comes to the planner, and what comes of it. */
sealed interface Planned {

    /**
     * A subscription was written, or ended.
     *
     * @param subscription empty if it has ended
     */
    record Written(Optional<Subscription> subscription) implements Planned {}

    /**
     * A request was answered.
     *
     * @param fetch how
     */
    record Answered(Fetch fetch) implements Planned {}

    /**
     * A page was named.
     *
     * @param wish which
     */
    record Wished(PageWish wish) implements Planned {}

    /**
     * A URL is to be asked for.
     *
     * @param request how
     */
    record Asked(FetchRequest request) implements Planned {}
}
