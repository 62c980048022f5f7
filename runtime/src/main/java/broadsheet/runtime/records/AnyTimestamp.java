package broadsheet.runtime.records;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The record's timestamp; without a valid one, the latest of its partition, or the epoch. Kafka Streams' own choices are
 * to stop for good at such a record or to skip it, and a client that speaks the protocol itself can write one.
 */
public final class AnyTimestamp implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.timestamp() >= 0 ? record.timestamp() : Math.max(0, partitionTime);
    }
}
