package broadsheet.sink.copies;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A hash table with {@code int} keys, 8 bytes a slot with compressed references. It is cut into segments, so that
 * growing copies a small part at a time. Linear probing; a removed slot is closed by moving back what follows.
 */
final class KeyTable<V> {

    private static final int SEGMENTS = 64;

    private final Segment[] segments = new Segment[SEGMENTS];

    KeyTable() {
        Arrays.setAll(segments, i -> new Segment());
    }

    @Nullable
    V get(int key) {
        return cast(segment(key).get(key));
    }

    void put(int key, V value) {
        segment(key).put(key, value, true);
    }

    /** Puts a value where there is none; returns what is there otherwise. */
    @Nullable
    V putIfAbsent(int key, V value) {
        return cast(segment(key).put(key, value, false));
    }

    void remove(int key) {
        segment(key).remove(key);
    }

    private Segment segment(int key) {
        return segments[spread(key) >>> 26];
    }

    @SuppressWarnings("unchecked")
    private @Nullable V cast(@Nullable Object value) {
        return (V) value;
    }

    private static int spread(int key) {
        return key * 0x9E3779B9;
    }

    private static final class Segment {

        private int[] keys = new int[16];
        private @Nullable Object[] values = new Object[16];
        private int size;

        private int slot(int key) {
            int slot = spread(key) >>> 5 & keys.length - 1;
            while (values[slot] != null && keys[slot] != key) {
                slot = slot + 1 & keys.length - 1;
            }
            return slot;
        }

        @Nullable
        Object get(int key) {
            return values[slot(key)];
        }

        @Nullable
        Object put(int key, Object value, boolean replace) {
            int slot = slot(key);
            Object known = values[slot];
            if (known != null && !replace) {
                return known;
            }
            if (known == null && ++size > keys.length * 3 / 4) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            values[slot] = value;
            return known;
        }

        void remove(int key) {
            int hole = slot(key);
            if (values[hole] == null) {
                return;
            }
            size--;
            int last = keys.length - 1;
            for (int next = hole + 1 & last; values[next] != null; next = next + 1 & last) {
                int home = spread(keys[next]) >>> 5 & last;
                // What stands between its home and here may move into the hole, if the hole is on that way.
                if ((next - home & last) >= (next - hole & last)) {
                    keys[hole] = keys[next];
                    values[hole] = values[next];
                    hole = next;
                }
            }
            values[hole] = null;
        }

        private void grow() {
            int[] oldKeys = keys;
            @Nullable Object[] oldValues = values;
            keys = new int[oldKeys.length * 2];
            values = new Object[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldValues[i] != null) {
                    int slot = slot(oldKeys[i]);
                    keys[slot] = oldKeys[i];
                    values[slot] = oldValues[i];
                }
            }
        }
    }
}
