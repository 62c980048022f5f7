package broadsheet.redrive;

import broadsheet.model.StageName;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.settings.RuntimeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** A stage that does not run, as its group has it: which record it would read next. */
public final class Stopped {

    private static final Duration GLANCE = Duration.ofMillis(500);

    private final Cluster cluster;
    private final RuntimeSettings settings;
    private final StageName stage;

    public Stopped(Cluster cluster, RuntimeSettings settings, StageName stage) {
        this.cluster = cluster;
        this.settings = settings;
        this.stage = stage;
    }

    /** The group that its instances form. */
    public String group() {
        return ClientConfigs.applicationId(settings, stage);
    }

    /**
     * Waits until the stage has no instance any more: one that was killed is missed only after the group's session timeout.
     *
     * @return how many there are when the time is up
     */
    public int instances(Duration patience) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        int members = members();
        while (members > 0 && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
            members = members();
        }
        return members;
    }

    private int members() {
        try {
            var groups = cluster.await(
                    cluster.admin().describeConsumerGroups(List.of(group())).all(), "describe " + group());
            return Optional.ofNullable(groups.get(group()))
                    .map(described -> described.members().size())
                    .orElse(0);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }

    /** The topics that it reads: its input, and behind the sink's questions and rulings those between its steps. */
    public List<String> topics() {
        return cluster.await(cluster.admin().listTopics().names(), "list topics").stream()
                .filter(name -> name.equals(input().name())
                        || (name.startsWith(group() + "-") && name.endsWith("-repartition")))
                .sorted()
                .toList();
    }

    /** The topic before the stage. */
    public Topic<?, ?> input() {
        Topics topics = settings.topics();
        return switch (stage) {
            case FETCH -> topics.fetches();
            case INGEST -> topics.rawPages();
            case ENRICH -> topics.articles();
            case SINK -> topics.enrichedArticles();
        };
    }

    /** Where it would go on in each partition of a topic in which something lies before it. */
    public SortedMap<TopicPartition, OffsetAndMetadata> next(String topic) {
        var described = cluster.await(
                cluster.admin().describeTopics(List.of(topic)).allTopicNames(), "describe topic " + topic);
        List<TopicPartition> partitions = Optional.ofNullable(described.get(topic)).stream()
                .flatMap(found -> found.partitions().stream())
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        Map<TopicPartition, OffsetAndMetadata> committed = cluster.await(
                cluster.admin().listConsumerGroupOffsets(group()).partitionsToOffsetAndMetadata(),
                "read the offsets of " + group());
        Map<TopicPartition, Long> first = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        SortedMap<TopicPartition, OffsetAndMetadata> next =
                new TreeMap<>(Comparator.comparingInt(TopicPartition::partition));
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata start = new OffsetAndMetadata(first.getOrDefault(partition, 0L));
            OffsetAndMetadata at = Optional.ofNullable(committed.get(partition))
                    .filter(known -> known.offset() > start.offset())
                    .orElse(start);
            if (at.offset() < ends.getOrDefault(partition, 0L)) {
                next.put(partition, at);
            }
        }
        return next;
    }

    /** Offset after the last committed record of a partition. */
    public long end(TopicPartition partition) {
        return offsets(List.of(partition), OffsetSpec.latest()).getOrDefault(partition, 0L);
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        // Of what is committed only: what an open transaction holds cannot be read yet, and is not broken for that.
        var committed = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        cluster.await(cluster.admin().listOffsets(asked, committed).all(), "read offsets")
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }
}
