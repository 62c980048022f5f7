package broadsheet.ledger;

import broadsheet.model.Facts;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.PublishedArticle;
import broadsheet.model.Topics;
import broadsheet.runtime.RuntimeSettings;
import broadsheet.runtime.TopicReader;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** The ledger as the cluster holds it: the raw topic's offsets and the outcomes. Not thread-safe. */
public final class Books implements AutoCloseable {

    private final TopicReader<byte[], byte[]> raw;
    private final TopicReader<String, Outcome> outcomes;
    private final TopicReader<String, PublishedArticle> copies;
    private final TopicReader<byte[], byte[]> deadLetters;
    private final Set<String> copyIds = new HashSet<>();
    private final Ledger ledger = new Ledger();
    private final Silence silence = new Silence();
    private final Optional<Instant> since;
    private long letters;

    public Books(RuntimeSettings settings) {
        this(settings, Optional.empty());
    }

    /** Of the raw records from that time on, by their timestamps. */
    public Books(RuntimeSettings settings, Optional<Instant> since) {
        this.since = since;
        Topics topics = settings.topics();
        raw = new TopicReader<>(settings, topics.rawPages());
        outcomes = new TopicReader<>(settings, topics.outcomes());
        copies = new TopicReader<>(settings, topics.copies());
        deadLetters = new TopicReader<>(settings, topics.deadLetters());
    }

    /** The sum as of now. The raw topic is looked at first, so that no outcome is ahead of its input. */
    public Balance balance() {
        look();
        return sum();
    }

    /** Takes down which inputs there are now. */
    public void look() {
        var ends = raw.ends();
        since.map(raw::since)
                .orElseGet(raw::beginnings)
                .forEach((TopicPartition partition, Long from) ->
                        ledger.expect(partition.partition(), from, ends.getOrDefault(partition, from)));
    }

    /** The sum of the inputs that were looked at, as of now. */
    public Balance sum() {
        Instant now = Instant.now();
        outcomes.drain(line -> {
            ledger.add(line.value());
            Facts.text(line.headers(), Outcome.LANGUAGE)
                    .ifPresent(language -> silence.add(
                            Facts.text(line.headers(), Outcome.SOURCE).orElse("?"),
                            language,
                            Instant.ofEpochMilli(line.timestamp()),
                            now));
        });
        copies.drain(copy -> {
            if (copy.value() == null) {
                copyIds.remove(copy.key());
            } else {
                copyIds.add(copy.key());
            }
        });
        return ledger.balance(copyIds);
    }

    /** What usually comes, as far as the ledger goes back. */
    Silence silence() {
        return silence;
    }

    /** The last sum for each partition of the raw topic. */
    Map<Integer, Balance> byPartition() {
        return ledger.balances(copyIds);
    }

    /** The inputs of that sum that have no final outcome. */
    Set<Origin> open() {
        return ledger.open();
    }

    /** The sum of inputs that nobody works on any more. */
    public Balance sumAtRest() {
        sum();
        dismissEmpty(ledger.silent());
        return sum();
    }

    /**
     * Where nobody has said anything, the raw topic is asked whether there is a record at all: a producer that writes in
     * transactions leaves offsets without one.
     */
    void dismissEmpty(Collection<Origin> open) {
        for (Origin origin : open) {
            if (ledger.isSilent(origin)
                    && raw.find(origin.partition(), origin.offset()).isEmpty()) {
                ledger.dismiss(origin);
            }
        }
    }

    /** How many dead letters have come, those included that were no inputs and so are not in the ledger. */
    long deadLetters() {
        letters += deadLetters.drain(letter -> {});
        return letters;
    }

    @Override
    public void close() {
        raw.close();
        outcomes.close();
        copies.close();
        deadLetters.close();
    }
}
