package broadsheet.ledger;

import broadsheet.model.StageName;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.StartupException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Whether records lie before a stage that are not yet done, its internal topics included. Not thread-safe.
 *
 * <p>A group's lag does not tell: offsets of transaction markers count in it, and a stage at rest does not commit past
 * them. So where there is a lag, the next record is looked for: one batch of a partition is read, however many wait in it.
 * Committed offsets are asked for before the ends: a record that moves on in between is then seen where it arrives, and
 * nothing is missed.
 */
public final class Backlog {

    private static final Duration POLL = Duration.ofMillis(100);

    /** Where a group stands that has not committed yet. */
    private static final long NOWHERE = -1;

    private final RuntimeSettings settings;
    private final Cluster cluster;
    private final Map<StageName, Map<TopicPartition, Long>> marks = new EnumMap<>(StageName.class);

    public Backlog(RuntimeSettings settings, Cluster cluster) {
        this.settings = settings;
        this.cluster = cluster;
    }

    /**
     * What lies before the stages.
     *
     * @param busy stages before which a record lies
     * @param workedOff stages that have done all that lay before them at an earlier look
     * @param ways number of topics that each stage reads, the one before it included
     * @param overtaken by topic, how many offsets were deleted before its stage came to them
     */
    public record Work(
            Set<StageName> busy, Set<StageName> workedOff, Map<StageName, Integer> ways, Map<String, Long> overtaken) {

        /** Whether all stages are at rest. */
        public boolean isNone() {
            return busy.isEmpty();
        }
    }

    /** What lies before each stage. */
    public Work work() {
        Map<StageName, Map<TopicPartition, Long>> done = new EnumMap<>(StageName.class);
        Set<String> topics = cluster.await(cluster.admin().listTopics().names(), "list topics");
        for (StageName stage : StageName.OF_PAGES) {
            done.put(stage, done(stage, topics));
        }
        Work work = new Work(
                EnumSet.noneOf(StageName.class),
                EnumSet.noneOf(StageName.class),
                new EnumMap<>(StageName.class),
                new TreeMap<>());
        try (var consumer = new KafkaConsumer<>(glancing(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            done.forEach((stage, offsets) -> look(stage, offsets, consumer, work));
        } catch (OutOfMemoryError large) {
            throw new StartupException(
                    "a record before a stage does not fit into memory; the runbook says how to move past it", large);
        }
        return work;
    }

    private Map<String, Object> glancing() {
        Map<String, Object> config = new HashMap<>(ClientConfigs.consumer(settings));
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);
        return config;
    }

    private void look(
            StageName stage, Map<TopicPartition, Long> done, KafkaConsumer<byte[], byte[]> consumer, Work work) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(done.keySet());
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(done.keySet());
        Map<TopicPartition, Long> next = new HashMap<>();
        done.forEach((partition, offset) -> {
            long begin = begins.getOrDefault(partition, 0L);
            if (offset > NOWHERE && offset < begin) {
                work.overtaken().merge(partition.topic(), begin - offset, Long::sum);
            }
            long end = ends.getOrDefault(partition, 0L);
            next.put(partition, nextRecord(consumer, partition, Math.max(offset, begin), end));
            if (next.get(partition) < end) {
                work.busy().add(stage);
            }
        });
        Map<TopicPartition, Long> mark = marks.get(stage);
        if (mark == null) {
            marks.put(stage, ends);
        } else if (next.entrySet().stream().allMatch(one -> one.getValue() >= mark.getOrDefault(one.getKey(), 0L))) {
            work.workedOff().add(stage);
            marks.put(stage, ends);
        }
        work.ways().put(stage, (int)
                done.keySet().stream().map(TopicPartition::topic).distinct().count());
    }

    /** Offset of the next record that is committed; the end if there is none. */
    private static long nextRecord(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long from, long end) {
        if (from >= end) {
            return end;
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> next : consumer.poll(POLL)) {
                return Math.min(next.offset(), end);
            }
        }
        return end;
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
                            .orElse(NOWHERE));
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
}
