package broadsheet.redrive;

import broadsheet.runtime.ClientConfigs;
import broadsheet.runtime.RuntimeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads single records that may not be readable, each with a consumer of its own: a batch is unpacked by the record, so
 * that one does no harm to those before it.
 */
public final class OneByOne {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> config;
    private final int largest;

    public OneByOne(RuntimeSettings settings) {
        config = new HashMap<>(ClientConfigs.consumer(settings));
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        largest = settings.maxRecordBytes();
    }

    /** What stands at an offset. */
    sealed interface Found {

        /** A record, at that offset or, where none is, the next one. */
        record Legible(ConsumerRecord<byte[], byte[]> record) implements Found {}

        /** Something that cannot be read, and why not. */
        record Illegible(String why) implements Found {}
    }

    /** Looks. */
    Found at(TopicPartition partition, long offset) {
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            return first(consumer)
                    .<Found>map(Found.Legible::new)
                    .orElseGet(() -> new Found.Illegible(
                            "no answer, or none that is committed, within " + PATIENCE.toSeconds() + " s"));
        } catch (OutOfMemoryError large) {
            // The record's doing: nothing else is at work here.
            return new Found.Illegible("does not fit into the memory of this process");
        } catch (KafkaException broken) {
            return new Found.Illegible(String.valueOf(broken.getMessage()));
        }
    }

    /**
     * The offset from which on the next records cannot be read; empty if all of them can, or there are fewer.
     *
     * @param end offset after the last
     */
    public OptionalLong unreadable(TopicPartition partition, long from, long end) {
        long offset = from;
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            while (offset < end) {
                Optional<ConsumerRecord<byte[], byte[]>> next = first(consumer);
                if (next.isEmpty() || length(next.get()) > largest) {
                    return OptionalLong.of(next.map(ConsumerRecord::offset).orElse(offset));
                }
                offset = next.get().offset() + 1;
            }
            return OptionalLong.empty();
        } catch (OutOfMemoryError | KafkaException bad) {
            return OptionalLong.of(offset);
        }
    }

    private static int length(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? 0 : record.value().length;
    }

    private static Optional<ConsumerRecord<byte[], byte[]>> first(KafkaConsumer<byte[], byte[]> consumer) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                return Optional.of(record);
            }
        }
        return Optional.empty();
    }
}
