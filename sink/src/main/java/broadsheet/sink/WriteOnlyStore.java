package broadsheet.sink;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The bottom of a store whose content is kept elsewhere: what is put goes through it to the changelog, and what the
 * changelog brings back goes to whoever keeps it. It has nothing itself, and so nothing can be read from it.
 */
final class WriteOnlyStore implements KeyValueStore<Bytes, byte[]> {

    private final String name;
    private final Restored restored;
    private final Position position = Position.emptyPosition();
    private boolean open;

    /** Takes what the changelog brings back; no value where it was deleted. */
    @FunctionalInterface
    interface Restored {
        void take(String key, byte @Nullable [] value);
    }

    private WriteOnlyStore(String name, Restored restored) {
        this.name = name;
        this.restored = restored;
    }

    static KeyValueBytesStoreSupplier supplier(String name, Restored restored) {
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return new WriteOnlyStore(name, restored);
            }

            @Override
            public String metricsScope() {
                return "write-only";
            }
        };
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> restored.take(new String(key, StandardCharsets.UTF_8), value));
        open = true;
    }

    @Override
    public void put(Bytes key, byte[] value) {}

    @Override
    public byte @Nullable [] delete(Bytes key) {
        return null;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {}

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        throw nothing();
    }

    @Override
    public byte[] get(Bytes key) {
        throw nothing();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        throw nothing();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        throw nothing();
    }

    private UnsupportedOperationException nothing() {
        return new UnsupportedOperationException("nothing can be read from store " + name);
    }

    @Override
    public long approximateNumEntries() {
        return 0;
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {}

    @Override
    public void close() {
        open = false;
    }

    /** So that a task that starts reads the whole changelog. */
    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public Position getPosition() {
        return position;
    }
}
