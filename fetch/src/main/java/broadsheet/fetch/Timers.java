package broadsheet.fetch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What is due, in the order of time. The keys of the store are times in figures of equal length, each followed by a name,
 * so that what is due by now is one range, however much is due later.
 */
final class Timers {

    private static final int FIGURES = 13;

    private final KeyValueStore<String, String> store;

    Timers(KeyValueStore<String, String> store) {
        this.store = store;
    }

    /** Moves a name from one time to another. */
    void move(String name, Optional<Instant> from, Optional<Instant> to) {
        if (from.equals(to)) {
            return;
        }
        from.ifPresent(at -> store.delete(key(at, name)));
        to.ifPresent(at -> store.put(key(at, name), ""));
    }

    /** The names that are due, earliest first, not more than {@code most}. */
    List<String> due(Instant now, int most) {
        List<String> names = new ArrayList<>();
        try (KeyValueIterator<String, String> range = store.range(key(Instant.EPOCH, ""), key(now.plusMillis(1), ""))) {
            while (range.hasNext() && names.size() < most) {
                KeyValue<String, String> timer = range.next();
                names.add(timer.key.substring(FIGURES + 1));
            }
        }
        return names;
    }

    private static String key(Instant at, String name) {
        return String.format(Locale.ROOT, "%0" + FIGURES + "d %s", Math.max(0, at.toEpochMilli()), name);
    }
}
