package broadsheet.export;

import broadsheet.model.Topic;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.settings.RuntimeSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The downstream topics, read from a place on; in no group, since the place is kept by the target. Not thread-safe. */
final class DownstreamReader implements AutoCloseable {

    /** Few at a time: each can have a body of a million characters, and all of them are in memory. */
    private static final int POLLED = 16;

    private static final int FETCHED = 4 << 20;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Standing> standings = new HashMap<>();
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final String identity;
    private final Duration tombstones;

    private DownstreamReader(KafkaConsumer<byte[], byte[]> consumer, List<Standing> wanted, RuntimeSettings settings) {
        this.consumer = consumer;
        wanted.forEach(standing -> standings.put(topic(settings, standing), standing));
        try (Cluster cluster = Cluster.connect(settings)) {
            Map<String, TopicDescription> topics = new TreeMap<>(cluster.await(
                    cluster.admin().describeTopics(standings.keySet()).allTopicNames(), "find the downstream topics"));
            identity = ids(topics);
            topics.values()
                    .forEach(topic -> topic.partitions()
                            .forEach(partition ->
                                    partitions.add(new TopicPartition(topic.name(), partition.partition()))));
            tombstones = tombstones(cluster);
        }
        consumer.assign(partitions);
    }

    /** Opens them; which ones, depends on whether copies are wanted. */
    static DownstreamReader open(RuntimeSettings settings, boolean copies) {
        Map<String, Object> config = new HashMap<>(ClientConfigs.consumer(settings));
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLLED);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED);
        return new DownstreamReader(
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                copies ? List.of(Standing.values()) : List.of(Standing.ORIGINAL),
                settings);
    }

    private static String topic(RuntimeSettings settings, Standing standing) {
        Topic<?, ?> topic = standing.topic(settings.topics());
        return topic.name();
    }

    private static String ids(Map<String, TopicDescription> topics) {
        Map<String, String> ids = new TreeMap<>();
        topics.forEach((name, topic) -> ids.put(name, topic.topicId().toString()));
        return ids.toString();
    }

    /** How long a tombstone is sure to be there. */
    private Duration tombstones(Cluster cluster) {
        List<ConfigResource> asked = standings.keySet().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        long least = Long.MAX_VALUE;
        for (Config config : cluster.await(
                        cluster.admin().describeConfigs(asked).all(), "describe the downstream topics")
                .values()) {
            least = Math.min(
                    least,
                    Optional.ofNullable(config.get(TopicConfig.DELETE_RETENTION_MS_CONFIG))
                            .map(ConfigEntry::value)
                            .map(Long::parseLong)
                            .orElse(Duration.ofDays(1).toMillis()));
        }
        return Duration.ofMillis(least);
    }

    /** Names and ids of the topics: another if one of them was made anew. */
    String identity() {
        return identity;
    }

    /** How long a tombstone is kept after it could first have been read. */
    Duration tombstones() {
        return tombstones;
    }

    /** Goes to these places, and to the beginning of every other partition. */
    void seek(Map<String, Long> offsets) {
        for (TopicPartition partition : partitions) {
            Optional<Long> offset = Optional.ofNullable(offsets.get(partition.toString()));
            offset.ifPresentOrElse(
                    next -> consumer.seek(partition, next), () -> consumer.seekToBeginning(List.of(partition)));
        }
    }

    /** What comes next; empty if nothing has come in that time. */
    ConsumerRecords<byte[], byte[]> poll(Duration patience) {
        return consumer.poll(patience);
    }

    Standing standing(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(standings.get(record.topic())).orElseThrow();
    }

    /** The next offsets to read. */
    SortedMap<String, Long> positions() {
        SortedMap<String, Long> positions = new TreeMap<>();
        partitions.forEach(partition -> positions.put(partition.toString(), consumer.position(partition)));
        return positions;
    }

    /** Where the topics end at this moment. */
    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    /** Whether everything up to there is read. */
    boolean isPast(Map<TopicPartition, Long> ends) {
        return left(ends) == 0;
    }

    /** How many offsets are still to be read up to there. */
    long left(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
