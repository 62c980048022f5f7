package broadsheet.fetch.host;

import broadsheet.fetch.FetchSettings;
import broadsheet.fetch.http.Web;
import broadsheet.fetch.http.WebAddress;
import broadsheet.fetch.robots.RobotsGate;
import broadsheet.model.FetchRequest;
import broadsheet.model.Json;
import broadsheet.runtime.ClientConfigs;
import broadsheet.runtime.RuntimeSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One membership in the group of those that ask. It takes requests, hands them to the lanes of their hosts and writes what
 * comes of them, in transactions that carry pages, ledger, what is remembered of hosts, and the offsets together. A
 * partition is given away when nothing of it is out any more, so that a host is never asked from two sides. Used by one
 * thread.
 */
final class Shift implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Shift.class);
    private static final Duration POLL = Duration.ofMillis(20);

    private static final int SESSION_MILLIS = 15_000;

    private final RuntimeSettings runtime;
    private final InstantSource clock;
    private final Duration longestAnswer;

    /** Longer than this without a poll, and the group may soon give our hosts to another. */
    private final Duration silence;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deed deed;
    private final Lanes lanes;
    private final Errands errands;
    private final FetchMeters meters;
    private final Map<Integer, Windows> windows = new HashMap<>();
    private final List<Errands.Done> unwritten = new ArrayList<>();
    private Instant written = Instant.EPOCH;
    private Instant polled = Instant.EPOCH;

    Shift(
            RuntimeSettings runtime,
            FetchSettings settings,
            Web web,
            InstantSource clock,
            Executor readers,
            FetchMeters meters) {
        this.runtime = runtime;
        this.clock = clock;
        this.longestAnswer = settings.timeout().plusSeconds(1);
        this.lanes = new Lanes(settings.gap());
        this.errands = new Errands(
                web,
                new Gate(new RobotsGate(FetchSettings.PRODUCT)),
                new Reading(FetchSettings.PRODUCT, settings.maxBytes()),
                clock,
                readers,
                settings.gap(),
                settings.hosts(),
                settings.hubs());
        this.meters = meters;
        this.deed = new Deed(runtime);
        Map<String, Object> config = consumerConfig(runtime);
        this.silence = Duration.ofMillis(Long.parseLong(
                        config.get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG).toString())
                * 2
                / 3);
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(runtime.topics().fetchRequests().name()), new Sharing());
    }

    private static Map<String, Object> consumerConfig(RuntimeSettings runtime) {
        Map<String, Object> config = new HashMap<>();
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        config.putAll(ClientConfigs.consumer(runtime));
        // As Kafka Streams has it: what is for its consumers only is for this one too.
        runtime.kafka().forEach((name, value) -> {
            if (name.startsWith(StreamsConfig.CONSUMER_PREFIX)) {
                config.put(name.substring(StreamsConfig.CONSUMER_PREFIX.length()), value);
            }
        });
        config.put(ConsumerConfig.GROUP_ID_CONFIG, Fetcher.group(runtime));
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return config;
    }

    /** Takes what has come, sends out what may go, and writes what is done. */
    void turn() {
        var records = consumer.poll(POLL);
        polled = clock.instant();
        records.forEach(this::take);
        sendOut();
        collect();
        Instant now = clock.instant();
        if (!unwritten.isEmpty() && !now.isBefore(written.plus(runtime.commitInterval()))) {
            write();
            written = now;
        }
        meters.show(lanes, errands.out(), now);
        holdBack();
    }

    /** Sends nothing more, waits for answers, and writes. */
    void finish(Duration patience) {
        await(clock.instant().plus(patience), () -> errands.out() == 0);
        write();
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

    private void sendOut() {
        if (Duration.between(polled, clock.instant()).compareTo(silence) < 0) {
            errands.send(lanes);
        }
    }

    private void collect() {
        for (Errands.Done done : errands.collect()) {
            Optional.ofNullable(windows.get(done.job().partition())).ifPresent(window -> {
                window.finish(done.job().offset());
                unwritten.add(done);
            });
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

    /** Writes what is done; what cannot be written while the group is shared out anew is written after that. */
    private void write() {
        if (unwritten.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (Errands.Done done : unwritten) {
            int number = done.job().partition();
            Windows window = windows.get(number);
            offsets.put(partition(number), new OffsetAndMetadata(window.offset(), window.metadata()));
        }
        if (deed.write(unwritten, offsets, consumer.groupMetadata())) {
            unwritten.forEach(meters::count);
            unwritten.clear();
        } else {
            LOG.info("{} results wait until the group is shared out", unwritten.size());
        }
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(runtime.topics().fetchRequests().name(), number);
    }

    private void await(Instant until, java.util.function.BooleanSupplier done) {
        collect();
        while (!done.getAsBoolean() && clock.instant().isBefore(until)) {
            try {
                Thread.sleep(POLL.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            collect();
        }
    }

    /** Takes partitions with what is remembered of their hosts, and gives them away when nothing of them is out. */
    private final class Sharing implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (partitions.isEmpty()) {
                return;
            }
            var committed = consumer.committed(Set.copyOf(partitions));
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
            Set<Integer> numbers =
                    partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
            if (numbers.isEmpty()) {
                return;
            }
            lanes.hold(numbers);
            await(clock.instant().plus(longestAnswer), () -> {
                // The hosts that stay ours need not wait for those that go.
                sendOut();
                return !lanes.isBusy(numbers);
            });
            write();
            drop(numbers);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            drop(partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet()));
        }

        private void drop(Set<Integer> numbers) {
            windows.keySet().removeAll(numbers);
            numbers.forEach(lanes::close);
            unwritten.removeIf(done -> numbers.contains(done.job().partition()));
        }
    }

    /** Waits for what is out, whoever else may have the hosts then, and leaves the group. */
    @Override
    public void close() {
        Instant until = clock.instant().plus(longestAnswer);
        await(until, () -> errands.out() == 0);
        deed.close();
        consumer.close();
    }
}
