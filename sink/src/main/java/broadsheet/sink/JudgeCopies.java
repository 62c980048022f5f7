package broadsheet.sink;

import broadsheet.sink.JudgeStore.Judged;
import broadsheet.sink.copies.ArticleToJudge;
import broadsheet.sink.publication.Effect.Ask;
import broadsheet.sink.publication.Pending;
import broadsheet.sink.publication.Ruling;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Judges whose copy an article is, and all whose verdict thereby changes.
 *
 * @param settings see there
 * @param sideWork of the instance
 */
record JudgeCopies(SinkSettings settings, SideWork sideWork) implements ProcessorSupplier<String, Ask, String, Ruling> {

    /** An epoch is forgotten in steps of so many articles: together they would take longer than a transaction may. */
    private static final int AT_A_TIME = 100;

    private static final int BESIDE_EACH = 10;

    /** So many of those whose turn has not come are judged at a time: each is a record downstream. */
    private static final int SETTLED_AT_A_TIME = 25;

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(new JudgeStoreBuilder(settings));
    }

    @Override
    public Processor<String, Ask, String, Ruling> get() {
        return new Bench(sideWork);
    }

    private static final class Bench implements Processor<String, Ask, String, Ruling> {

        private final SideWork sideWork;
        private final Watermark watermark = new Watermark();
        private SideWork.@Nullable Turns turns;
        private @Nullable ProcessorContext<String, Ruling> context;
        private @Nullable JudgeStore judge;
        private long latestTimestamp;

        private Bench(SideWork sideWork) {
            this.sideWork = sideWork;
        }

        @Override
        public void init(ProcessorContext<String, Ruling> opened) {
            context = opened;
            judge = opened.getStateStore(JudgeStore.NAME);
            watermark.resume(judge().resume());
            latestTimestamp = watermark.latest().toEpochMilli();
            turns = sideWork.schedule(opened, this::goOn);
        }

        @Override
        public void close() {
            SideWork.Turns own = turns;
            if (own != null) {
                own.close();
            }
        }

        private void goOn(long now) {
            judge().forgetSome(AT_A_TIME);
            judge().settleSome(SETTLED_AT_A_TIME).forEach(judged -> forward(judged, Optional.empty(), latestTimestamp));
        }

        @Override
        public void process(Record<String, Ask> record) {
            latestTimestamp = Math.max(latestTimestamp, record.timestamp());
            judge().forgetSome(BESIDE_EACH);
            Ask ask = record.value();
            if (ask.article().isPresent()) {
                judge(ask, ask.article().get(), record.timestamp());
            } else if (judge().find(ask.id())
                    .filter(last -> last.article().language().equals(ask.language()) && last.round() <= ask.round())
                    .isPresent()) {
                judge().withdraw(ask.id()).forEach(judged -> forward(judged, Optional.empty(), record.timestamp()));
            }
        }

        private void judge(Ask ask, ArticleToJudge article, long timestamp) {
            if (watermark.advance(article.firstSeen(), timestamp)) {
                judge().forgetAt(watermark.latest());
            }
            List<Judged> judged = judge().judge(ask.home(), ask.round(), article, watermark.latest());
            forward(judged.get(0), ask.pending(), timestamp);
            judged.stream().skip(1).forEach(changed -> forward(changed, Optional.empty(), timestamp));
        }

        private void forward(Judged judged, Optional<Pending> pending, long timestamp) {
            var ruling = new Ruling(
                    judged.home(),
                    judged.verdict().id(),
                    judged.round(),
                    judged.verdict().match(),
                    judged.verdict()
                            .match()
                            .flatMap(match -> judge().find(match.original()))
                            .map(Judged::home),
                    pending);
            Objects.requireNonNull(context)
                    .forward(new Record<>(ruling.home(), ruling, timestamp, Pending.headers(pending)));
        }

        private JudgeStore judge() {
            return Objects.requireNonNull(judge, "init comes before process");
        }
    }
}
