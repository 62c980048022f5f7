package broadsheet.ledger;

import broadsheet.ledger.Sum.Gap;
import broadsheet.model.Facts;
import broadsheet.model.Origin;
import broadsheet.model.Outcome;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import broadsheet.runtime.clients.TopicReader;
import broadsheet.runtime.settings.RuntimeSettings;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;

/** The ledger as the cluster holds it: the raw topic's offsets and the outcomes. Not thread-safe. */
public final class Books implements AutoCloseable {

    /** So many gaps are looked into at a time; of more, each n-th, and all that are longer than a marker. */
    private static final int MOST_LOOKS = 500;

    private final TopicReader<byte[], byte[]> raw;
    private final TopicReader<String, Outcome> outcomes;
    private final TopicReader<String, byte[]> copies;
    private final TopicReader<byte[], byte[]> deadLetters;
    private final Ledger ledger = new Ledger();
    private final Silence silence = new Silence();
    private final Optional<Instant> since;
    private final Set<Integer> cut = new HashSet<>();
    private final Set<String> begun = new HashSet<>();
    private long letters;

    public Books(RuntimeSettings settings) {
        this(settings, Optional.empty());
    }

    /** Of the raw records from that time on, by their timestamps. */
    public Books(RuntimeSettings settings, Optional<Instant> since) {
        this.since = since;
        Topics topics = settings.topics();
        raw = TopicReader.glancing(settings, topics.rawPages());
        outcomes = new TopicReader<>(settings, topics.outcomes());
        // Whether there is a copy is all that counts, not what it says.
        copies = new TopicReader<>(
                settings, new Topic<>(topics.copies().name(), Serdes.String(), Serdes.ByteArray(), Optional.empty()));
        deadLetters = new TopicReader<>(settings, topics.deadLetters());
        outcomes.beginnings().forEach((TopicPartition partition, Long begin) -> {
            if (begin > 0) {
                cut.add(partition.partition());
            }
        });
    }

    /** The sum as of now. The raw topic is looked at first, so that no outcome is ahead of its input. */
    public Balance balance() {
        look();
        return tally(Patience.ENDLESS).balance();
    }

    /** Takes down which inputs there are now. */
    void look() {
        var ends = raw.ends();
        var beginnings = raw.beginnings();
        var from = since.map(raw::since).orElse(beginnings);
        beginnings.forEach((TopicPartition partition, Long begin) -> {
            long first = Math.max(begin, from.getOrDefault(partition, begin));
            if (since.isPresent()) {
                ledger.ignoreBelow(partition.partition(), first);
            }
            ledger.expect(partition.partition(), first, ends.getOrDefault(partition, first));
        });
    }

    /** The sum of the inputs that were looked at, as of now. */
    Tally tally(Patience patience) {
        Instant now = Instant.now();
        outcomes.drain(line -> take(line, now));
        copies.drain(copy -> ledger.stands(copy.key(), copy.value() != null));
        Tally tally = ledger.tally(patience);
        if (tally.gaps().isEmpty()) {
            return tally;
        }
        lookInto(tally.gaps());
        return ledger.tally(new Patience(Set.of(), patience.ways(), patience.isRest()));
    }

    private void take(ConsumerRecord<String, Outcome> line, Instant now) {
        Outcome outcome = line.value();
        if (cut.contains(line.partition())
                && begun.add(line.partition() + " " + outcome.origin().partition())) {
            // What lay before it has left the ledger, each partition in its own time.
            ledger.forgive(outcome.origin().partition(), outcome.origin().offset());
        }
        ledger.add(outcome);
        Facts.text(line.headers(), Outcome.LANGUAGE)
                .ifPresent(language -> silence.add(
                        Facts.text(line.headers(), Outcome.SOURCE).orElse("?"),
                        language,
                        Instant.ofEpochMilli(line.timestamp()),
                        now));
    }

    /** What usually comes, as far as the ledger goes back. */
    Silence silence() {
        return silence;
    }

    /** The sum as of now, where nobody works on anything any more: an offset without a record is no input. */
    public Balance balanceAtRest() {
        look();
        return sumAtRest();
    }

    /** The sum of inputs that nobody works on any more. */
    public Balance sumAtRest() {
        return tally(Patience.NONE).balance();
    }

    /**
     * Where nobody has said anything, the raw topic is asked whether there is a record at all: a producer that writes in
     * transactions leaves offsets without one. It may leave one for each page; so not each is asked for.
     */
    private void lookInto(List<Gap> gaps) {
        int step = (gaps.size() + MOST_LOOKS - 1) / MOST_LOOKS;
        int longOnes = 0;
        for (int i = 0; i < gaps.size(); i++) {
            Gap gap = gaps.get(i);
            boolean isLong = gap.end() - gap.first() > 1;
            if (i % step == 0 || (isLong && longOnes++ < MOST_LOOKS)) {
                lookInto(gap);
            } else if (!isLong) {
                ledger.dismiss(gap.partition(), gap.first(), gap.end());
            }
        }
    }

    private void lookInto(Gap gap) {
        long from = gap.first();
        while (from < gap.end()) {
            long record = raw.next(gap.partition(), from, gap.end())
                    .map(ConsumerRecord::offset)
                    .orElse(gap.end());
            ledger.dismiss(gap.partition(), from, record);
            if (record < gap.end()) {
                ledger.confirm(Origin.of(gap.partition(), record));
            }
            from = record + 1;
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
        ledger.close();
    }
}
