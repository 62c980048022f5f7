package broadsheet.fetch.door;

import broadsheet.fetch.http.WebAddress;
import broadsheet.model.FetchRequest;
import broadsheet.model.Topic;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.health.Health;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.stage.StageService.Companion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes what comes in by the doors, each record at once: who sent it is answered when the broker has it. */
public final class Outbox implements Companion {

    /** Within the time that a connection is given. */
    private static final int LONGEST_MILLIS = 8_000;

    private final RuntimeSettings runtime;
    private final KafkaProducer<byte[], byte[]> producer;

    public Outbox(RuntimeSettings runtime) {
        this.runtime = runtime;
        Map<String, Object> config = ClientConfigs.producer(runtime);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_MILLIS / 2);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, LONGEST_MILLIS / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, LONGEST_MILLIS);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Says that the broker has not taken a record in time; it may have it all the same, a little later. */
    public static final class Behind extends KafkaException {
        private static final long serialVersionUID = 1;

        Behind(Throwable cause) {
            super("the broker is behind", cause);
        }
    }

    /**
     * Writes.
     *
     * @throws Behind if the broker has not taken it in time
     * @throws KafkaException if it will not
     */
    RecordMetadata write(ProducerRecord<byte[], byte[]> message) {
        try {
            return producer.send(message).get();
        } catch (TimeoutException full) {
            throw new Behind(full);
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof TimeoutException late
                    ? new Behind(late)
                    : new KafkaException("not written to " + message.topic(), refused.getCause());
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    /** Writes a request under its host. */
    public void write(FetchRequest request) {
        Topic<String, FetchRequest> topic = runtime.topics().fetchRequests();
        write(new ProducerRecord<>(
                topic.name(),
                WebAddress.host(request.url()).getBytes(StandardCharsets.UTF_8),
                topic.values().serializer().serialize(topic.name(), request)));
    }

    @Override
    public Health health() {
        return Health.RUNNING;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
