package broadsheet.redrive;

import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.settings.RuntimeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 *
 * <p>An offset without a record (the marker of a transaction, a record of one that was aborted) is told from an unreadable
 * one by the consumer's position: it moves past the first, and stays before the second.
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

        /** A record, at the offset that was asked for or, where none is, the next one. */
        record Legible(ConsumerRecord<byte[], byte[]> record) implements Found {}

        /** Something at an offset, the one that was asked for or a later one, that cannot be read; and why not. */
        record Illegible(long offset, String why) implements Found {}

        /** No record from there on to the end of what was asked for. */
        record Nothing() implements Found {}
    }

    /**
     * Looks.
     *
     * @param end offset after the last that is asked for, committed all of them
     */
    Found at(TopicPartition partition, long offset, long end) {
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            return next(consumer, partition, end);
        }
    }

    /**
     * The offset from which on the next records cannot be read; empty if all of them can, or there are fewer.
     *
     * @param end offset after the last
     */
    public OptionalLong unreadable(TopicPartition partition, long from, long end) {
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            while (true) {
                Found next = next(consumer, partition, end);
                if (next instanceof Found.Illegible bad) {
                    return OptionalLong.of(bad.offset());
                }
                if (!(next instanceof Found.Legible good)) {
                    return OptionalLong.empty();
                }
                if (length(good.record()) > largest) {
                    return OptionalLong.of(good.record().offset());
                }
            }
        }
    }

    private static int length(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? 0 : record.value().length;
    }

    private static Found next(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long end) {
        Instant late = Instant.now().plus(PATIENCE);
        long position = consumer.position(partition);
        try {
            while (position < end && Instant.now().isBefore(late)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    return record.offset() < end ? new Found.Legible(record) : new Found.Nothing();
                }
                long now = consumer.position(partition);
                late = now > position ? Instant.now().plus(PATIENCE) : late;
                position = now;
            }
        } catch (OutOfMemoryError large) {
            // The record's doing: nothing else is at work here.
            return new Found.Illegible(consumer.position(partition), "does not fit into the memory of this process");
        } catch (KafkaException broken) {
            return new Found.Illegible(consumer.position(partition), String.valueOf(broken.getMessage()));
        }
        return position >= end
                ? new Found.Nothing()
                : new Found.Illegible(position, "no answer within " + PATIENCE.toSeconds() + " s");
    }
}
