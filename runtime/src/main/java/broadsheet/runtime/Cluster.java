package broadsheet.runtime;

import broadsheet.model.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The cluster as a stage needs it: reachable, and with topics that keep what the pipeline promises.
 *
 * <p>Errors are {@link StartupException}s of one line that name what is missing.
 */
public final class Cluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int TRIES = (int) PATIENCE.dividedBy(PAUSE);

    private final RuntimeSettings settings;
    private final Admin admin;

    private Cluster(RuntimeSettings settings, Admin admin) {
        this.settings = settings;
        this.admin = admin;
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
            throw new StartupException("cannot connect to " + settings.bootstrapServers() + ": " + why(e), e);
        }
    }

    private static String why(KafkaException problem) {
        String why = String.valueOf(innermost(problem).getMessage());
        // Kafka quotes the word at which it could not go on, and that may be half of a password.
        return why.contains("JAAS config") ? "sasl.jaas.config cannot be read: quotes or the last semicolon?" : why;
    }

    /** The client for requests that this class does not know. */
    public Admin admin() {
        return admin;
    }

    /** Creates the topics that are missing and checks those that are there; returns the names of the created ones. */
    public List<String> ensureTopics() {
        Set<String> existing = await(admin.listTopics().names(), "list topics");
        List<NewTopic> missing = settings.topics().all().stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(this::newTopic)
                .toList();
        awaitLeaders(create(missing));
        check(settings.topics().all().stream()
                .filter(topic -> existing.contains(topic.name()))
                .toList());
        return missing.stream().map(NewTopic::name).toList();
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

    /** Returns those that were not there. */
    private List<NewTopic> create(List<NewTopic> missing) {
        List<NewTopic> created = new ArrayList<>(missing);
        admin.createTopics(missing).values().forEach((name, creation) -> {
            try {
                await(creation, "create topic " + name);
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
                await(admin.listOffsets(ends).all(), "find the leaders of new topics");
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

    private NewTopic newTopic(Topic<?, ?> topic) {
        Optional<Short> replication =
                settings.replication() < 0 ? Optional.empty() : Optional.of((short) settings.replication());
        return new NewTopic(topic.name(), Optional.of(partitions(topic)), replication).configs(expected(topic));
    }

    /** Every stage reads all takedowns, in one order. */
    private int partitions(Topic<?, ?> topic) {
        return topic.name().equals(settings.topics().takedowns().name()) ? 1 : settings.partitions();
    }

    private Map<String, String> expected(Topic<?, ?> topic) {
        Map<String, String> config = new HashMap<>();
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(settings.maxRecordBytes()));
        config.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                topic.isCompacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
        settings.retentionOf(topic)
                .ifPresent(time -> config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(time.toMillis())));
        return config;
    }

    private void check(List<Topic<?, ?>> topics) {
        Map<String, TopicDescription> descriptions = await(
                admin.describeTopics(topics.stream().map(Topic::name).toList()).allTopicNames(), "describe topics");
        Map<ConfigResource, Config> found = await(
                admin.describeConfigs(topics.stream().map(Cluster::resource).toList())
                        .all(),
                "describe topics");
        List<String> wrong = new ArrayList<>();
        for (Topic<?, ?> topic : topics) {
            Optional.ofNullable(descriptions.get(topic.name()))
                    .map(description -> description.partitions().size())
                    .filter(count -> count != partitions(topic))
                    .ifPresent(count -> wrong.add("topic " + topic.name() + " has " + count + " partitions, partitions="
                            + partitions(topic) + " does not fit"));
            Optional.ofNullable(found.get(resource(topic)))
                    .ifPresent(config -> wrong.addAll(differences(topic, config)));
        }
        if (!wrong.isEmpty()) {
            throw new StartupException(String.join("; ", wrong));
        }
    }

    /** What would break a promise; a retention that differs is the operator's choice. */
    private List<String> differences(Topic<?, ?> topic, Config config) {
        List<String> wrong = new ArrayList<>();
        Map<String, String> expected = expected(topic);
        String cleanup = value(config, TopicConfig.CLEANUP_POLICY_CONFIG);
        if (!cleanup.equals(expected.get(TopicConfig.CLEANUP_POLICY_CONFIG))) {
            wrong.add("topic " + topic.name() + " has cleanup.policy=" + cleanup + ", needs "
                    + expected.get(TopicConfig.CLEANUP_POLICY_CONFIG));
        }
        String size = value(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        if (Long.parseLong(size) < Long.parseLong(expected.getOrDefault(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "0"))) {
            wrong.add("topic " + topic.name() + " has max.message.bytes=" + size + ", needs "
                    + expected.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG) + " for max-page-bytes="
                    + settings.maxPageBytes());
        }
        return wrong;
    }

    private static String value(Config config, String name) {
        return Optional.ofNullable(config.get(name)).map(ConfigEntry::value).orElse("0");
    }

    private static ConfigResource resource(Topic<?, ?> topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    /** Waits for a request and turns what can go wrong into one line. */
    public <T> T await(KafkaFuture<T> request, String what) {
        try {
            return request.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("interrupted: cannot " + what, e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw noAnswer(e);
        } catch (ExecutionException e) {
            throw explain(Optional.ofNullable(e.getCause()).orElse(e), what);
        }
    }

    private StartupException explain(Throwable cause, String what) {
        if (cause instanceof org.apache.kafka.common.errors.TimeoutException) {
            return noAnswer(cause);
        }
        if (cause instanceof SslAuthenticationException) {
            return new StartupException(
                    "no TLS connection to " + settings.bootstrapServers() + ": "
                            + innermost(cause).getMessage(),
                    cause);
        }
        if (cause instanceof AuthenticationException) {
            return new StartupException(
                    "the broker at " + settings.bootstrapServers() + " refuses the login: " + cause.getMessage(),
                    cause);
        }
        if (cause instanceof AuthorizationException) {
            return new StartupException("not allowed to " + what + ": " + cause.getMessage(), cause);
        }
        return new StartupException("cannot " + what + ": " + cause.getMessage(), cause);
    }

    /** The handshake's own words: which certificate, and what is wrong with it. */
    private static Throwable innermost(Throwable problem) {
        Throwable inner = problem;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }

    private StartupException noAnswer(Throwable cause) {
        return new StartupException(
                "no broker answers at " + settings.bootstrapServers() + " within " + PATIENCE.toSeconds() + " s",
                cause);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
