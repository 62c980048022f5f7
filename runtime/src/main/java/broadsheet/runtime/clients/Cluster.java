package broadsheet.runtime.clients;

import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.StartupException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * The cluster as a stage needs it: reachable, and with topics that keep what the pipeline promises.
 *
 * <p>Errors are {@link StartupException}s of one line that name what is missing.
 */
public final class Cluster implements AutoCloseable {

    private static final Duration PATIENCE = BrokerAnswer.PATIENCE;

    private final RuntimeSettings settings;
    private final Admin admin;
    private final BrokerAnswer answer;

    private Cluster(RuntimeSettings settings, Admin admin) {
        this.settings = settings;
        this.admin = admin;
        answer = new BrokerAnswer(settings.bootstrapServers());
    }

    /** Connects; whether anybody answers shows at the first request. */
    public static Cluster connect(RuntimeSettings settings) {
        try {
            Map<String, Object> config = new HashMap<>();
            // A broker that takes connections but no longer answers must leave time to ask another.
            config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 4);
            config.put(AdminClientConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, PATIENCE.toMillis() / 4);
            config.putAll(ClientConfigs.admin(settings));
            return new Cluster(settings, Admin.create(config));
        } catch (KafkaException e) {
            throw new StartupException(
                    "cannot connect to " + settings.bootstrapServers() + ": " + BrokerAnswer.whyNoClient(e), e);
        }
    }

    /** The client for requests that this class does not know. */
    public Admin admin() {
        return admin;
    }

    /** Creates the topics that are missing and checks those that are there; returns the names of the created ones. */
    public List<String> ensureTopics() {
        Set<String> existing = await(admin.listTopics().names(), "list topics");
        List<PlannedTopic> planned = PlannedTopic.all(settings);
        List<NewTopic> missing = planned.stream()
                .filter(topic -> !existing.contains(topic.topic()))
                .map(PlannedTopic::request)
                .toList();
        new TopicCreation(this).create(missing);
        check(planned.stream().filter(topic -> existing.contains(topic.topic())).toList());
        return missing.stream().map(NewTopic::name).toList();
    }

    /**
     * The same for a command that writes on the topics and runs no stage: what is there is taken as it is, since only the
     * stages know what they were told of it, such as {@code partitions}.
     */
    public void findOrCreateTopics() {
        Set<String> existing = await(admin.listTopics().names(), "list topics");
        if (!PlannedTopic.all(settings).stream().map(PlannedTopic::topic).allMatch(existing::contains)) {
            ensureTopics();
        }
    }

    /** Checks that the brokers allow transactions as long as a stage's may be; where they do not tell, they show it later. */
    public void checkLimits() {
        Collection<Node> nodes = await(admin.describeCluster().nodes(), "describe the cluster");
        for (Node node : nodes) {
            ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
            Config config;
            try {
                config = await(admin.describeConfigs(List.of(broker)).all(), "describe a broker")
                        .getOrDefault(broker, new Config(List.of()));
            } catch (StartupException e) {
                if (e.getCause() instanceof AuthorizationException) {
                    return;
                }
                throw e;
            }
            long most = Long.parseLong(value(config, "transaction.max.timeout.ms"));
            if (most > 0 && settings.limits().transaction().toMillis() > most) {
                throw new StartupException("broker " + node.idString() + " has transaction.max.timeout.ms=" + most
                        + ", transaction-timeout="
                        + settings.limits().transaction().toMillis() + "ms is above that");
            }
        }
    }

    private void check(List<PlannedTopic> topics) {
        Map<String, TopicDescription> descriptions = await(
                admin.describeTopics(topics.stream().map(PlannedTopic::topic).toList())
                        .allTopicNames(),
                "describe topics");
        Map<ConfigResource, Config> found = await(
                admin.describeConfigs(topics.stream().map(Cluster::resource).toList())
                        .all(),
                "describe topics");
        List<String> wrong = new ArrayList<>();
        for (PlannedTopic topic : topics) {
            TopicDescription description = descriptions.get(topic.topic());
            Config config = found.get(resource(topic));
            if (description != null && config != null) {
                wrong.addAll(topic.differences(description, config));
            }
        }
        if (!wrong.isEmpty()) {
            throw new StartupException(String.join("; ", wrong));
        }
    }

    private static String value(Config config, String name) {
        return Optional.ofNullable(config.get(name)).map(ConfigEntry::value).orElse("0");
    }

    private static ConfigResource resource(PlannedTopic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.topic());
    }

    /** Waits for a request and turns what can go wrong into one line. */
    public <T> T await(KafkaFuture<T> request, String what) {
        return answer.await(request, what);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
