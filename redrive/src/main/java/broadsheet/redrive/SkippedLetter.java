package broadsheet.redrive;

import broadsheet.ingest.RecordFacts;
import broadsheet.model.Origin;
import broadsheet.model.StageName;
import broadsheet.redrive.OneByOne.Found.Illegible;
import broadsheet.runtime.records.DeadLetters;
import broadsheet.runtime.records.Letter;
import broadsheet.runtime.settings.RuntimeSettings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a record that was skipped: it itself where that can be read and fits, else only where it stands.
 *
 * @param letter for the dead letters, with the headers that Kafka Streams would give it
 * @param origin which input it was; empty if it was none
 * @param words for a person
 */
public record SkippedLetter(ProducerRecord<byte[], byte[]> letter, Optional<Origin> origin, String words) {

    /** The reason that the ledger gives. */
    static final String SKIPPED = "SKIPPED";

    /** What a letter has besides the original, with room to spare. */
    private static final int ROOM = 1 << 20;

    /** Of a record that can be read. */
    static SkippedLetter of(
            ConsumerRecord<byte[], byte[]> record, StageName stage, String reason, RuntimeSettings settings) {
        Headers headers = new RecordHeaders();
        record.headers().forEach(headers::add);
        int size = record.value() == null ? 0 : record.value().length;
        boolean fits = size < settings.maxRecordBytes() - ROOM;
        if (!fits) {
            headers.add(DeadLetters.LEFT_OUT, bytes(Integer.toString(size)));
        }
        addErrors(headers, new TopicPartition(record.topic(), record.partition()), record.offset(), reason);
        String url = stage == StageName.INGEST
                ? RecordFacts.url(record.headers(), record.key())
                        .map(found -> ", " + found)
                        .orElse("")
                : "";
        return new SkippedLetter(
                letter(settings, fits ? record.key() : null, fits ? record.value() : null, headers),
                origin(record, stage),
                record.partition() + "@" + record.offset() + "  " + size + " bytes"
                        + (fits ? "" : ", too large for a dead letter, which is written without them") + url);
    }

    /** Of something that cannot be read. */
    static SkippedLetter of(
            Illegible bad, TopicPartition partition, StageName stage, String reason, RuntimeSettings settings) {
        Headers headers = new RecordHeaders();
        headers.add(DeadLetters.LEFT_OUT, bytes("unread"));
        addErrors(headers, partition, bad.offset(), reason);
        return new SkippedLetter(
                letter(settings, null, null, headers),
                stage == StageName.INGEST
                        ? Optional.of(Origin.of(partition.partition(), bad.offset()))
                        : Optional.empty(),
                partition.partition() + "@" + bad.offset() + "  cannot be read (" + bad.why()
                        + "); the dead letter is written without it");
    }

    /** Which input a record is. */
    static Optional<Origin> origin(ConsumerRecord<byte[], byte[]> record, StageName stage) {
        return stage == StageName.INGEST
                ? Optional.of(Origin.of(record.partition(), record.offset()))
                : Origin.find(record.headers());
    }

    private static void addErrors(Headers headers, TopicPartition partition, long offset, String reason) {
        Map.of(
                        "exception", SKIPPED,
                        "message", reason,
                        "topic", partition.topic(),
                        "partition", Integer.toString(partition.partition()),
                        "offset", Long.toString(offset))
                .forEach((name, text) -> headers.add(Letter.ERRORS + name, bytes(text)));
    }

    @SuppressWarnings("NullAway") // A record may have no key and no value; Kafka's annotations do not say so.
    private static ProducerRecord<byte[], byte[]> letter(
            RuntimeSettings settings, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        return new ProducerRecord<>(settings.topics().deadLetters().name(), null, null, key, value, headers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
