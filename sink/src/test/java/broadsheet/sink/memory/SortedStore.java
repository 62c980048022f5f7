package broadsheet.sink.memory;

import broadsheet.sink.versions.ReadingQuality;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store that reads as RocksDB under Kafka Streams does: what was deleted lies in the way until it is compacted, an
 * iterator passes it to get to what is there, and reads one entry ahead. It counts what it passes.
 */
final class SortedStore implements KeyValueStore<String, String> {

    private final ConcurrentSkipListMap<String, Optional<String>> entries = new ConcurrentSkipListMap<>();
    private int passed;

    /** How many deleted entries were passed since the last call. */
    int readDeleted() {
        int count = passed;
        passed = 0;
        return count;
    }

    /** What is there. */
    Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        entries.forEach((key, value) -> value.ifPresent(present -> content.put(key, present)));
        return content;
    }

    @Override
    public void put(String key, @Nullable String value) {
        entries.put(key, Optional.ofNullable(value));
    }

    @Override
    public @Nullable String putIfAbsent(String key, String value) {
        String before = get(key);
        if (before == null) {
            put(key, value);
        }
        return before;
    }

    @Override
    public void putAll(List<KeyValue<String, String>> all) {
        all.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public @Nullable String delete(String key) {
        return Objects.requireNonNullElse(entries.put(key, Optional.empty()), Optional.<String>empty())
                .orElse(null);
    }

    @Override
    public @Nullable String get(String key) {
        return entries.getOrDefault(key, Optional.empty()).orElse(null);
    }

    @Override
    public KeyValueIterator<String, String> range(String from, String to) {
        return new ReadingQuality(from, to);
    }

    @Override
    public KeyValueIterator<String, String> all() {
        return new ReadingQuality("", "\uffff");
    }

    private final class ReadingQuality implements KeyValueIterator<String, String> {

        private final String to;
        private @Nullable String at;
        private @Nullable String ready;

        ReadingQuality(String from, String to) {
            this.to = to;
            at = present(entries.ceilingKey(from));
        }

        private @Nullable String present(@Nullable String from) {
            String key = from;
            while (key != null && entries.getOrDefault(key, Optional.empty()).isEmpty()) {
                passed++;
                key = entries.higherKey(key);
            }
            return key;
        }

        @Override
        public boolean hasNext() {
            if (ready == null && at != null) {
                ready = at;
                at = present(entries.higherKey(at));
            }
            return ready != null && ready.compareTo(to) <= 0;
        }

        @Override
        public KeyValue<String, String> next() {
            var unused = hasNext();
            String key = Objects.requireNonNull(ready);
            ready = null;
            return KeyValue.pair(key, Objects.requireNonNull(get(key)));
        }

        @Override
        public String peekNextKey() {
            var unused = hasNext();
            return Objects.requireNonNull(ready);
        }

        @Override
        public void close() {}
    }

    @Override
    public String name() {
        return "sorted";
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {}

    @Override
    public long approximateNumEntries() {
        return content().size();
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {}

    @Override
    public void close() {
        entries.clear();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public Position getPosition() {
        return Position.emptyPosition();
    }
}
