package broadsheet.runtime.clients;

import broadsheet.runtime.settings.StartupException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes topics that can be used when it is done. */
record TopicCreation(Cluster cluster) {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int TRIES = (int) BrokerAnswer.PATIENCE.dividedBy(PAUSE);

    /** Makes them, and waits until each of their partitions answers. */
    void create(List<NewTopic> missing) {
        awaitLeaders(request(missing));
    }

    /** Returns those that were not there. */
    private List<NewTopic> request(List<NewTopic> missing) {
        List<NewTopic> created = new ArrayList<>(missing);
        cluster.admin().createTopics(missing).values().forEach((name, creation) -> {
            try {
                cluster.await(creation, "create topic " + name);
            } catch (StartupException e) {
                // Another stage that starts at the same time may have been faster.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                created.removeIf(topic -> topic.name().equals(name));
            }
        });
        return created;
    }

    /**
     * Waits until each partition answers. A producer that sends several batches to one that is not led yet can have the
     * second one taken first; then the first is out of order, sent again until its time is up, and lost.
     */
    private void awaitLeaders(List<NewTopic> created) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : created) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        for (int tries = 1; ; tries++) {
            try {
                cluster.await(cluster.admin().listOffsets(ends).all(), "find the leaders of new topics");
                return;
            } catch (StartupException e) {
                // A broker that has not heard of the topic yet says so, and the client does not ask again by itself.
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || tries == TRIES) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("interrupted: cannot find the leaders of new topics", e);
        }
    }
}
