package broadsheet.runtime.stage;

import broadsheet.model.Topic;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** How a topology reads and writes a topic: with its serdes, under a name that says so. */
public final class Topologies {

    private Topologies() {}

    /** Reads the topic in a node called {@code read-<topic>}. */
    public static <K, V> Consumed<K, V> reading(Topic<K, V> topic) {
        return Consumed.with(topic.keys(), topic.values()).withName("read-" + topic.shortName());
    }

    /** Writes the topic in a node called {@code write-<topic>}. */
    public static <K, V> Produced<K, V> writing(Topic<K, V> topic) {
        return Produced.with(topic.keys(), topic.values()).withName("write-" + topic.shortName());
    }

    /** Writes the topic in a node with a name of its own, where a topology writes it in more than one place. */
    public static <K, V> Produced<K, V> writing(Topic<K, V> topic, String node) {
        return Produced.with(topic.keys(), topic.values()).withName(node);
    }
}
