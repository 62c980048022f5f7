package broadsheet.fetch;

import broadsheet.model.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Plans by URL, and which of them are due: two stores that always say the same.
 *
 * @param <P> what a plan is
 */
final class Plans<P> {

    private final KeyValueStore<String, P> plans;
    private final Timers timers;
    private final Function<P, Optional<Instant>> due;

    private Plans(KeyValueStore<String, P> plans, Timers timers, Function<P, Optional<Instant>> due) {
        this.plans = plans;
        this.timers = timers;
        this.due = due;
    }

    /**
     * Names of the two.
     *
     * @param plans of the plans
     * @param due of their times
     */
    record Names(String plans, String due) {

        <P> Set<StoreBuilder<?>> stores(Class<P> type) {
            return Set.of(
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(plans), Serdes.String(), Json.serde(type)),
                    Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(due), Serdes.String(), Serdes.String()));
        }

        /** Those of a task. */
        <P> Plans<P> of(ProcessorContext<?, ?> context, Function<P, Optional<Instant>> time) {
            KeyValueStore<String, P> found = context.getStateStore(plans);
            return new Plans<>(found, new Timers(context.getStateStore(due)), time);
        }
    }

    Optional<P> find(String url) {
        return Optional.ofNullable(plans.get(url));
    }

    /** URLs of those that are due, earliest first, not more than {@code most}. */
    List<String> due(Instant now, int most) {
        return timers.due(now, most);
    }

    /** Keeps the next plan in place of the one before. */
    void keep(String url, Optional<P> before, Optional<P> next) {
        next.ifPresentOrElse(plan -> plans.put(url, plan), () -> plans.delete(url));
        timers.move(url, before.flatMap(due), next.flatMap(due));
    }
}
