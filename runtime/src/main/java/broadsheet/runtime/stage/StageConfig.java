package broadsheet.runtime.stage;

import broadsheet.model.StageName;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.records.AnyTimestamp;
import broadsheet.runtime.records.DeadLetters;
import broadsheet.runtime.records.Door;
import broadsheet.runtime.records.OutcomeMeter;
import broadsheet.runtime.settings.PassedThrough;
import broadsheet.runtime.settings.RuntimeSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The configuration of Kafka Streams for a stage. What the operator passes through wins, but over what the promises rest on. */
public final class StageConfig {

    private static final int ROOM_FOR_HEADERS = 64 << 10;
    private static final Duration LONGEST_ABSENCE = Duration.ofDays(365);

    private StageConfig() {}

    /**
     * For a stage. Outputs, state and ledger commit together ({@code exactly_once_v2}); accidents go to the dead
     * letters; nothing may be named by chance (KIP-1111).
     */
    public static Map<String, Object> streams(RuntimeSettings settings, StageName stage, MeterRegistry meters) {
        Map<String, Object> config = new HashMap<>();
        config.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.replication());
        // Small batches cost a third of the throughput; the wait is bounded by the commit interval anyway.
        config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 << 10);
        // What goes downstream is for clients of every kind.
        (stage == StageName.SINK ? settings.compression() : settings.compressionBetween())
                .ofAProducer()
                .forEach((name, value) -> config.put(StreamsConfig.producerPrefix(name), value));
        config.put(
                StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG),
                Math.max(64L << 20, 2L * settings.maxRecordBytes()));
        config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), settings.maxRecordBytes());
        config.put(StreamsConfig.topicPrefix("max.message.bytes"), Integer.toString(settings.maxRecordBytes()));
        // Without this an interrupted stage holds up the next one for the default of 45 s.
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 15_000);
        // The first bounds the second: what a step may take must fit into a transaction (docs/settings.md).
        config.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int)
                settings.limits().transaction().toMillis());
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), (int)
                settings.limits().poll().toMillis());
        // The same after each start: with the default, which is drawn by lot, every start begins new series.
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, ClientConfigs.applicationId(settings, stage));
        PassedThrough.toStreams(config, settings.kafka());
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        addPromises(config, settings, stage, meters);
        return config;
    }

    private static void addPromises(
            Map<String, Object> config, RuntimeSettings settings, StageName stage, MeterRegistry meters) {
        String ledger = settings.topics().outcomes().name();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, ClientConfigs.applicationId(settings, stage));
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // However long the brokers are away: whoever waits for them loses nothing, and BrokerContact says that it
        // waits.
        config.put(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, LONGEST_ABSENCE.toMillis());
        // So does the producer. If it gave up in the middle of a commit, Kafka Streams would take the tasks for
        // corrupted and
        // empty their stores, but remember how far they had been (4.3.1): what they knew would be lost.
        config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_BLOCK_MS_CONFIG), LONGEST_ABSENCE.toMillis());
        config.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        config.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                settings.topics().deadLetters().name());
        config.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, AnyTimestamp.class);
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.OnDeserialization.class);
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.OnProcessing.class);
        config.put(StreamsConfig.DEFAULT_CLIENT_SUPPLIER_CONFIG, SteadyClients.class);
        config.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, Door.class);
        config.put(Door.LIMITS, limits(settings, stage));
        config.put(DeadLetters.STAGE, stage.name());
        config.put(DeadLetters.LIMIT, settings.maxRecordBytes());
        config.put(DeadLetters.LEDGER, ledger);
        config.put(
                StreamsConfig.producerPrefix(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG), OutcomeMeter.class.getName());
        config.put(StreamsConfig.producerPrefix(DeadLetters.LEDGER), ledger);
        config.put(StreamsConfig.producerPrefix(OutcomeMeter.REGISTRY), meters);
    }

    /** The earlier a stage, the smaller what it may make of a record: an earlier one leaves room for what later ones add. */
    private static Door.Limits limits(RuntimeSettings settings, StageName stage) {
        int quarters = switch (stage) {
            case INGEST -> 2;
            case ENRICH -> 3;
            case SINK, FETCH -> 4;
        };
        return new Door.Limits(
                settings.limits().record(),
                settings.limits().transaction(),
                settings.limits().poll(),
                settings.maxRecordBytes() / 4L * quarters - ROOM_FOR_HEADERS,
                settings.limits().deaths());
    }
}
