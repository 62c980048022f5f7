package broadsheet.export;

import broadsheet.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records that could not be exported, one JSON object a line: {@code topic}, {@code partition}, {@code offset}, {@code
 * reason}, and {@code key} and {@code value} in Base64. The file is made when the first one comes, and has each once, however
 * often it is read.
 */
final class PoisonFile {

    private final Path file;
    private final Set<String> there = new HashSet<>();

    PoisonFile(Path file) {
        this.file = file;
        if (!Files.exists(file)) {
            return;
        }
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> place(line).ifPresent(there::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line that a killed run has left half written names no record. */
    private static Optional<String> place(String line) {
        try {
            JsonNode read = Json.mapper().readTree(line);
            return Optional.of(place(
                    read.path("topic").asText(),
                    read.path("partition").asInt(),
                    read.path("offset").asLong()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String place(String topic, int partition, long offset) {
        return topic + "-" + partition + "@" + offset;
    }

    Path file() {
        return file;
    }

    /** Writes it to the disk, unless it is there already. */
    void add(ConsumerRecord<byte[], byte[]> poison, String reason) {
        if (!there.add(place(poison.topic(), poison.partition(), poison.offset()))) {
            return;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("topic", poison.topic());
        line.put("partition", poison.partition());
        line.put("offset", poison.offset());
        line.put("reason", reason);
        base64(poison.key()).ifPresent(key -> line.put("key", key));
        base64(poison.value()).ifPresent(value -> line.put("value", value));
        append((Json.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> base64(byte[] bytes) {
        return Optional.ofNullable(bytes).map(Base64.getEncoder()::encodeToString);
    }

    private void append(byte[] line) {
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer rest = ByteBuffer.wrap(line);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(/* metaData= */ true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
