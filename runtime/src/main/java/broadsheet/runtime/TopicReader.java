package broadsheet.runtime;

import broadsheet.model.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a topic from the beginning, only what is committed, and can be asked again for what has come since. It belongs
 * to no group and leaves no trace on the cluster. Not thread-safe.
 */
public final class TopicReader<K, V> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<K, V> consumer;
    private final List<TopicPartition> partitions;

    public TopicReader(RuntimeSettings settings, Topic<K, V> topic) {
        consumer = new KafkaConsumer<>(
                ClientConfigs.consumer(settings),
                topic.keys().deserializer(),
                topic.values().deserializer());
        partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Hands on everything up to the end as it stands now; returns how many records that were. */
    public long drain(Consumer<ConsumerRecord<K, V>> taker) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long taken = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<K, V> next : consumer.poll(POLL)) {
                taker.accept(next);
                taken++;
            }
        }
        return taken;
    }

    /** The committed record at that offset; empty if there is none, or no more. */
    public Optional<ConsumerRecord<K, V>> find(int partition, long offset) {
        TopicPartition asked = partitions.stream()
                .filter(candidate -> candidate.partition() == partition)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such partition: " + partition));
        consumer.assign(List.of(asked));
        consumer.seek(asked, offset);
        try {
            while (consumer.position(asked) <= offset) {
                for (ConsumerRecord<K, V> next : consumer.poll(POLL)) {
                    return Optional.of(next).filter(found -> found.offset() == offset);
                }
            }
            return Optional.empty();
        } finally {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
    }

    /** First offset of each partition that is still there. */
    public Map<TopicPartition, Long> beginnings() {
        return consumer.beginningOffsets(partitions);
    }

    /** Offset of the first record of each partition from that time on, by its timestamp; the end where there is none. */
    public Map<TopicPartition, Long> since(Instant time) {
        Map<TopicPartition, Long> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, time.toEpochMilli()));
        Map<TopicPartition, Long> from = new HashMap<>(ends());
        consumer.offsetsForTimes(asked)
                .forEach((partition, found) ->
                        Optional.ofNullable(found).ifPresent(first -> from.put(partition, first.offset())));
        return from;
    }

    /** Offset after the last committed record of each partition. */
    public Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
