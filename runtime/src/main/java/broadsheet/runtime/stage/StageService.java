package broadsheet.runtime.stage;

import broadsheet.model.StageName;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.endpoint.StatusEndpoint;
import broadsheet.runtime.health.Health;
import broadsheet.runtime.health.Vigil;
import broadsheet.runtime.records.Door;
import broadsheet.runtime.records.LatencyMeter;
import broadsheet.runtime.records.Watch;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.StartupException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stage that runs. It starts when the world is as it needs it, and stops for good when the world breaks: an accident
 * in one record is a dead letter, but a broker that refuses us or a full disk ends the stage, so that whoever watches
 * it can start it again.
 */
public final class StageService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StageService.class);

    /** Within the ten seconds that a container is given to stop. */
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(8);

    private final StageName stage;
    private final String address;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private volatile boolean broken;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Companion> companions = new CopyOnWriteArrayList<>();
    private final Vigil vigil;

    private StageService(
            StageName stage, String address, KafkaStreams streams, KafkaStreamsMetrics metrics, Vigil vigil) {
        this.stage = stage;
        this.address = address;
        this.streams = streams;
        this.metrics = metrics;
        this.vigil = vigil;
    }

    /**
     * Starts a stage.
     *
     * @param endpoint where this instance answers questions to its state
     * @throws StartupException if its state directory cannot be written or Kafka Streams refuses to start; whether the
     *     topics are there is {@link Cluster#ensureTopics}'s to say, before
     */
    public static StageService start(
            RuntimeSettings settings, StageTopology stage, MeterRegistry meters, StatusEndpoint endpoint) {
        return start(settings, stage, meters, settings.httpAdvertisedHost() + ":" + endpoint.port());
    }

    /** The same, with nobody to answer questions. */
    public static StageService start(RuntimeSettings settings, StageTopology stage, MeterRegistry meters) {
        return start(settings, stage, meters, "");
    }

    private static StageService start(
            RuntimeSettings settings, StageTopology stage, MeterRegistry meters, String address) {
        StateDirectory.check(settings.stateDir());
        StateDirectory.claim(
                settings.stateDir(), ClientConfigs.applicationId(settings, stage.stage()), stage.stateGeneration());
        Map<String, Object> config = StageConfig.streams(settings, stage.stage(), meters);
        config.put(StreamsConfig.APPLICATION_SERVER_CONFIG, address);
        Watch watch = new Watch();
        config.put(Door.WATCH, watch);
        Topology topology = stage.build(new StreamsConfig(config));
        Properties properties = new Properties();
        properties.putAll(config);
        KafkaStreams streams = create(topology, properties, settings, stage.stage());
        Vigil vigil = Vigil.over(streams, settings, stage.stage(), watch, meters);
        StageService service =
                new StageService(stage.stage(), address, streams, new KafkaStreamsMetrics(streams), vigil);
        vigil.steps().whenHopeless(service.stopped::countDown);
        Breakdown breakdown = new Breakdown(stage.stage(), settings);
        streams.setUncaughtExceptionHandler(breakdown::response);
        streams.setStateListener((now, before) -> service.changed(now));
        streams.start();
        vigil.start(meters);
        service.metrics.bindTo(meters);
        if (stage.stage() == StageName.SINK) {
            LatencyMeter.in(meters);
        }
        LOG.info("{} started on {}", stage.stage().word(), settings.bootstrapServers());
        return service;
    }

    private static KafkaStreams create(
            Topology topology, Properties properties, RuntimeSettings settings, StageName stage) {
        try {
            return new KafkaStreams(topology, properties);
        } catch (StreamsException e) {
            throw new StartupException(
                    "cannot use the state directory " + settings.stateDir() + ": is another " + stage.word()
                            + " at work in it? Each instance needs its own state-dir (" + e.getMessage() + ")",
                    e);
        }
    }

    /** Work of a stage that is done beside its streams: it lives and dies with them. */
    public interface Companion extends AutoCloseable {

        /** Its health now. */
        Health health();

        @Override
        void close();
    }

    /** Has the stage stand and fall with another piece of its work. */
    public StageService with(Companion companion) {
        companions.add(companion);
        return this;
    }

    /** Ends the stage since a companion broke. */
    public void breakDown(Throwable breakdown) {
        LOG.error("{} stops", stage.word(), breakdown);
        broken = true;
        stopped.countDown();
    }

    private void changed(KafkaStreams.State now) {
        LOG.info("{} is {}", stage.word(), now);
        if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
            stopped.countDown();
        }
    }

    /** Which stage it is. */
    public StageName stage() {
        return stage;
    }

    /** Where this instance answers questions, as {@code host:port}; blank if nowhere. */
    String address() {
        return address;
    }

    /** Its health now: that of its worst part. */
    public Health health() {
        Health worst = vigil.health(streams.state());
        for (Companion companion : companions) {
            worst = worst.or(companion.health());
        }
        return broken ? Health.BROKEN : worst;
    }

    /** How it is, under its name, for an endpoint. */
    public Map<String, Supplier<Health>> part() {
        return Map.of(stage.word(), this::health);
    }

    /** The Kafka Streams client, for questions to its state. */
    KafkaStreams streams() {
        return streams;
    }

    /** Waits until the stage has stopped, by {@link #close} or of itself; true if it stopped of itself. */
    public boolean awaitStop() throws InterruptedException {
        stopped.await();
        return health() == Health.BROKEN;
    }

    /** Commits, leaves the group so that others take over at once, and stops within eight seconds. */
    @Override
    public void close() {
        companions.forEach(Companion::close);
        CloseOptions leaving = CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(TIME_TO_STOP);
        vigil.close();
        boolean inTime = streams.close(leaving);
        metrics.close();
        if (inTime) {
            LOG.info("{} stopped", stage.word());
        } else {
            LOG.warn(
                    "{} did not stop within {} s; what was not committed is done again",
                    stage.word(),
                    TIME_TO_STOP.toSeconds());
        }
    }
}
