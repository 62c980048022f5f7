package broadsheet.fetch.host;

import broadsheet.fetch.FetchSettings;
import broadsheet.fetch.http.Web;
import broadsheet.fetch.robots.RobotsGate;
import broadsheet.runtime.settings.RuntimeSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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

    private final RuntimeSettings runtime;
    private final InstantSource clock;
    private final Duration longestAnswer;

    /** Longer than this without a poll, and the group may soon give our hosts to another. */
    private final Duration silence;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deed deed;
    private final Lanes lanes;
    private final Errands errands;
    private final Intake intake;
    private final FetchMeters meters;
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
        this.deed = new Deed(runtime, settings.withdrawOnGone());
        Map<String, Object> config = Intake.config(runtime);
        this.silence = Duration.ofMillis(Long.parseLong(
                        config.get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG).toString())
                * 2
                / 3);
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.intake = new Intake(runtime, consumer, lanes);
        consumer.subscribe(List.of(runtime.topics().fetchRequests().name()), new Sharing());
    }

    /** Takes what has come, sends out what may go, and writes what is done. */
    void turn() {
        var records = consumer.poll(POLL);
        polled = clock.instant();
        records.forEach(intake::take);
        sendOut();
        collect();
        Instant now = clock.instant();
        if (!unwritten.isEmpty() && !now.isBefore(written.plus(runtime.commitInterval()))) {
            write();
            written = now;
        }
        meters.show(lanes, errands.out(), now);
        intake.holdBack();
    }

    /** Sends nothing more, waits for answers, and writes. */
    void finish(Duration patience) {
        await(clock.instant().plus(patience), () -> errands.out() == 0);
        write();
    }

    private void sendOut() {
        if (Duration.between(polled, clock.instant()).compareTo(silence) < 0) {
            errands.send(lanes);
        }
    }

    private void collect() {
        errands.collect().stream().filter(done -> intake.finish(done.job())).forEach(unwritten::add);
    }

    /** Writes what is done; what cannot be written while the group is shared out anew is written after that. */
    private void write() {
        if (unwritten.isEmpty()) {
            return;
        }
        Set<Integer> numbers =
                unwritten.stream().map(done -> done.job().partition()).collect(Collectors.toSet());
        if (deed.write(unwritten, intake.offsets(numbers), consumer.groupMetadata())) {
            unwritten.forEach(meters::count);
            unwritten.clear();
        } else {
            LOG.info("{} results wait until the group is shared out", unwritten.size());
        }
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
            intake.open(partitions);
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
            intake.close(numbers);
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
