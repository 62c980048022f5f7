package broadsheet.export;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records that are carried out together: of each article and standing the last one. */
final class Batch {

    private static final int MOST_RECORDS = 1_000;
    private static final int MOST_BYTES = 4 << 20;

    private record Key(Standing standing, String id) {

        static Key of(Change change) {
            return new Key(change.standing(), change.id());
        }
    }

    private record Asked(ConsumerRecord<byte[], byte[]> record, Sorted.Asking asking) {}

    private final Sorter sorter;
    private final PoisonFile poison;
    private final Map<Key, Asked> last = new LinkedHashMap<>();
    private final Set<Key> refused = new HashSet<>();
    private ExportTally tally = ExportTally.NONE;
    private long bytes;

    Batch(Sorter sorter, PoisonFile poison) {
        this.sorter = sorter;
        this.poison = poison;
    }

    void add(Standing standing, ConsumerRecord<byte[], byte[]> record) {
        bytes += Math.max(0, record.serializedValueSize());
        Sorted sorted = sorter.sort(standing, record.offset(), record.key(), record.value());
        if (sorted instanceof Sorted.Poison unreadable) {
            poison.add(record, unreadable.why());
            tally = tally.plus(sorted.tally());
        } else if (sorted instanceof Sorted.Asking asking
                && last.put(Key.of(asking.change()), new Asked(record, asking)) != null) {
            tally = tally.plus(ExportTally.SUPERSEDED);
        }
    }

    boolean isFull() {
        return last.size() >= MOST_RECORDS || bytes >= MOST_BYTES;
    }

    List<Change> changes() {
        return last.values().stream().map(asked -> asked.asking().change()).toList();
    }

    /** A change that the target cannot hold, told once or again. */
    void refuse(Target.Refusal refusal) {
        Key key = Key.of(refusal.change());
        Optional.ofNullable(last.get(key)).ifPresent(asked -> poison.add(asked.record(), refusal.why()));
        refused.add(key);
    }

    /** What has become of its records, now that the target has taken all but those that it refused. */
    ExportTally tally() {
        ExportTally all = tally;
        for (Map.Entry<Key, Asked> asked : last.entrySet()) {
            boolean isRefused = refused.contains(asked.getKey());
            all = all.plus(
                    isRefused ? ExportTally.POISON : asked.getValue().asking().tally());
        }
        return all;
    }
}
