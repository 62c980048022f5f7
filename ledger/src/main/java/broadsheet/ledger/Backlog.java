package broadsheet.ledger;

import broadsheet.model.Origin;
import broadsheet.model.StageName;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import broadsheet.runtime.ClientConfigs;
import broadsheet.runtime.Cluster;
import broadsheet.runtime.RuntimeSettings;
import broadsheet.runtime.StartupException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The records that lie before a stage and are not yet done, its internal topics included.
 *
 * <p>A group's lag does not tell: offsets of transaction markers count in it, and a stage at rest does not commit past
 * them. So the records between the committed offset and the end are read and counted. Committed offsets are asked for
 * before the ends: a record that moves on in between is then counted where it arrives, and nothing is missed.
 */
public final class Backlog {

    private static final Duration POLL = Duration.ofMillis(100);

    private final RuntimeSettings settings;
    private final Cluster cluster;

    public Backlog(RuntimeSettings settings, Cluster cluster) {
        this.settings = settings;
        this.cluster = cluster;
    }

    /**
     * What lies before the stages.
     *
     * @param counts number of records before each stage
     * @param inputs the inputs that these records come from, as far as they say
     */
    public record Work(Map<StageName, Long> counts, Set<Origin> inputs) {

        /** Whether all stages are at rest. */
        public boolean isNone() {
            return counts.values().stream().allMatch(count -> count == 0);
        }
    }

    /** What lies before each stage. */
    public Work work() {
        Map<StageName, Map<TopicPartition, Long>> done = new EnumMap<>(StageName.class);
        Set<String> topics = cluster.await(cluster.admin().listTopics().names(), "list topics");
        for (StageName stage : StageName.OF_PAGES) {
            done.put(stage, done(stage, topics));
        }
        Map<StageName, Long> counts = new EnumMap<>(StageName.class);
        Set<Origin> inputs = new HashSet<>();
        done.forEach((stage, offsets) -> counts.put(stage, between(offsets, inputs)));
        return new Work(counts, inputs);
    }

    private Map<TopicPartition, Long> done(StageName stage, Set<String> topics) {
        String group = ClientConfigs.applicationId(settings, stage);
        Map<TopicPartition, OffsetAndMetadata> committed = cluster.await(
                cluster.admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(),
                "read the offsets of " + group);
        List<String> inputs = topics.stream()
                .filter(name -> name.equals(input(stage).name())
                        || (name.startsWith(group + "-") && name.endsWith("-repartition")))
                .toList();
        Map<TopicPartition, Long> done = new HashMap<>();
        for (TopicPartition partition : partitions(inputs)) {
            done.put(
                    partition,
                    Optional.ofNullable(committed.get(partition))
                            .map(OffsetAndMetadata::offset)
                            .orElse(0L));
        }
        return done;
    }

    private Topic<?, ?> input(StageName stage) {
        Topics topics = settings.topics();
        return switch (stage) {
            case FETCH -> topics.fetchRequests();
            case INGEST -> topics.rawPages();
            case ENRICH -> topics.articles();
            case SINK -> topics.enrichedArticles();
        };
    }

    private Set<TopicPartition> partitions(Collection<String> topics) {
        Collection<TopicDescription> descriptions = cluster.await(
                        cluster.admin().describeTopics(topics).allTopicNames(), "describe topics")
                .values();
        return descriptions.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
    }

    private long between(Map<TopicPartition, Long> done, Set<Origin> inputs) {
        try (var consumer = new KafkaConsumer<>(
                ClientConfigs.consumer(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(done.keySet());
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(done.keySet());
            Map<TopicPartition, Long> open = new HashMap<>();
            done.forEach((partition, offset) -> {
                long from = Math.max(offset, begins.getOrDefault(partition, 0L));
                if (from < ends.getOrDefault(partition, 0L)) {
                    open.put(partition, from);
                }
            });
            consumer.assign(open.keySet());
            open.forEach(consumer::seek);
            return read(consumer, open.keySet(), ends, inputs);
        } catch (OutOfMemoryError large) {
            throw new StartupException(
                    "a record before a stage does not fit into memory; the runbook says how to move past it", large);
        }
    }

    private long read(
            KafkaConsumer<byte[], byte[]> consumer,
            Set<TopicPartition> open,
            Map<TopicPartition, Long> ends,
            Set<Origin> inputs) {
        long count = 0;
        while (open.stream().anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            for (ConsumerRecord<byte[], byte[]> next : consumer.poll(POLL)) {
                input(next).ifPresent(inputs::add);
                count++;
            }
        }
        return count;
    }

    private Optional<Origin> input(ConsumerRecord<byte[], byte[]> record) {
        return record.topic().equals(settings.topics().rawPages().name())
                ? Optional.of(Origin.of(record.partition(), record.offset()))
                : Origin.find(record.headers());
    }
}
