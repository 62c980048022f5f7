package broadsheet.runtime.takedowns;

import broadsheet.model.Json;
import broadsheet.model.Reach;
import broadsheet.model.Takedown;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;

/**
 * A record of the topic of takedowns.
 *
 * @param key as it stands there: an article id, a URL or a domain
 * @param takedown empty if it is lifted, or cannot be read
 * @param unreadable why and what, if the value is no takedown
 * @param topic where it stands, in the only partition
 * @param offset there
 * @param timestamp of the record, milliseconds since 1970
 */
public record TakedownRequest(
        String key,
        Optional<Takedown> takedown,
        Optional<Unreadable> unreadable,
        String topic,
        long offset,
        long timestamp) {

    /**
     * A value that is no takedown.
     *
     * @param bytes of the value, each as a character of ISO 8859-1, so that none is lost
     * @param exception class of what reading it threw
     * @param message of that
     */
    public record Unreadable(String bytes, String exception, String message) {

        static Unreadable of(byte[] value, RuntimeException thrown) {
            Throwable cause = Optional.ofNullable(thrown.getCause()).orElse(thrown);
            return new Unreadable(
                    new String(value, StandardCharsets.ISO_8859_1),
                    cause.getClass().getName(),
                    String.valueOf(cause.getMessage()));
        }
    }

    static Serde<TakedownRequest> serde() {
        return Json.serde(TakedownRequest.class);
    }

    /**
     * Under what it is held: the {@linkplain Reach#key one form} of its key. One that cannot be read has a place of its
     * own, and does not end what was in force.
     */
    public String place() {
        return unreadable.isPresent() ? "unreadable:" + key : Reach.key(key);
    }

    /** The value as it stands on the topic; empty if it has none. */
    public Optional<byte[]> value() {
        return unreadable
                .map(value -> value.bytes().getBytes(StandardCharsets.ISO_8859_1))
                .or(() -> takedown.map(Json::bytes));
    }

    /** Whether it is the same record: a topic that was made anew has the same offsets, but not at the same times. */
    public boolean isAt(TakedownRequest other) {
        return offset == other.offset && timestamp == other.timestamp;
    }
}
