package broadsheet.runtime.clients;

import broadsheet.model.Topic;
import broadsheet.runtime.settings.RuntimeSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as it has to be, so that it keeps what the pipeline promises.
 *
 * @param topic its name
 * @param partitions how many
 * @param replication how many replicas; empty for the broker's default
 * @param config its properties: cleanup, retention, size, how many replicas must have a write, and that no record is
 *     refused for its age (a stage writes with the times of the pages, and would end on a refusal)
 */
public record PlannedTopic(
        String topic, int partitions, Optional<Integer> replication, SortedMap<String, String> config) {

    public PlannedTopic {
        config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
    }

    /** All topics of a pipeline, in the order in which data flows. */
    public static List<PlannedTopic> all(RuntimeSettings settings) {
        return settings.topics().all().stream()
                .map(topic -> of(settings, topic))
                .toList();
    }

    private static PlannedTopic of(RuntimeSettings settings, Topic<?, ?> topic) {
        SortedMap<String, String> config = new TreeMap<>();
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(settings.maxRecordBytes()));
        config.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                topic.isCompacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
        config.put(TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE));
        settings.retentionOf(topic)
                .ifPresent(time -> config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(time.toMillis())));
        Optional<Integer> replication = Optional.of(settings.replication()).filter(count -> count > 0);
        // One replica may be away, and a write is still in two places, if there are three.
        replication.ifPresent(
                count -> config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(Math.max(1, count - 1))));
        // Every stage reads all takedowns, in one order.
        boolean isOrdered = topic.name().equals(settings.topics().takedowns().name());
        return new PlannedTopic(topic.name(), isOrdered ? 1 : settings.partitions(), replication, config);
    }

    /** What has to be asked for to have it made. */
    NewTopic request() {
        return new NewTopic(topic, Optional.of(partitions), replication.map(Integer::shortValue)).configs(config);
    }

    /** What of a topic that is there would break a promise, each in a few words. */
    List<String> differences(TopicDescription found, Config properties) {
        List<String> wrong = new ArrayList<>();
        int count = found.partitions().size();
        if (count != partitions) {
            wrong.add("topic " + topic + " has " + count + " partitions, partitions=" + partitions + " does not fit");
        }
        int copies = found.partitions().get(0).replicas().size();
        replication
                .filter(wanted -> copies < wanted)
                .ifPresent(wanted -> wrong.add(
                        "topic " + topic + " has " + copies + " replicas, replication=" + wanted + " does not fit"));
        config.forEach((name, wanted) -> {
            String value = Optional.ofNullable(properties.get(name))
                    .map(ConfigEntry::value)
                    .orElse("0");
            if (!fits(name, value, wanted, copies)) {
                wrong.add("topic " + topic + " has " + name + "=" + value + ", needs " + wanted
                        + SETTINGS.getOrDefault(name, ""));
            }
        });
        return wrong;
    }

    private static final Map<String, String> SETTINGS = Map.of(
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG, " for max-page-bytes",
            TopicConfig.RETENTION_MS_CONFIG, " or more: alter it, or the setting retention.*",
            TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, " for replication");

    private static boolean fits(String name, String value, String wanted, int copies) {
        return switch (name) {
            case TopicConfig.CLEANUP_POLICY_CONFIG -> value.equals(wanted);
            // -1 keeps everything.
            case TopicConfig.RETENTION_MS_CONFIG ->
                Long.parseLong(value) < 0 || Long.parseLong(value) >= Long.parseLong(wanted);
            case TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG ->
                Long.parseLong(value) >= Long.parseLong(wanted) && Long.parseLong(value) <= copies;
            default -> Long.parseLong(value) >= Long.parseLong(wanted);
        };
    }
}
