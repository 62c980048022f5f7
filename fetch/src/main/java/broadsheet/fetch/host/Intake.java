package broadsheet.fetch.host;

import broadsheet.fetch.http.WebAddress;
import broadsheet.model.FetchRequest;
import broadsheet.model.Json;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.settings.RuntimeSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions of requests that are ours: what is taken from each, how far it is done, and when no more is taken for now.
 * Used by the thread of its {@link Shift}.
 */
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private static final int SESSION_MILLIS = 15_000;

    private final RuntimeSettings runtime;
    private final Consumer<byte[], byte[]> consumer;
    private final Lanes lanes;
    private final Map<Integer, Windows> windows = new HashMap<>();

    /**
     * One without partitions.
     *
     * @param lanes to which what is taken is handed
     */
    Intake(RuntimeSettings runtime, Consumer<byte[], byte[]> consumer, Lanes lanes) {
        this.runtime = runtime;
        this.consumer = consumer;
        this.lanes = lanes;
    }

    /** For its consumer. */
    static Map<String, Object> config(RuntimeSettings runtime) {
        Map<String, Object> config = new HashMap<>();
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        config.putAll(ClientConfigs.consumer(runtime));
        // As Kafka Streams has it: what is for its consumers only is for this one too.
        runtime.kafka().forEach((name, value) -> {
            if (name.startsWith(StreamsConfig.CONSUMER_PREFIX)) {
                config.put(name.substring(StreamsConfig.CONSUMER_PREFIX.length()), value);
            }
        });
        config.put(ConsumerConfig.GROUP_ID_CONFIG, Fetcher.group(runtime));
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return config;
    }

    /** Takes partitions up where they were committed, with what is remembered of their hosts. */
    void open(Collection<TopicPartition> partitions) {
        var committed = consumer.committed(Set.copyOf(partitions));
        for (TopicPartition partition : partitions) {
            Optional<OffsetAndMetadata> at = Optional.ofNullable(committed.get(partition));
            windows.put(
                    partition.partition(),
                    Windows.of(
                            at.map(OffsetAndMetadata::offset).orElse(0L),
                            at.map(OffsetAndMetadata::metadata).orElse("")));
            lanes.open(partition.partition(), Memory.read(runtime, partition.partition()));
        }
    }

    /** They are not ours any more. */
    void close(Set<Integer> numbers) {
        windows.keySet().removeAll(numbers);
        numbers.forEach(lanes::close);
    }

    /** Hands a request to the lane of its host, unless it is done already. */
    void take(ConsumerRecord<byte[], byte[]> request) {
        Windows window = windows.get(request.partition());
        if (window == null || !window.take(request.offset())) {
            return;
        }
        try {
            FetchRequest read = Json.read(request.value() == null ? new byte[0] : request.value(), FetchRequest.class);
            lanes.add(WebAddress.host(read.url()), new Job(request.partition(), request.offset(), read));
        } catch (SerializationException | IllegalArgumentException foreign) {
            LOG.warn("{}@{} is no request and is passed over", request.partition(), request.offset());
            window.finish(request.offset());
        }
    }

    /** A request is done; false if its partition is not ours any more. */
    boolean finish(Job job) {
        Optional<Windows> window = Optional.ofNullable(windows.get(job.partition()));
        window.ifPresent(ours -> ours.finish(job.offset()));
        return window.isPresent();
    }

    /** How far the partitions are done. */
    Map<TopicPartition, OffsetAndMetadata> offsets(Set<Integer> numbers) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (int number : numbers) {
            Windows window = windows.get(number);
            offsets.put(partition(number), new OffsetAndMetadata(window.offset(), window.metadata()));
        }
        return offsets;
    }

    /** Takes no more of partitions of which too much is open. */
    void holdBack() {
        for (Map.Entry<Integer, Windows> entry : windows.entrySet()) {
            List<TopicPartition> partition = List.of(partition(entry.getKey()));
            if (consumer.assignment().containsAll(partition)) {
                if (entry.getValue().isFull()) {
                    consumer.pause(partition);
                } else {
                    consumer.resume(partition);
                }
            }
        }
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(runtime.topics().fetchRequests().name(), number);
    }
}
