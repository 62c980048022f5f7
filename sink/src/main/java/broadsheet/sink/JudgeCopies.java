package broadsheet.sink;

import broadsheet.model.Json;
import broadsheet.sink.Effect.Ask;
import broadsheet.sink.copies.Claim;
import broadsheet.sink.copies.CopyJudge;
import broadsheet.sink.copies.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Judges whose copy an article is, and all whose verdict thereby changes. One record is kept per article; the index is
 * derived from them when the task starts.
 *
 * @param settings see there
 */
record JudgeCopies(SinkSettings settings) implements ProcessorSupplier<String, Ask, String, Ruling> {

    private static final String STORE = "judge-copies";

    /**
     * An article in the judge's store.
     *
     * @param home where the ruling goes
     * @param round number of the last question about it
     * @param claim the article
     * @param verdict the present one
     * @param asked how far the content of the news had come when it was asked
     */
    record Judged(String home, long round, Claim claim, Verdict verdict, Instant asked) {}

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), Json.serde(Judged.class)));
    }

    @Override
    public Processor<String, Ask, String, Ruling> get() {
        return new Bench(settings);
    }

    private static final class Bench implements Processor<String, Ask, String, Ruling> {

        private final CopyJudge judge;
        private final Watermark watermark = new Watermark();
        private @Nullable ProcessorContext<String, Ruling> context;
        private @Nullable KeyValueStore<String, Judged> store;

        Bench(SinkSettings settings) {
            judge = new CopyJudge(settings.copyWindow(), settings.copyMemory());
        }

        @Override
        public void init(ProcessorContext<String, Ruling> opened) {
            context = opened;
            KeyValueStore<String, Judged> known = opened.getStateStore(STORE);
            store = known;
            try (KeyValueIterator<String, Judged> all = known.all()) {
                all.forEachRemaining(
                        entry -> judge.remember(entry.value.claim(), entry.value.verdict(), entry.value.asked()));
            }
            judge.resume();
        }

        @Override
        public void process(Record<String, Ask> record) {
            Ask ask = record.value();
            Optional<Judged> known = Optional.ofNullable(kept().get(ask.id()));
            if (ask.claim().isPresent()) {
                judge(ask, ask.claim().get(), record.timestamp());
            } else if (known.filter(
                            last -> last.claim().language().equals(ask.language()) && last.round() <= ask.round())
                    .isPresent()) {
                kept().delete(ask.id());
                judge.withdraw(ask.id()).forEach(verdict -> tellChanged(verdict, record.timestamp()));
            }
        }

        private void judge(Ask ask, Claim claim, long timestamp) {
            if (watermark.advance(claim.firstSeen(), timestamp)) {
                judge.forgetAt(watermark.latest()).forEach(kept()::delete);
            }
            List<Verdict> verdicts = judge.claim(claim, watermark.latest());
            Verdict own = verdicts.get(0);
            kept().put(ask.id(), new Judged(ask.home(), ask.round(), claim, own, watermark.latest()));
            forward(new Ruling(ask.home(), ask.id(), ask.round(), own.match(), ask.pending()), timestamp);
            verdicts.stream().skip(1).forEach(verdict -> tellChanged(verdict, timestamp));
        }

        private void tellChanged(Verdict verdict, long timestamp) {
            Judged last = Objects.requireNonNull(kept().get(verdict.id()), verdict.id());
            kept().put(verdict.id(), new Judged(last.home(), last.round(), last.claim(), verdict, last.asked()));
            forward(new Ruling(last.home(), verdict.id(), last.round(), verdict.match(), Optional.empty()), timestamp);
        }

        private void forward(Ruling ruling, long timestamp) {
            Objects.requireNonNull(context)
                    .forward(new Record<>(ruling.home(), ruling, timestamp, Pending.headers(ruling.pending())));
        }

        private KeyValueStore<String, Judged> kept() {
            return Objects.requireNonNull(store, "init comes before process");
        }
    }
}
