package broadsheet.runtime.clients;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a topic")
class PlannedTopicTest {

    private final PlannedTopic raw = topic("news.raw-pages");

    private static PlannedTopic topic(String name) {
        return PlannedTopic.all(RuntimeSettings.read(
                        Settings.of(Map.of("partitions", "2", "replication", "3"), Map.of(), Optional.empty())))
                .stream()
                .filter(topic -> topic.topic().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static TopicDescription found(int partitions, int replicas) {
        List<Node> nodes = IntStream.range(0, replicas)
                .mapToObj(id -> new Node(id, "b" + id, 9092))
                .toList();
        return new TopicDescription(
                "news.raw-pages",
                false,
                IntStream.range(0, partitions)
                        .mapToObj(number -> new TopicPartitionInfo(number, nodes.get(0), nodes, nodes))
                        .toList());
    }

    private Config with(String name, String value) {
        Map<String, String> all = new HashMap<>(raw.config());
        all.put(name, value);
        return new Config(Stream.of(all)
                .flatMap(map -> map.entrySet().stream())
                .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
                .collect(Collectors.toSet()));
    }

    @Test
    void thatWasMadeAsPlannedFits() {
        assertThat(raw.differences(found(2, 3), with("segment.ms", "1"))).isEmpty();
        assertThat(raw.differences(found(2, 3), with("retention.ms", "-1"))).isEmpty();
    }

    @Test
    void doesNotFitWithOtherPartitionsOrTooFewReplicas() {
        assertThat(raw.differences(found(3, 2), with("segment.ms", "1")))
                .containsExactly(
                        "topic news.raw-pages has 3 partitions, partitions=2 does not fit",
                        "topic news.raw-pages has 2 replicas, replication=3 does not fit");
    }

    @Test
    void doesNotFitIfItWouldLoseRefuseOrKeepOtherThanPromised() {
        assertThat(raw.differences(found(2, 3), with("retention.ms", "1000")))
                .containsExactly("topic news.raw-pages has retention.ms=1000, needs 604800000 or more: alter it, or the"
                        + " setting retention.*");
        assertThat(raw.differences(found(2, 3), with("min.insync.replicas", "1")))
                .containsExactly("topic news.raw-pages has min.insync.replicas=1, needs 2 for replication");
        assertThat(raw.differences(found(2, 3), with("message.timestamp.before.max.ms", "3600000")))
                .hasSize(1);
        assertThat(raw.differences(found(2, 3), with("cleanup.policy", "compact")))
                .hasSize(1);
        assertThat(raw.differences(found(2, 3), with("max.message.bytes", "1000")))
                .hasSize(1);
    }

    @Test
    void ofTakedownsHasOnePartition() {
        assertThat(topic("news.takedowns").partitions()).isEqualTo(1);
        assertThat(topic("news.takedowns").config()).containsEntry("cleanup.policy", "compact");
    }
}
