package broadsheet.runtime.records;

import broadsheet.model.Json;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Weighs what a step makes of a record, before it is sent: what no topic takes is the record's fault, and not the stage's.
 *
 * @param most bytes that one result may have
 */
record Scales(long most) {

    /** JSON writes a character as {@code \}{@code u0000} at most, and has little else in it. */
    private static final int MOST_BYTES_OF_A_CHARACTER = 6;

    private static final int OTHER_BYTES = 1 << 20;

    /**
     * Weighs a record, but only if it can be too heavy: to write it for that costs as much as to write it.
     *
     * @throws ResultTooLarge if it is
     */
    void weigh(Object forwarded) {
        Object value =
                forwarded instanceof Record<?, ?> record ? record.value() : ((FixedKeyRecord<?, ?>) forwarded).value();
        if (value instanceof Weighed weighed && weighed.characters() * MOST_BYTES_OF_A_CHARACTER + OTHER_BYTES > most) {
            Object written = weighed.written();
            long bytes = written == null ? 0 : Json.size(written);
            if (bytes > most) {
                throw new ResultTooLarge(bytes, most);
            }
        }
    }
}
