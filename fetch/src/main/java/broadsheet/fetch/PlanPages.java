package broadsheet.fetch;

import broadsheet.fetch.plan.PagePlan;
import broadsheet.fetch.plan.PageWish;
import broadsheet.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
 * Keeps the plan of each page that a feed or sitemap named: the first to name it has it fetched, the others find it known.
 *
 * @param again how long after each visit the next one is
 */
record PlanPages(List<Duration> again) implements ProcessorSupplier<String, Planned, String, Planned> {

    private static final String PLANS = "page-plans";
    private static final String DUE = "pages-due";
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int MOST_A_TICK = 500;

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(PLANS), Serdes.String(), Json.serde(PagePlan.class)),
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(DUE), Serdes.String(), Serdes.String()));
    }

    @Override
    public Processor<String, Planned, String, Planned> get() {
        return new Processor<>() {
            @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
            private ProcessorContext<String, Planned> context;

            @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
            private KeyValueStore<String, PagePlan> plans;

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
                String url = input.key();
                Optional<PagePlan> before = Optional.ofNullable(plans.get(url));
                if (input.value() instanceof Planned.Wished wished) {
                    wish(url, before, wished.wish(), now);
                } else if (input.value() instanceof Planned.Answered answered) {
                    before.ifPresent(
                            plan -> keep(url, before, Optional.of(plan.answered(url, answered.fetch(), again, now))));
                }
            }

            private void wish(String url, Optional<PagePlan> before, PageWish wish, Instant now) {
                if (before.isEmpty() && !wish.changed()) {
                    ask(url, before, PagePlan.start(wish, now), now);
                } else if (wish.changed()) {
                    before.ifPresent(plan -> keep(url, before, Optional.of(plan.changed(wish, now))));
                }
            }

            private void ask(Instant now) {
                for (String url : timers.due(now, MOST_A_TICK)) {
                    Optional<PagePlan> plan = Optional.ofNullable(plans.get(url));
                    plan.ifPresent(due -> {
                        if (due.done()) {
                            keep(url, plan, Optional.empty());
                        } else {
                            ask(url, plan, due, now);
                        }
                    });
                }
            }

            private void ask(String url, Optional<PagePlan> before, PagePlan plan, Instant now) {
                context.forward(new Record<>(url, new Planned.Asked(plan.request(url, now)), now.toEpochMilli()));
                keep(url, before, Optional.of(plan.asked(now)));
            }

            private void keep(String url, Optional<PagePlan> before, Optional<PagePlan> next) {
                next.ifPresentOrElse(plan -> plans.put(url, plan), () -> plans.delete(url));
                timers.move(url, before.map(PagePlan::due), next.map(PagePlan::due));
            }
        };
    }
}
