package broadsheet.fetch;

import broadsheet.fetch.plan.FeedPlan;
import broadsheet.fetch.plan.PageWish;
import broadsheet.model.Fetch;
import broadsheet.model.FetchRequest;
import broadsheet.model.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Keeps the plan of each subscription and asks for what is due. However much is due at once, at the first start or after a
 * long stop, it goes out a few a second.
 *
 * @param perSecond how many
 * @param hubs whether hubs can reach us, so that they are asked to
 */
record PlanFeeds(int perSecond, boolean hubs) implements ProcessorSupplier<String, Planned, String, Planned> {

    private static final Plans.Names STORES = new Plans.Names("feed-plans", "feeds-due");
    private static final Duration TICK = Duration.ofSeconds(1);

    @Override
    public Set<StoreBuilder<?>> stores() {
        return STORES.stores(FeedPlan.class);
    }

    @Override
    public Processor<String, Planned, String, Planned> get() {
        return new Processor<>() {
            @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
            private ProcessorContext<String, Planned> context;

            @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
            private Plans<FeedPlan> plans;

            @Override
            public void init(ProcessorContext<String, Planned> processor) {
                context = processor;
                plans = STORES.of(processor, FeedPlan::due);
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
                Optional<FeedPlan> before = plans.find(url);
                Optional<FeedPlan> next = subscription.map(written -> before.map(plan -> plan.written(written, now))
                        .orElseGet(() -> FeedPlan.start(url, written, now)));
                plans.keep(url, before, next);
            }

            private void answer(Record<String, Planned> input, Fetch fetch, Instant now) {
                Optional<FeedPlan> before = plans.find(input.key());
                // Without a plan it was unsubscribed from meanwhile.
                before.map(plan -> plan.answered(input.key(), fetch, now)).ifPresent(step -> {
                    plans.keep(input.key(), before, Optional.of(step.plan()));
                    for (PageWish page : step.pages()) {
                        context.forward(input.withKey(page.url()).withValue(new Planned.Wished(page)));
                    }
                });
            }

            private void ask(Instant now) {
                for (String url : plans.due(now, perSecond)) {
                    Optional<FeedPlan> plan = plans.find(url);
                    plan.ifPresent(due -> {
                        send(url, due.request(url, now), now);
                        plans.keep(url, plan, Optional.of(askHub(url, due.asked(now), now)));
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
        };
    }
}
