package broadsheet.fetch;

import broadsheet.fetch.plan.PagePlan;
import broadsheet.fetch.plan.PageWish;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Keeps the plan of each page that a feed or sitemap named: the first to name it has it fetched, the others find it known.
 *
 * @param again how long after each visit the next one is
 */
record PlanPages(List<Duration> again) implements ProcessorSupplier<String, Planned, String, Planned> {

    private static final Plans.Names STORES = new Plans.Names("page-plans", "pages-due");
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int MOST_A_TICK = 500;

    @Override
    public Set<StoreBuilder<?>> stores() {
        return STORES.stores(PagePlan.class);
    }

    @Override
    public Processor<String, Planned, String, Planned> get() {
        return new Processor<>() {
            @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
            private ProcessorContext<String, Planned> context;

            @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
            private Plans<PagePlan> plans;

            @Override
            public void init(ProcessorContext<String, Planned> processor) {
                context = processor;
                plans = STORES.of(processor, plan -> Optional.of(plan.due()));
                processor.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> ask(Instant.ofEpochMilli(now)));
            }

            @Override
            public void process(Record<String, Planned> input) {
                Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
                String url = input.key();
                Optional<PagePlan> before = plans.find(url);
                if (input.value() instanceof Planned.Wished wished) {
                    wish(url, before, wished.wish(), now);
                } else if (input.value() instanceof Planned.Answered answered) {
                    before.ifPresent(plan ->
                            plans.keep(url, before, Optional.of(plan.answered(url, answered.fetch(), again, now))));
                }
            }

            private void wish(String url, Optional<PagePlan> before, PageWish wish, Instant now) {
                if (before.isEmpty() && !wish.changed()) {
                    ask(url, before, PagePlan.start(wish, now), now);
                } else if (wish.changed()) {
                    before.ifPresent(plan -> plans.keep(url, before, Optional.of(plan.changed(wish, now))));
                }
            }

            private void ask(Instant now) {
                for (String url : plans.due(now, MOST_A_TICK)) {
                    Optional<PagePlan> plan = plans.find(url);
                    plan.ifPresent(due -> {
                        if (due.done()) {
                            plans.keep(url, plan, Optional.empty());
                        } else {
                            ask(url, plan, due, now);
                        }
                    });
                }
            }

            private void ask(String url, Optional<PagePlan> before, PagePlan plan, Instant now) {
                context.forward(new Record<>(url, new Planned.Asked(plan.request(url, now)), now.toEpochMilli()));
                plans.keep(url, before, Optional.of(plan.asked(now)));
            }
        };
    }
}
