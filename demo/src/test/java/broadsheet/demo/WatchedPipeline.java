package broadsheet.demo;

import broadsheet.cli.Stages;
import broadsheet.model.StageName;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.clients.TopicReader;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * A pipeline as it is run: a broker, all stages and an audit that goes on, each a process with a port of its own,
 * and a Prometheus that watches them. Not thread-safe.
 */
final class WatchedPipeline implements AutoCloseable {

    /** How the audit is called among the instances. */
    static final String AUDIT = "audit";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path directory;
    private final LosableBroker broker;
    private final OutsideClient client;
    private final RuntimeSettings runtime;
    private final Cluster cluster;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<String, SupervisedStage> instances = new TreeMap<>();
    private final Prometheus prometheus;

    private WatchedPipeline(Path directory, Path program, String rules) throws Exception {
        this.directory = directory;
        broker = LosableBroker.start(directory.resolve("broker"));
        client = new OutsideClient(broker.bootstrapServers());
        runtime =
                Stages.read(Settings.of(settings(), Map.of(), Optional.empty())).runtime();
        cluster = Cluster.connect(runtime);
        cluster.ensureTopics();
        for (StageName stage : StageName.OF_PAGES) {
            ports.put(stage.word(), EmbeddedBroker.freePort());
            instances.put(stage.word(), stage(stage, Map.of()));
        }
        ports.put(StageName.FETCH.word(), EmbeddedBroker.freePort());
        instances.put(StageName.FETCH.word(), fetch());
        ports.put(AUDIT, EmbeddedBroker.freePort());
        instances.put(AUDIT, audit(List.of("--every=1")));
        prometheus = Prometheus.start(program, directory.resolve("prometheus"), rules, onLoopback(ports));
    }

    /**
     * Starts all of it and waits until Prometheus sees it.
     *
     * @param directory of a file system that is large enough; see {@link #stateOf}
     */
    static WatchedPipeline start(Path directory, Path program, String rules) throws Exception {
        WatchedPipeline pipeline = new WatchedPipeline(directory, program, rules);
        try {
            pipeline.instances.values().forEach(SupervisedStage::start);
            pipeline.ports.keySet().forEach(pipeline::awaitUp);
            return pipeline;
        } catch (RuntimeException failed) {
            pipeline.close();
            throw failed;
        }
    }

    private static Map<String, String> onLoopback(Map<String, Integer> ports) {
        Map<String, String> addresses = new LinkedHashMap<>();
        ports.forEach((name, port) -> addresses.put(name, "127.0.0.1:" + port));
        return addresses;
    }

    /** Where a stage keeps its state in such a pipeline. */
    static Path stateOf(Path directory, StageName stage) throws IOException {
        return Files.createDirectories(directory.resolve("state").resolve(stage.word()));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("bootstrap-servers", broker.bootstrapServers());
        settings.put("partitions", "2");
        settings.put("replication", "1");
        settings.put("copy-shards", "2");
        // What a killed instance worked on is taken over after six seconds, the least that the broker allows.
        settings.put("kafka.consumer.session.timeout.ms", "6000");
        settings.put("kafka.consumer.heartbeat.interval.ms", "1500");
        return settings;
    }

    private Map<String, String> settings(String instance) {
        Map<String, String> settings = settings();
        settings.put("http-port", Objects.requireNonNull(ports.get(instance)).toString());
        settings.put("state-dir", directory.resolve("state").resolve(instance).toString());
        return settings;
    }

    private SupervisedStage stage(StageName stage, Map<String, String> others) {
        Map<String, String> settings = settings(stage.word());
        settings.putAll(others);
        return new SupervisedStage(stage, directory.resolve(stage.word() + ".log"), settings)
                .answeringAt(Objects.requireNonNull(ports.get(stage.word())));
    }

    private SupervisedStage fetch() {
        Map<String, String> settings = settings(StageName.FETCH.word());
        settings.put("fetch-allow-private", "true");
        return new SupervisedStage(List.of(StageName.FETCH.word()), "300m", directory.resolve("fetch.log"), settings);
    }

    private SupervisedStage audit(List<String> options) {
        List<String> said = new ArrayList<>(List.of("audit"));
        said.addAll(options);
        return new SupervisedStage(said, "200m", directory.resolve("audit.log"), settings(AUDIT));
    }

    /** Ends the audit, and starts one with other options. */
    void auditAnew(String... options) throws Exception {
        instance(AUDIT).kill();
        instances.put(AUDIT, audit(List.of(options)).start());
        awaitUp(AUDIT);
    }

    /** Ends a stage, and starts it with other settings than the usual ones. */
    void stageAnew(StageName stage, Map<String, String> others) {
        stage(stage).stopInTime();
        instances.put(stage.word(), stage(stage, others).start());
    }

    /** Stops a stage, and nobody knows of it any more: as when its last container has been taken away. */
    void takeAway(StageName stage) throws IOException {
        stage(stage).stopInTime();
        Map<String, Integer> others = new LinkedHashMap<>(ports);
        others.remove(stage.word());
        prometheus.askOnly(onLoopback(others));
    }

    /** Starts it, and it is known again. */
    void bringBack(StageName stage) throws IOException {
        stage(stage).start();
        prometheus.askOnly(onLoopback(ports));
    }

    LosableBroker broker() {
        return broker;
    }

    SupervisedStage instance(String name) {
        return Objects.requireNonNull(instances.get(name), name);
    }

    SupervisedStage stage(StageName stage) {
        return instance(stage.word());
    }

    OutsideClient client() {
        return client;
    }

    RuntimeSettings runtime() {
        return runtime;
    }

    Topics topics() {
        return runtime.topics();
    }

    Cluster cluster() {
        return cluster;
    }

    /** Where the partitions of a topic end. */
    Map<TopicPartition, Long> ends(Topic<?, ?> topic) {
        try (var reader = new TopicReader<>(runtime, topic)) {
            return reader.ends();
        }
    }

    Prometheus prometheus() {
        return prometheus;
    }

    /** Waits until Prometheus has an answer from an instance. */
    void awaitUp(String instance) {
        await("up{instance=\"" + instance + "\"} == 1");
    }

    /** Waits until an expression has a value. */
    void await(String expression) {
        prometheus.await(expression, PATIENCE);
    }

    /** Waits until an alert fires that has these labels, and perhaps more. */
    Prometheus.Firing awaitAlert(String name, Map<String, String> labels, Duration patience) {
        return prometheus.awaitAlert(name, labels, patience);
    }

    /** The alert of that name with these labels, if it fires. */
    Optional<Prometheus.Firing> firing(String name, Map<String, String> labels) throws Exception {
        return prometheus.firing(name, labels);
    }

    /** Waits until it does not fire. */
    void awaitQuiet(String name, Map<String, String> labels) {
        prometheus.awaitQuiet(name, labels, PATIENCE);
    }

    @Override
    public void close() {
        prometheus.close();
        instances.values().forEach(SupervisedStage::close);
        client.close();
        cluster.close();
        broker.close();
    }
}
