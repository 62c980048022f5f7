package broadsheet.runtime.health;

import broadsheet.model.Topic;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.settings.RuntimeSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees whether the topics are still those that were there at the start. Kafka's clients wait for one that was deleted as
 * for a broker that is slow, and take one that was made anew under the same name for the old one: what it held is gone
 * without a word.
 *
 * <p>{@code broadsheet_topic_gone{stage, topic}} and {@code broadsheet_topic_made_anew{stage, topic}} are 1 where that is
 * so. A look that gets no answer changes nothing: whether there are brokers is {@link BrokerContact}'s to say.
 */
public final class TopicsWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicsWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String who;
    private final List<String> names;
    private final Cluster cluster;
    private final Map<String, Uuid> first = new HashMap<>();
    private final Set<String> gone = new ConcurrentSkipListSet<>();
    private final Set<String> madeAnew = new ConcurrentSkipListSet<>();
    private final Thread thread = new Thread(this::goOn, "watch-topics");

    /** @param who asks: a stage's word, or {@code audit} */
    public TopicsWatch(RuntimeSettings settings, String who, MeterRegistry meters) {
        this.who = who;
        names = settings.topics().all().stream().map(Topic::name).toList();
        cluster = Cluster.connect(settings);
        for (String topic : names) {
            gauge(meters, "broadsheet.topic.gone", topic, gone);
            gauge(meters, "broadsheet.topic.made.anew", topic, madeAnew);
        }
    }

    private void gauge(MeterRegistry meters, String name, String topic, Set<String> those) {
        Gauge.builder(name, () -> those.contains(topic) ? 1 : 0)
                .description(
                        "1 if the topic that was there when the process started is not there any more, or is another")
                .tag("stage", who)
                .tag("topic", topic)
                .register(meters);
    }

    /** Looks again and again, until it is closed. */
    TopicsWatch start() {
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    private void goOn() {
        try {
            while (true) {
                look();
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    /** Looks once, and says what has changed. */
    public void look() throws InterruptedException {
        Map<String, KafkaFuture<TopicDescription>> asked =
                cluster.admin().describeTopics(names).topicNameValues();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> topic : asked.entrySet()) {
            try {
                found(
                        topic.getKey(),
                        topic.getValue()
                                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                                .topicId());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                    missing(topic.getKey());
                }
            } catch (TimeoutException noAnswer) {
                return;
            }
        }
    }

    private void found(String topic, Uuid id) {
        gone.remove(topic);
        Uuid before = first.putIfAbsent(topic, id);
        if (before != null && !before.equals(id) && madeAnew.add(topic)) {
            LOG.error("topic {} was made anew while {} runs: what it held is gone; start {} again", topic, who, who);
        }
    }

    private void missing(String topic) {
        if (gone.add(topic)) {
            LOG.error("topic {} is gone; broadsheet topics makes it again, but not what it held", topic);
        }
    }

    /** The topics that are not there now. */
    public Set<String> gone() {
        return new TreeSet<>(gone);
    }

    /** Those that are not the ones that were there at the start. */
    public Set<String> madeAnew() {
        return new TreeSet<>(madeAnew);
    }

    @Override
    public void close() {
        thread.interrupt();
        cluster.close();
    }
}
