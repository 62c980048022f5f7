package broadsheet.redrive;

import broadsheet.model.Facts;
import broadsheet.model.Origin;
import broadsheet.model.StageName;
import broadsheet.runtime.records.Letter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that a stage could not use, and which can be sent back to it.
 *
 * @param stage which reads it
 * @param origin the raw record; behind ingest perhaps an entry of it
 * @param reason the rejection's reason or the accident's exception
 * @param url the page; empty if not known
 * @param topic where it came from
 * @param partition where it has to go; empty to leave that to its key
 * @param record its bytes and headers
 */
public record Original(
        StageName stage,
        Origin origin,
        String reason,
        Optional<String> url,
        String topic,
        Optional<Integer> partition,
        ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {

    /** How often it has been sent back so far. */
    public int attempts() {
        return Facts.timesRedriven(record.headers());
    }

    /** It as it goes back: as it was, with the attempt counted. It is given the time of now, by which Kafka deletes. */
    @SuppressWarnings("NullAway") // A producer takes null for a partition, a key or a value that is not there.
    ProducerRecord<byte[], byte[]> sentBack() {
        Headers headers = new RecordHeaders();
        for (Header header : record.headers()) {
            if (!header.key().startsWith(Letter.ERRORS) && !header.key().equals(Facts.REDRIVEN)) {
                headers.add(header);
            }
        }
        if (stage == StageName.INGEST) {
            headers.remove(Origin.HEADER);
            keepTheTimeOfFetching(headers);
        }
        headers.add(Facts.REDRIVEN, Integer.toString(attempts() + 1).getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>(topic, partition.orElse(null), null, record.key(), record.value(), headers);
    }

    /** Where no header says it, the record's timestamp did; and the new one is another. */
    private void keepTheTimeOfFetching(Headers headers) {
        if (headers.lastHeader(Facts.FETCHED_AT) == null && headers.lastHeader(Facts.CE_TIME) == null) {
            String then = Instant.ofEpochMilli(record.timestamp()).toString();
            headers.add(Facts.FETCHED_AT, then.getBytes(StandardCharsets.UTF_8));
        }
    }
}
