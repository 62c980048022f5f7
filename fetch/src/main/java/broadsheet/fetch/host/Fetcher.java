package broadsheet.fetch.host;

import broadsheet.fetch.FetchSettings;
import broadsheet.fetch.http.Web;
import broadsheet.fetch.http.WebAddress;
import broadsheet.fetch.robots.RobotsGate;
import broadsheet.model.FetchRequest;
import broadsheet.model.Json;
import broadsheet.model.StageName;
import broadsheet.runtime.ClientConfigs;
import broadsheet.runtime.Health;
import broadsheet.runtime.RuntimeSettings;
import broadsheet.runtime.StageService.Companion;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The half of {@code fetch} that asks: requests in, raw pages and the fetch ledger out. One thread takes requests, hands
 * them to the lanes of their hosts and writes what comes of them, in transactions that carry pages, ledger, what is
 * remembered of hosts, and the offsets together. A partition that is given away is given away when nothing of it is out
 * any more, so that a host is never asked from two sides.
 */
public final class Fetcher implements Companion {

    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(5);
    private static final int READERS = 2;

    /** Longer than this without a poll, and the group may have given our hosts to another. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final int SESSION_MILLIS = 15_000;

    private final RuntimeSettings runtime;
    private final InstantSource clock;
    private final Web web;
    private final Duration commitInterval;
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS, Fetcher::daemon);
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deed deed;
    private final Lanes lanes;
    private final Errands errands;
    private final FetchMeters meters;
    private final Map<Integer, Windows> windows = new HashMap<>();
    private final List<Errands.Done> unwritten = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "fetcher");
    private final Consumer<Throwable> onBreakdown;
    private Instant written = Instant.MIN;
    private Instant polled = Instant.MIN;
    private volatile boolean stopping;
    private volatile Health health = Health.REBALANCING;

    private Fetcher(
            RuntimeSettings runtime,
            FetchSettings settings,
            Web web,
            InstantSource clock,
            MeterRegistry registry,
            Consumer<Throwable> onBreakdown) {
        this.runtime = runtime;
        this.clock = clock;
        this.web = web;
        this.onBreakdown = onBreakdown;
        this.commitInterval = runtime.commitInterval();
        this.lanes = new Lanes(settings.gap());
        this.errands = new Errands(
                web,
                new Gate(new RobotsGate(FetchSettings.PRODUCT)),
                new Reading(FetchSettings.PRODUCT, settings.maxBytes()),
                clock,
                readers,
                settings.gap(),
                settings.hosts());
        this.consumer =
                new KafkaConsumer<>(consumerConfig(runtime), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.deed = new Deed(runtime);
        this.meters = new FetchMeters(registry);
    }

    private static Map<String, Object> consumerConfig(RuntimeSettings runtime) {
        Map<String, Object> config = ClientConfigs.consumer(runtime);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group(runtime));
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return config;
    }

    /** The consumer group of those that ask. */
    public static String group(RuntimeSettings runtime) {
        return ClientConfigs.applicationId(runtime, StageName.FETCH) + "-requests";
    }

    /**
     * Starts.
     *
     * @param onBreakdown told what broke it, if anything does
     */
    public static Fetcher start(
            RuntimeSettings runtime,
            FetchSettings settings,
            Web web,
            MeterRegistry registry,
            Consumer<Throwable> onBreakdown) {
        var fetcher = new Fetcher(runtime, settings, web, InstantSource.system(), registry, onBreakdown);
        fetcher.thread.start();
        return fetcher;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fetch-reader");
        thread.setDaemon(true);
        return thread;
    }

    private void run() {
        try (consumer;
                deed) {
            consumer.subscribe(List.of(runtime.topics().fetchRequests().name()), new Sharing());
            health = Health.RUNNING;
            while (!stopping) {
                turn();
            }
            finishWhatIsOut(TIME_TO_STOP);
            write();
            health = Health.STOPPING;
        } catch (WakeupException stopped) {
            health = Health.STOPPING;
        } catch (RuntimeException | Error broken) {
            // The end of the thread: whoever watches the stage is told, and ends it.
            health = Health.BROKEN;
            onBreakdown.accept(broken);
        } finally {
            web.close();
            readers.shutdownNow();
        }
    }

    private void turn() {
        var records = consumer.poll(POLL);
        polled = clock.instant();
        records.forEach(this::take);
        if (Duration.between(polled, clock.instant()).compareTo(SILENCE) < 0) {
            errands.send(lanes);
        }
        unwritten.addAll(errands.collect());
        Instant now = clock.instant();
        if (!unwritten.isEmpty() && (written.equals(Instant.MIN) || !now.isBefore(written.plus(commitInterval)))) {
            write();
            written = now;
        }
        meters.show(lanes, errands.out(), now);
        holdBack();
    }

    private void take(ConsumerRecord<byte[], byte[]> request) {
        Windows window = windows.get(request.partition());
        if (window == null || !window.take(request.offset())) {
            return;
        }
        try {
            FetchRequest read = Json.read(request.value() == null ? new byte[0] : request.value(), FetchRequest.class);
            lanes.add(WebAddress.host(read.url()), new Job(request.partition(), request.offset(), read));
        } catch (SerializationException | IllegalArgumentException foreign) {
            LOG.warn("{}@{} is no request and is passed over", request.partition(), request.offset());
            window.finish(request.offset());
        }
    }

    private void holdBack() {
        for (Map.Entry<Integer, Windows> entry : windows.entrySet()) {
            List<TopicPartition> partition = List.of(partition(entry.getKey()));
            if (consumer.assignment().containsAll(partition)) {
                if (entry.getValue().isFull()) {
                    consumer.pause(partition);
                } else {
                    consumer.resume(partition);
                }
            }
        }
    }

    /** Writes what is done; what the group has given to another meanwhile is the other's to do. */
    private void write() {
        List<Errands.Done> ours = unwritten.stream()
                .filter(done -> lanes.has(done.job().partition()))
                .toList();
        unwritten.clear();
        if (ours.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (Errands.Done done : ours) {
            windows.get(done.job().partition()).finish(done.job().offset());
        }
        ours.forEach(done -> {
            Windows window = windows.get(done.job().partition());
            offsets.put(partition(done.job().partition()), new OffsetAndMetadata(window.offset(), window.metadata()));
        });
        if (deed.write(ours, offsets, consumer.groupMetadata())) {
            ours.forEach(meters::count);
        } else {
            // The group is being shared out anew: what was not written is taken anew with the partitions.
            LOG.info("{} results were not written, and are fetched again", ours.size());
            throw new Unwritten();
        }
    }

    private static final class Unwritten extends KafkaException {
        private static final long serialVersionUID = 1;

        Unwritten() {
            super("the group went on without this instance");
        }
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(runtime.topics().fetchRequests().name(), number);
    }

    private void finishWhatIsOut(Duration patience) {
        Instant until = clock.instant().plus(patience);
        while (errands.out() > 0 && clock.instant().isBefore(until)) {
            unwritten.addAll(errands.collect());
            try {
                Thread.sleep(POLL.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        unwritten.addAll(errands.collect());
    }

    /** Takes partitions with what is remembered of their hosts, and gives them away when nothing of them is out. */
    private final class Sharing implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (partitions.isEmpty()) {
                return;
            }
            var committed = consumer.committed(java.util.Set.copyOf(partitions));
            for (TopicPartition partition : partitions) {
                Optional<OffsetAndMetadata> at = Optional.ofNullable(committed.get(partition));
                windows.put(
                        partition.partition(),
                        Windows.of(
                                at.map(OffsetAndMetadata::offset).orElse(0L),
                                at.map(OffsetAndMetadata::metadata).orElse("")));
                lanes.open(partition.partition(), Memory.read(runtime, partition.partition()));
            }
            LOG.info("asks the hosts of {}", partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                finishWhatIsOut(TIME_TO_STOP);
                write();
                drop(partitions);
            }
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            drop(partitions);
        }

        private void drop(Collection<TopicPartition> partitions) {
            for (TopicPartition partition : partitions) {
                windows.remove(partition.partition());
                lanes.close(partition.partition());
            }
        }
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(TIME_TO_STOP.multipliedBy(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
