package broadsheet.fetch.host;

import broadsheet.model.HostState;
import broadsheet.model.Topic;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.settings.RuntimeSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads what is remembered of the hosts of a partition: its last word on each. */
final class Memory {

    private static final Duration POLL = Duration.ofMillis(200);

    private Memory() {}

    static Map<String, HostState> read(RuntimeSettings runtime, int partition) {
        Topic<String, HostState> topic = runtime.topics().fetchHosts();
        var source = new TopicPartition(topic.name(), partition);
        Map<String, HostState> hosts = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(
                ClientConfigs.consumer(runtime),
                topic.keys().deserializer(),
                topic.values().deserializer())) {
            consumer.assign(List.of(source));
            consumer.seekToBeginning(List.of(source));
            long end = consumer.endOffsets(List.of(source)).getOrDefault(source, 0L);
            while (consumer.position(source) < end) {
                consumer.poll(POLL).forEach(record -> {
                    if (record.value() == null) {
                        hosts.remove(record.key());
                    } else {
                        hosts.put(record.key(), record.value());
                    }
                });
            }
        }
        return hosts;
    }
}
