package broadsheet.demo;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;

/**
 * Three brokers, each a process of its own and a controller as well. Everything has three replicas, of which two must
 * have a write before it counts. Not thread-safe.
 */
final class ThreeBrokers implements AutoCloseable {

    static final int COUNT = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path directory;
    private final List<Integer> clients = ports();
    private final List<Integer> controllers = ports();
    private final Map<Integer, Process> processes = new HashMap<>();

    private ThreeBrokers(Path directory) {
        this.directory = directory;
    }

    static ThreeBrokers start(Path directory) throws Exception {
        ThreeBrokers brokers = new ThreeBrokers(directory);
        String cluster = Uuid.randomUuid().toString();
        for (int node = 0; node < COUNT; node++) {
            brokers.format(node, cluster);
            brokers.start(node);
        }
        try {
            brokers.awaitAll();
            return brokers;
        } catch (RuntimeException failed) {
            brokers.close();
            throw failed;
        }
    }

    private static List<Integer> ports() {
        return IntStream.range(0, COUNT)
                .mapToObj(node -> EmbeddedBroker.freePort())
                .toList();
    }

    private Path log(int node) {
        return directory.resolve("broker-" + node);
    }

    private void format(int node, String cluster) throws Exception {
        Files.createDirectories(directory);
        EmbeddedBroker.format(node, log(node), cluster);
        Properties config = new Properties();
        config.putAll(config(node));
        try (Writer file = Files.newBufferedWriter(properties(node))) {
            config.store(file, null);
        }
    }

    private Path properties(int node) {
        return directory.resolve("broker-" + node + ".properties");
    }

    private Map<String, String> config(int node) {
        String voters = IntStream.range(0, COUNT)
                .mapToObj(voter -> voter + "@127.0.0.1:" + controllers.get(voter))
                .collect(Collectors.joining(","));
        Map<String, String> config =
                EmbeddedBroker.config(node, log(node), clients.get(node), controllers.get(node), voters);
        config.put("min.insync.replicas", "2");
        config.put("default.replication.factor", "3");
        config.put("offsets.topic.replication.factor", "3");
        config.put("transaction.state.log.replication.factor", "3");
        config.put("transaction.state.log.min.isr", "2");
        // A broker that is gone is noticed after three seconds.
        config.put("broker.session.timeout.ms", "3000");
        config.put("broker.heartbeat.interval.ms", "1000");
        config.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        config.put("offsets.topic.num.partitions", "3");
        config.put("transaction.state.log.num.partitions", "3");
        return config;
    }

    void start(int node) {
        processes.put(
                node,
                JavaProcess.start(
                        directory.resolve("broker-" + node + ".log"),
                        "256m",
                        List.of("kafka.Kafka", properties(node).toString())));
    }

    /** The broker's process. */
    Process process(int node) {
        return Objects.requireNonNull(processes.get(node));
    }

    void kill(int node) throws InterruptedException {
        process(node).destroyForcibly().waitFor();
    }

    /** Node that leads the controllers now. */
    int controller() throws Exception {
        try (Admin admin = admin()) {
            return admin.describeMetadataQuorum().quorumInfo().get().leaderId();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    /** Waits until all three take part again, and every partition has all its replicas. */
    void awaitAll() {
        try (Admin admin = admin()) {
            Awaitility.await("three brokers")
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> {
                        boolean all = admin.describeCluster().nodes().get().size() == COUNT;
                        List<String> topics =
                                new ArrayList<>(admin.listTopics().names().get());
                        return all
                                && admin.describeTopics(topics).allTopicNames().get().values().stream()
                                        .flatMap(topic -> topic.partitions().stream())
                                        .allMatch(partition -> partition.isr().size()
                                                == partition.replicas().size());
                    });
        }
    }

    String bootstrapServers() {
        return clients.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    @Override
    public void close() throws IOException {
        processes.values().forEach(Process::destroyForcibly);
        processes.values().forEach(process -> process.onExit().join());
    }
}
