package broadsheet.fetch;

import broadsheet.fetch.plan.FeedPlan;
import broadsheet.fetch.plan.PageWish;
import broadsheet.model.Fetch;
import broadsheet.model.FetchRequest;
import broadsheet.model.Json;
import broadsheet.model.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Keeps the plan of each subscription and asks for what is due. However much is due at once, at the first start or after a
 * long stop, it goes out a few a second.
 *
 * @param perSecond how many
 * @param hubs whether hubs can reach us, so that they are asked to
 */
record PlanFeeds(int perSecond, boolean hubs) implements ProcessorSupplier<String, Planned, String, Planned> {

    /** The store of plans, by subscription. */
    static final String PLANS = "feed-plans";

    private static final String DUE = "feeds-due";
    private static final Duration TICK = Duration.ofSeconds(1);

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(PLANS), Serdes.String(), Json.serde(FeedPlan.class)),
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(DUE), Serdes.String(), Serdes.String()));
    }

    @Override
    public Processor<String, Planned, String, Planned> get() {
        return new Processor<>() {
            @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
            private ProcessorContext<String, Planned> context;

            @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
            private KeyValueStore<String, FeedPlan> plans;

            @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
            private Timers timers;

            @Override
            public void init(ProcessorContext<String, Planned> processor) {
                context = processor;
                plans = processor.getStateStore(PLANS);
                timers = new Timers(processor.getStateStore(DUE));
                processor.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> ask(Instant.ofEpochMilli(now)));
            }

            @Override
            public void process(Record<String, Planned> input) {
                Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
                if (input.value() instanceof Planned.Written written) {
                    write(input.key(), written.subscription(), now);
                } else if (input.value() instanceof Planned.Answered answered) {
                    answer(input, answered.fetch(), now);
                }
            }

            private void write(String url, Optional<Subscription> subscription, Instant now) {
                Optional<FeedPlan> before = Optional.ofNullable(plans.get(url));
                Optional<FeedPlan> next = subscription.map(written -> before.map(plan -> plan.written(written, now))
                        .orElseGet(() -> FeedPlan.start(url, written, now)));
                keep(url, before, next);
            }

            private void answer(Record<String, Planned> input, Fetch fetch, Instant now) {
                Optional<FeedPlan> before = Optional.ofNullable(plans.get(input.key()));
                // Without a plan it was unsubscribed from meanwhile.
                before.map(plan -> plan.answered(input.key(), fetch, now)).ifPresent(step -> {
                    keep(input.key(), before, Optional.of(step.plan()));
                    for (PageWish page : step.pages()) {
                        context.forward(input.withKey(page.url()).withValue(new Planned.Wished(page)));
                    }
                });
            }

            private void ask(Instant now) {
                for (String url : timers.due(now, perSecond)) {
                    Optional<FeedPlan> plan = Optional.ofNullable(plans.get(url));
                    plan.ifPresent(due -> {
                        send(url, due.request(url, now), now);
                        keep(url, plan, Optional.of(askHub(url, due.asked(now), now)));
                    });
                }
            }

            /** A hub is asked along with its feed. */
            private FeedPlan askHub(String url, FeedPlan plan, Instant now) {
                Optional<FetchRequest> request = hubs ? plan.hubRequest(url, now) : Optional.empty();
                request.ifPresent(ask -> send(url, ask, now));
                return request.isPresent() ? plan.hubAsked(now) : plan;
            }

            private void send(String url, FetchRequest request, Instant now) {
                context.forward(new Record<>(url, new Planned.Asked(request), now.toEpochMilli()));
            }

            private void keep(String url, Optional<FeedPlan> before, Optional<FeedPlan> next) {
                next.ifPresentOrElse(plan -> plans.put(url, plan), () -> plans.delete(url));
                timers.move(url, before.flatMap(FeedPlan::due), next.flatMap(FeedPlan::due));
            }
        };
    }
}
