package broadsheet.sink.copies;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A hash table with {@code int} keys, 8 bytes a slot with compressed references. It is cut into segments, so that
 * growing copies a small part at a time. Linear probing; a removed slot is closed by moving back what follows.
 *
 * <p>With millions of keys each look is a miss of every cache, and that is what a judgement costs: so a look for what is
 * not there reads the keys only, and who has many looks before him {@linkplain #warm says so first}.
 */
final class KeyTable<V> {

    private static final int SEGMENTS = 64;
    /** In place of a key where there is none; what has this key itself is kept under another. */
    private static final int NONE = 0;

    private final Segment[] segments = new Segment[SEGMENTS];
    /** Nobody reads it: it keeps {@link #warm} from being left out as having no effect. */
    @SuppressWarnings("unused")
    private int warmed;

    KeyTable() {
        Arrays.setAll(segments, i -> new Segment());
    }

    /**
     * Reads where the first {@code count} of {@code keys} stand or would stand. No read waits for another, so that a
     * processor does them at once, where the looks that follow would each wait for main memory.
     */
    void warm(int[] keys, int count) {
        int read = 0;
        for (int i = 0; i < count; i++) {
            Segment segment = segment(keys[i]);
            int home = segment.home(keys[i]);
            read += segment.keys[home] + (segment.values[home] == null ? 0 : 1);
        }
        warmed = read;
    }

    @Nullable
    V get(int key) {
        return cast(segment(key).get(stored(key)));
    }

    void put(int key, V value) {
        segment(key).put(stored(key), value, true);
    }

    /** Puts a value where there is none; returns what is there otherwise. */
    @Nullable
    V putIfAbsent(int key, V value) {
        return cast(segment(key).put(stored(key), value, false));
    }

    void remove(int key) {
        segment(key).remove(stored(key));
    }

    private static int stored(int key) {
        return key == NONE ? 1 : key;
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

        private int home(int key) {
            return spread(key) >>> 5 & keys.length - 1;
        }

        private int slot(int key) {
            int slot = home(key);
            while (keys[slot] != key && keys[slot] != NONE) {
                slot = slot + 1 & keys.length - 1;
            }
            return slot;
        }

        @Nullable
        Object get(int key) {
            int slot = slot(key);
            return keys[slot] == NONE ? null : values[slot];
        }

        @Nullable
        Object put(int key, Object value, boolean replace) {
            int slot = slot(key);
            Object known = keys[slot] == NONE ? null : values[slot];
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
            if (keys[hole] == NONE) {
                return;
            }
            size--;
            int last = keys.length - 1;
            for (int next = hole + 1 & last; keys[next] != NONE; next = next + 1 & last) {
                // What stands between its home and here may move into the hole, if the hole is on that way.
                if ((next - home(keys[next]) & last) >= (next - hole & last)) {
                    keys[hole] = keys[next];
                    values[hole] = values[next];
                    hole = next;
                }
            }
            keys[hole] = NONE;
            values[hole] = null;
        }

        private void grow() {
            int[] oldKeys = keys;
            @Nullable Object[] oldValues = values;
            keys = new int[oldKeys.length * 2];
            values = new Object[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != NONE) {
                    int slot = slot(oldKeys[i]);
                    keys[slot] = oldKeys[i];
                    values[slot] = oldValues[i];
                }
            }
        }
    }
}
