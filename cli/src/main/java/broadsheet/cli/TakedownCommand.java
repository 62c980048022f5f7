package broadsheet.cli;

import broadsheet.model.Receipt;
import broadsheet.model.Takedown;
import broadsheet.model.Topic;
import broadsheet.runtime.clients.ClientConfigs;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.clients.TopicReader;
import broadsheet.runtime.settings.RuntimeSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code broadsheet takedown}: withdraws an article, or all of a domain, and keeps it out. Ends when every partition of
 * the sink has written its receipt, and prints the ids of the articles that were withdrawn.
 */
@Command(
        footer = {"", "Example:", "  broadsheet takedown https://courier.example/bridge --by desk --why \"court order\""
        },
        name = "takedown",
        description = "Withdraw an article by id or URL, or all of a domain, and block its return; --lift ends that. "
                + "Prints what was withdrawn; exit code 1 if the sink has not confirmed it in time.")
final class TakedownCommand implements Callable<Integer> {

    private static final int POLL_MILLIS = 100;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Parameters(paramLabel = "ID|URL|DOMAIN")
    private String what = "";

    @Option(names = "--by", paramLabel = "NAME", description = "who asks for it")
    private @Nullable String by;

    @Option(names = "--why", paramLabel = "TEXT", description = "on what ground")
    private @Nullable String why;

    @Option(names = "--lift", description = "end a takedown; redrive --topic=raw-pages brings back what it took")
    private boolean lift;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "how long to wait for the sink's receipts; 0 for not at all (default: ${DEFAULT-VALUE})")
    private int wait = 60;

    @Override
    public Integer call() throws InterruptedException {
        if (!lift && (by == null || why == null)) {
            throw new UsageException("a takedown needs --by and --why: they are its record");
        }
        RuntimeSettings runtime = Stages.read(options.settings(Map.of())).runtime();
        try (Cluster cluster = Cluster.connect(runtime)) {
            cluster.findOrCreateTopics();
        }
        Optional<Takedown> takedown = lift || by == null || why == null
                ? Optional.empty()
                : Optional.of(new Takedown(by, why, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
        try (var receipts = new TopicReader<>(runtime, runtime.topics().receipts())) {
            // What is there already is of earlier requests.
            receipts.drain(earlier -> {});
            send(runtime, takedown);
            System.err.println((lift ? "lifted: " : "requested: ") + what);
            return wait == 0 || confirm(receipts, takedown) ? 0 : 1;
        }
    }

    @SuppressWarnings(
            "NullAway") // A record without a value lifts a takedown; Kafka's annotations do not say that it may.
    private void send(RuntimeSettings runtime, Optional<Takedown> takedown) throws InterruptedException {
        Topic<String, Takedown> topic = runtime.topics().takedowns();
        try (var producer = new KafkaProducer<>(
                ClientConfigs.producer(runtime),
                topic.keys().serializer(),
                topic.values().serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), what, takedown.orElse(null)))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("not accepted: " + e.getMessage(), e);
        }
    }

    /** Waits for a receipt from every partition, and prints what they name. */
    private boolean confirm(TopicReader<String, Receipt> topic, Optional<Takedown> takedown)
            throws InterruptedException {
        Map<Integer, Receipt> receipts = new TreeMap<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(wait);
        while (receipts.isEmpty()
                || receipts.size() < receipts.values().iterator().next().partitions()) {
            if (System.nanoTime() > end) {
                System.err.printf(
                        "not confirmed within %d s: %d receipts; does the sink run? The request stands%n",
                        wait, receipts.size());
                return false;
            }
            long taken = topic.drain(next -> {
                if (next.key().equals(what) && next.value().takedown().equals(takedown)) {
                    receipts.put(next.value().partition(), next.value());
                }
            });
            if (taken == 0) {
                Thread.sleep(POLL_MILLIS);
            }
        }
        receipts.values().forEach(receipt -> receipt.ids().forEach(System.out::println));
        System.err.printf(
                "confirmed by %d of %d partitions: %d withdrawn%n",
                receipts.size(),
                receipts.size(),
                receipts.values().stream().mapToInt(Receipt::withdrawn).sum());
        return true;
    }
}
