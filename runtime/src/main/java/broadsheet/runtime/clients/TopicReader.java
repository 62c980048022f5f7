package broadsheet.runtime.clients;

import broadsheet.model.Topic;
import broadsheet.runtime.settings.RuntimeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a topic from the beginning, only what is committed, and can be asked again for what has come since. It belongs
 * to no group and leaves no trace on the cluster. Not thread-safe.
 */
public final class TopicReader<K, V> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    /** It is cheaper to read over so many records than to seek. */
    private static final int LEAP = 200;

    private final KafkaConsumer<K, V> consumer;
    private final List<TopicPartition> partitions;

    public TopicReader(RuntimeSettings settings, Topic<K, V> topic) {
        this(ClientConfigs.consumer(settings), topic);
    }

    private TopicReader(Map<String, Object> config, Topic<K, V> topic) {
        consumer = new KafkaConsumer<>(
                config, topic.keys().deserializer(), topic.values().deserializer());
        partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** One for {@link #next} and {@link #find}: a broker hands it one batch at a time. */
    public static <K, V> TopicReader<K, V> glancing(RuntimeSettings settings, Topic<K, V> topic) {
        Map<String, Object> config = new HashMap<>(ClientConfigs.consumer(settings));
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);
        return new TopicReader<>(config, topic);
    }

    /**
     * The last value of each key as it stands now, without the keys that were taken away; in the order in which those
     * values were written, partition by partition.
     */
    public static <K, V> Map<K, V> latest(RuntimeSettings settings, Topic<K, V> topic) {
        Map<K, V> latest = new LinkedHashMap<>();
        try (TopicReader<K, V> reader = new TopicReader<>(settings, topic)) {
            reader.drain(next -> {
                latest.remove(next.key());
                if (next.value() != null) {
                    latest.put(next.key(), next.value());
                }
            });
        }
        return latest;
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
        return next(partition, offset, offset + 1);
    }

    /** The first committed record from that offset on, up to and not including {@code end}; empty if there is none. */
    public Optional<ConsumerRecord<K, V>> next(int partition, long offset, long end) {
        TopicPartition asked = partitions.stream()
                .filter(candidate -> candidate.partition() == partition)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such partition: " + partition));
        consumer.assign(List.of(asked));
        consumer.seek(asked, offset);
        try {
            long last = Math.min(end, consumer.endOffsets(List.of(asked)).getOrDefault(asked, end));
            while (consumer.position(asked) < last) {
                for (ConsumerRecord<K, V> next : consumer.poll(POLL)) {
                    return Optional.of(next).filter(found -> found.offset() < end);
                }
            }
            return Optional.empty();
        } finally {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
    }

    /**
     * Hands on the committed records at these places, in order, and returns the places where there is none any more. What
     * lies close together is read in one go.
     *
     * @param places offsets, by partition
     */
    public Map<Integer, SortedSet<Long>> read(
            Map<Integer, SortedSet<Long>> places, Consumer<ConsumerRecord<K, V>> taker) {
        Map<Integer, SortedSet<Long>> missing = new TreeMap<>();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        try {
            for (TopicPartition partition : partitions) {
                NavigableSet<Long> left = new TreeSet<>(places.getOrDefault(partition.partition(), new TreeSet<>()));
                SortedSet<Long> gone = read(partition, left, ends.getOrDefault(partition, 0L), taker);
                if (!gone.isEmpty()) {
                    missing.put(partition.partition(), gone);
                }
            }
        } finally {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        return missing;
    }

    private SortedSet<Long> read(
            TopicPartition partition, NavigableSet<Long> left, long end, Consumer<ConsumerRecord<K, V>> taker) {
        SortedSet<Long> gone = new TreeSet<>();
        consumer.assign(List.of(partition));
        while (!left.isEmpty() && left.first() < end) {
            if (left.first() < consumer.position(partition) || left.first() > consumer.position(partition) + LEAP) {
                consumer.seek(partition, left.first());
            }
            for (ConsumerRecord<K, V> next : consumer.poll(POLL)) {
                gone.addAll(left.headSet(next.offset()));
                left.headSet(next.offset()).clear();
                if (left.remove(next.offset())) {
                    taker.accept(next);
                }
            }
            gone.addAll(left.headSet(consumer.position(partition)));
            left.headSet(consumer.position(partition)).clear();
        }
        gone.addAll(left);
        return gone;
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
