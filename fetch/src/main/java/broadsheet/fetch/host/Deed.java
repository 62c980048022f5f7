package broadsheet.fetch.host;

import broadsheet.fetch.http.WebAddress;
import broadsheet.model.Facts;
import broadsheet.model.Fetch;
import broadsheet.model.FetchRequest;
import broadsheet.model.HostState;
import broadsheet.model.StageName;
import broadsheet.model.Takedown;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.settings.RuntimeSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes what came of requests: pages, ledger, requests that they led to, what is remembered of hosts, and how far the
 * requests are done, all of it or nothing.
 */
final class Deed implements AutoCloseable {

    /** What a killed instance has begun is undone by then; until it is, readers of what is committed wait. */
    private static final int TRANSACTION_MILLIS = 15_000;

    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(2);

    private static final String BY = "fetch";

    private final Topics topics;
    private final boolean withdrawOnGone;
    private final KafkaProducer<byte[], byte[]> producer;

    /**
     * One that writes.
     *
     * @param withdrawOnGone whether what was taken in once and is gone is taken down
     */
    Deed(RuntimeSettings runtime, boolean withdrawOnGone) {
        this.topics = runtime.topics();
        this.withdrawOnGone = withdrawOnGone;
        Map<String, Object> config = ClientConfigs.producer(runtime);
        // The group's generation keeps a straggler from writing, so that the name only has to be its own.
        config.put(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                ClientConfigs.applicationId(runtime, StageName.FETCH) + "-" + UUID.randomUUID());
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Writes; false if the group has gone on without us, and nothing was written. */
    boolean write(List<Errands.Done> all, Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        producer.beginTransaction();
        try {
            Map<String, HostState> hosts = new HashMap<>();
            for (Errands.Done done : all) {
                send(done.result());
                hosts.put(done.host(), done.result().host());
            }
            hosts.forEach((host, state) -> send(topics.fetchHosts(), host, state));
            producer.sendOffsetsToTransaction(offsets, group);
            producer.commitTransaction();
            return true;
        } catch (CommitFailedException | RebalanceInProgressException goneOn) {
            producer.abortTransaction();
            return false;
        }
    }

    private void send(Result result) {
        result.page().ifPresent(page -> {
            String url = page.facts().getOrDefault(Facts.URL, "");
            var raw = new ProducerRecord<>(topics.rawPages().name(), bytes(url), page.bytes());
            page.facts().forEach((name, value) -> raw.headers().add(name, bytes(value)));
            // What is not taken fails the transaction.
            var unused = producer.send(raw);
        });
        for (FetchRequest next : result.next()) {
            send(topics.fetchRequests(), WebAddress.host(next.url()), next);
        }
        Fetch fetch = result.fetch();
        send(topics.fetches(), fetch.task(), fetch);
        if (result.lost() && withdrawOnGone) {
            takeDown(fetch);
        }
    }

    /** Under the URL that was named, and the one that it led to. */
    private void takeDown(Fetch fetch) {
        String why = "gone: " + fetch.status().orElse(0) + " at " + fetch.url();
        for (String url : new LinkedHashSet<>(List.of(fetch.task(), fetch.url()))) {
            send(topics.takedowns(), url, new Takedown(BY, why, fetch.at()));
        }
    }

    private <V> void send(Topic<String, V> topic, String key, V value) {
        var unused = producer.send(new ProducerRecord<>(
                topic.name(), bytes(key), topic.values().serializer().serialize(topic.name(), value)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        // A broker that is away is not waited for: what was begun ends by its time.
        producer.close(TIME_TO_CLOSE);
    }
}
