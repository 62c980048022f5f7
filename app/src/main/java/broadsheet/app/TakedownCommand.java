package broadsheet.app;

import broadsheet.model.Takedown;
import broadsheet.model.Topic;
import broadsheet.runtime.ClientConfigs;
import broadsheet.runtime.Cluster;
import broadsheet.runtime.RuntimeSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code broadsheet takedown}: withdraws an article, or all of a domain, and keeps it out. */
@Command(
        name = "takedown",
        description = "Withdraw an article by id or URL, or all of a domain, and block its return; --lift ends that.")
final class TakedownCommand implements Callable<Integer> {

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Parameters(paramLabel = "ID|URL|DOMAIN")
    private String what = "";

    @Option(names = "--by", paramLabel = "NAME", description = "who asks for it")
    private @Nullable String by;

    @Option(names = "--why", paramLabel = "TEXT", description = "on what ground")
    private @Nullable String why;

    @Option(names = "--lift", description = "end a takedown")
    private boolean lift;

    @Override
    public Integer call() throws InterruptedException {
        if (!lift && (by == null || why == null)) {
            throw new IllegalArgumentException("a takedown needs --by and --why: they are its record");
        }
        RuntimeSettings runtime = Stages.read(options.settings(Map.of())).runtime();
        try (Cluster cluster = Cluster.connect(runtime)) {
            cluster.ensureTopics();
        }
        Topic<String, Takedown> topic = runtime.topics().takedowns();
        try (var producer = new KafkaProducer<>(
                ClientConfigs.producer(runtime),
                topic.keys().serializer(),
                topic.values().serializer())) {
            producer.send(record(topic)).get();
        } catch (ExecutionException e) {
            throw new KafkaException("not accepted: " + e.getMessage(), e);
        }
        System.err.println((lift ? "lifted: " : "requested: ") + what);
        return 0;
    }

    private ProducerRecord<String, Takedown> record(Topic<String, Takedown> topic) {
        if (lift || by == null || why == null) {
            return new ProducerRecord<>(topic.name(), null, what, null, null);
        }
        return new ProducerRecord<>(
                topic.name(), what, new Takedown(by, why, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    }
}
