package broadsheet.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * How records are written: JSON in UTF-8, fields in the record's order, absent fields left out, times as RFC 3339 in
 * UTC. The same record is the same bytes in every process. Unknown fields are passed over when reading, so that an
 * older reader survives a newer writer.
 */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private Json() {}

    /** The one mapper; thread-safe, not to be reconfigured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** A share as it goes out, to four places: what two machines make of the last bit of a number is no difference. */
    static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }

    /** The bytes of a record. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write " + value.getClass().getSimpleName(), e);
        }
    }

    /** How many bytes {@link #bytes} would have, without making them. */
    public static long size(Object value) {
        var counted = new OutputStream() {
            private long count;

            @Override
            public void write(int one) {
                count++;
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                count += length;
            }
        };
        try {
            MAPPER.writeValue(counted, value);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + value.getClass().getSimpleName(), e);
        }
        return counted.count;
    }

    /** One line of NDJSON, without the line break. */
    public static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write " + value.getClass().getSimpleName(), e);
        }
    }

    /**
     * Reads a record.
     *
     * @throws SerializationException if the bytes are not JSON of that shape
     */
    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return Optional.ofNullable(MAPPER.readValue(bytes, type))
                    .orElseThrow(() -> new SerializationException("null is no " + type.getSimpleName()));
        } catch (IOException e) {
            throw new SerializationException("not a " + type.getSimpleName() + " in JSON", e);
        }
    }

    /** A serde for a record; null stands for a tombstone both ways. */
    public static <T> Serde<T> serde(Class<T> type) {
        return Serdes.serdeFrom((topic, value) -> write(value), (topic, bytes) -> parse(bytes, type));
    }

    @SuppressWarnings("NullAway") // Kafka's serializers pass tombstones as null, its annotations do not say so.
    private static byte[] write(@Nullable Object value) {
        return value == null ? null : bytes(value);
    }

    @SuppressWarnings("NullAway")
    private static <T> T parse(byte @Nullable [] bytes, Class<T> type) {
        return bytes == null ? null : read(bytes, type);
    }
}
