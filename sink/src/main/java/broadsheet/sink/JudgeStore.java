package broadsheet.sink;

import broadsheet.model.Json;
import broadsheet.sink.copies.ArticleToJudge;
import broadsheet.sink.copies.CopyJudge;
import broadsheet.sink.copies.Verdict;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The judge of copies, and what it must not forget: one record per article on a changelog, all of it in memory.
 *
 * <p>As a store it is there on standbys too, and follows the changelog record by record: an instance that takes over
 * goes on judging at once. A task that starts anew reads the changelog, beside the threads that work. Nothing of it is
 * on disk, since the judge holds in memory whatever it was told.
 */
final class JudgeStore implements StateStore {

    static final String NAME = "judge-copies";

    private static final Serde<Judged> JUDGED = Json.serde(Judged.class);

    private final SinkSettings settings;
    private final KeyValueStore<String, Judged> changelog;
    private final Map<String, Asked> asked = new HashMap<>();
    private CopyJudge judge;
    private Instant latest = Instant.EPOCH;

    /**
     * An article as it stands on the changelog.
     *
     * @param home where the ruling goes
     * @param round number of the last question about it
     * @param article the article
     * @param verdict the present one
     * @param turn see {@link CopyJudge#turn}
     * @param asked how far the content of the news had come when it was asked
     */
    record Judged(
            String home,
            long round,
            @JsonProperty("claim") ArticleToJudge article,
            Verdict verdict,
            long turn,
            Instant asked) {}

    /** What the judge itself need not know of an article; see {@link Judged}. */
    private record Asked(String home, long round, Instant at) {}

    JudgeStore(SinkSettings settings) {
        this.settings = settings;
        judge = new CopyJudge(settings.copyWindow(), settings.copyMemory());
        changelog = Stores.keyValueStoreBuilder(WriteOnlyStore.supplier(NAME, this::restore), Serdes.String(), JUDGED)
                .withLoggingEnabled(Map.of())
                .build();
    }

    /** Goes on with what the changelog has brought back; returns how far the content of the news had come. */
    Instant resume() {
        judge.resume();
        return latest;
    }

    /** What is known of an article; empty if nothing is. */
    Optional<Judged> find(String id) {
        return judge.verdict(id).map(this::judged);
    }

    /**
     * Judges an article; returns it, then all whose verdict is another thereby.
     *
     * @param now how far the content of the news has come
     */
    List<Judged> judge(String home, long round, ArticleToJudge article, Instant now) {
        note(home, round, article.id(), now);
        return write(judge.judge(article, now));
    }

    /** See {@link CopyJudge#settleSome}. */
    List<Judged> settleSome(int most) {
        return write(judge.settleSome(most));
    }

    /** Forgets an article; returns all whose verdict is another without it. */
    List<Judged> withdraw(String id) {
        forget(id);
        return write(judge.withdraw(id));
    }

    /** See {@link CopyJudge#forgetAt}. */
    void forgetAt(Instant now) {
        judge.forgetAt(now);
    }

    /** See {@link CopyJudge#forgetSome}. */
    void forgetSome(int most) {
        judge.forgetSome(most).forEach(this::forget);
    }

    private void forget(String id) {
        asked.remove(id);
        changelog.delete(id);
    }

    private List<Judged> write(List<Verdict> verdicts) {
        List<Judged> judged = verdicts.stream().map(this::judged).toList();
        judged.forEach(one -> changelog.put(one.verdict().id(), one));
        return judged;
    }

    private Judged judged(Verdict verdict) {
        Asked last = Objects.requireNonNull(asked.get(verdict.id()), verdict.id());
        return new Judged(
                last.home,
                last.round,
                judge.known(verdict.id()).orElseThrow(),
                verdict,
                judge.turn(verdict.id()),
                last.at);
    }

    private void note(String home, long round, String id, Instant at) {
        // Most articles are their own home, and with millions of them two strings instead of one are to be noticed.
        asked.put(id, new Asked(home.equals(id) ? id : home, round, at));
        latest = at.isAfter(latest) ? at : latest;
    }

    private void restore(String id, byte @Nullable [] value) {
        if (value == null) {
            asked.remove(id);
            judge.letGo(id);
            return;
        }
        Judged judged = JUDGED.deserializer().deserialize(NAME, value);
        note(judged.home, judged.round, judged.article.id(), judged.asked);
        judge.remember(judged.article, judged.verdict, judged.turn, judged.asked);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        changelog.init(context, root);
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        changelog.commit(changelogOffsets);
    }

    /** Forgets all: whoever opens it again has the changelog read again. */
    @Override
    public void close() {
        changelog.close();
        asked.clear();
        latest = Instant.EPOCH;
        judge = new CopyJudge(settings.copyWindow(), settings.copyMemory());
    }

    @Override
    public boolean persistent() {
        return changelog.persistent();
    }

    @Override
    public boolean isOpen() {
        return changelog.isOpen();
    }
}
