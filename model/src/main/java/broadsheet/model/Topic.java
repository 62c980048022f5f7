package broadsheet.model;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;

/**
 * A topic's name together with its serdes and how it is kept, so that they cannot part.
 *
 * @param name full name with its prefix: {@code news.articles}
 * @param keys serde of keys
 * @param values serde of values
 * @param retention how long records are kept; empty if the topic is compacted instead
 */
public record Topic<K, V>(String name, Serde<K> keys, Serde<V> values, Optional<Duration> retention) {

    /** Whether the topic keeps the last record of each key, and is not cut by time. */
    public boolean isCompacted() {
        return retention.isEmpty();
    }

    /** The name without its prefix: {@code articles}. */
    public String shortName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
