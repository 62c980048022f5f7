package broadsheet.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** A client that knows Kafka and the contract, and none of our classes. */
final class OutsideClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String bootstrap;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, Tail> tails = new HashMap<>();

    OutsideClient(String bootstrap) {
        this.bootstrap = bootstrap;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "max.request.size", 64 << 20, "buffer.memory", 128L << 20),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends a page and returns its origin, {@code partition@offset}. */
    String send(byte[] page, Map<String, String> headers) {
        return send(page, headers, Instant.now());
    }

    /** The same with another timestamp than now. */
    String send(String page, Map<String, String> headers, Instant timestamp) {
        return send(page.getBytes(StandardCharsets.UTF_8), headers, timestamp);
    }

    @SuppressWarnings("NullAway") // A producer takes null for a partition or a key that is not there.
    private String send(byte[] page, Map<String, String> headers, Instant timestamp) {
        var raw = new ProducerRecord<byte[], byte[]>("news.raw-pages", null, timestamp.toEpochMilli(), null, page);
        headers.forEach((name, value) -> raw.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            RecordMetadata sent = producer.send(raw).get();
            return sent.partition() + "@" + sent.offset();
        } catch (ExecutionException e) {
            throw new IllegalStateException("not sent: " + headers, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String send(String page, Map<String, String> headers) {
        return send(page.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Waits until a committed record of the topic has a value that fits, and returns the first one. */
    JsonNode await(String topic, Predicate<JsonNode> fits) {
        return await(topic, fits, Duration.ofSeconds(60));
    }

    JsonNode await(String topic, Predicate<JsonNode> fits, Duration patience) {
        return Awaitility.await(topic)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> records(topic).stream()
                                .filter(next -> next.value() != null)
                                .map(next -> json(next.value()))
                                .filter(fits)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Waits for the last word of the ledger on an origin: its kind, and for a rejection its reason. */
    String awaitOutcome(String origin) {
        JsonNode outcome = await(
                "news.outcomes",
                node -> node.path("origin").asText().equals(origin)
                        && !List.of("PARSED", "ENRICHED")
                                .contains(node.path("kind").asText()));
        return outcome.path("kind").asText()
                + (outcome.has("reason") ? " " + outcome.path("reason").asText() : "");
    }

    /** Everything that is committed on the topic now, and that this client has seen on it before. */
    synchronized List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        return List.copyOf(tails.computeIfAbsent(topic, Tail::new).upToNow());
    }

    /** What is committed on the topic now, key by key: the last value, without what was withdrawn. Holds no more than that. */
    Map<String, byte[]> lastByKey(String topic) {
        Map<String, byte[]> last = new TreeMap<>();
        var tail = new Tail(topic);
        tail.upToNow(next -> {
            String key = new String(next.key(), StandardCharsets.UTF_8);
            if (next.value() == null) {
                last.remove(key);
            } else {
                last.put(key, next.value());
            }
        });
        tail.consumer.close();
        return last;
    }

    /** What there is on a topic, read once: who waits for a record asks for all of them again and again. */
    private final class Tail {

        private final KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        private final List<TopicPartition> partitions;
        private final List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();

        Tail(String topic) {
            partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
        }

        List<ConsumerRecord<byte[], byte[]>> upToNow() {
            upToNow(all::add);
            return all;
        }

        void upToNow(Consumer<ConsumerRecord<byte[], byte[]>> each) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(50)).forEach(each);
            }
        }
    }

    static JsonNode json(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        tails.values().forEach(tail -> tail.consumer.close());
        producer.close();
    }
}
