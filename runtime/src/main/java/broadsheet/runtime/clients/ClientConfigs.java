package broadsheet.runtime.clients;

import broadsheet.model.StageName;
import broadsheet.runtime.settings.PassedThrough;
import broadsheet.runtime.settings.RuntimeSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The configuration of each kind of Kafka client, in one place. What the operator passes through wins. */
public final class ClientConfigs {

    private ClientConfigs() {}

    /** For an admin client. */
    public static Map<String, Object> admin(RuntimeSettings settings) {
        return client(new HashMap<>(), "admin", settings);
    }

    private static Map<String, Object> client(Map<String, Object> config, String kind, RuntimeSettings settings) {
        PassedThrough.toClient(config, kind, settings.kafka());
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        return config;
    }

    /** For a producer of raw pages: idempotent, every write acknowledged by all in-sync replicas. */
    public static Map<String, Object> producer(RuntimeSettings settings) {
        Map<String, Object> config = new HashMap<>();
        config.putAll(settings.compressionBetween().ofAProducer());
        config.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, Math.max(32L << 20, 2L * settings.maxRecordBytes()));
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, settings.maxRecordBytes());
        return client(config, "producer", settings);
    }

    /** For a consumer that sees what is committed, from the beginning, in no group unless it is given one. */
    public static Map<String, Object> consumer(RuntimeSettings settings) {
        Map<String, Object> config = new HashMap<>();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return client(config, "consumer", settings);
    }

    /** A stage's application id, which is also its consumer group and the prefix of its internal topics. */
    public static String applicationId(RuntimeSettings settings, StageName stage) {
        return settings.topics().prefix() + "-" + stage.word();
    }
}
