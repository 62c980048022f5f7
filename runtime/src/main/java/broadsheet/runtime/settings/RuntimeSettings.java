package broadsheet.runtime.settings;

import broadsheet.model.Topic;
import broadsheet.model.Topics;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What every process of the pipeline needs to know.
 *
 * @param bootstrapServers {@code bootstrap-servers}: where the cluster is; default {@code localhost:9092}
 * @param topics {@code topic-prefix}: what the topics' names begin with; default {@code news}
 * @param partitions {@code partitions}: of each topic that is created; default 6
 * @param replication {@code replication}: of each topic that is created; default 1, -1 for the broker's default
 * @param retention {@code retention.<topic>}: how long a topic that is created keeps its records, by full name
 * @param maxPageBytes {@code max-page-bytes}: the largest raw page accepted, in bytes; default 10 MiB
 * @param compression {@code compression}: how the sink packs what it writes; default {@link Codec#GZIP}, which every client
 *     reads
 * @param compressionBetween {@code compression-between}: how all others do; default {@link Codec#LZ4}, the cheapest
 * @param stateDir {@code state-dir}: where the stages keep their state; default {@code data/state}
 * @param threads {@code threads}: stream threads of a stage; default 1
 * @param standbys {@code standbys}: warm copies of a stage's state on other instances; default 0
 * @param commitInterval {@code commit-interval}: between two transactions of a stage; default 100 ms
 * @param limits what one record may take
 * @param httpHost {@code http-host}: address of the endpoint for health, metrics and questions; default loopback
 * @param httpPort {@code http-port}: its port, 0 for any free one; default 8080
 * @param httpAdvertisedHost {@code http-advertised-host}: by what name other instances of a stage reach its endpoint; default
 *     {@code http-host}, or the machine's name where that stands for all addresses
 * @param kafka {@code kafka.*}: properties handed to Kafka clients, see {@link PassedThrough}
 */
public record RuntimeSettings(
        String bootstrapServers,
        Topics topics,
        int partitions,
        int replication,
        Map<String, Duration> retention,
        int maxPageBytes,
        Codec compression,
        Codec compressionBetween,
        Path stateDir,
        int threads,
        int standbys,
        Duration commitInterval,
        RecordLimits limits,
        String httpHost,
        int httpPort,
        String httpAdvertisedHost,
        Map<String, String> kafka) {

    private static final String DEFAULT_PREFIX = "news";

    public RuntimeSettings {
        retention = Map.copyOf(retention);
        kafka = Collections.unmodifiableMap(new TreeMap<>(kafka));
    }

    /** Reads them; mistakes are gathered in {@code settings}. */
    public static RuntimeSettings read(Settings settings) {
        Topics topics = topics(settings);
        Map<String, String> kafka = settings.kafka();
        String httpHost = settings.text("http-host", "127.0.0.1");
        kafka.keySet()
                .forEach(name -> PassedThrough.refusal(name).ifPresent(why -> settings.mistake("kafka." + name, why)));
        return new RuntimeSettings(
                settings.text("bootstrap-servers", "localhost:9092"),
                topics,
                settings.integer("partitions", 6, 1, 10_000),
                settings.integer("replication", 1, -1, 100),
                retention(settings, topics),
                settings.bytes("max-page-bytes", 10 << 20),
                Codec.read(settings, "compression", Codec.GZIP),
                Codec.read(settings, "compression-between", Codec.LZ4),
                Path.of(settings.text("state-dir", "data/state")),
                settings.integer("threads", 1, 1, 64),
                settings.integer("standbys", 0, 0, 10),
                settings.duration("commit-interval", Duration.ofMillis(100)),
                RecordLimits.read(settings),
                httpHost,
                settings.integer("http-port", 8080, 0, 65_535),
                settings.text("http-advertised-host", reachable(httpHost)),
                kafka);
    }

    private static String reachable(String host) {
        if (!host.equals("0.0.0.0") && !host.equals("::")) {
            return host;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static Topics topics(Settings settings) {
        String prefix = settings.text("topic-prefix", DEFAULT_PREFIX);
        try {
            return Topics.withPrefix(prefix);
        } catch (IllegalArgumentException e) {
            settings.mistake("topic-prefix", "letters, digits, dots, hyphens and underscores only: " + prefix);
            return Topics.withPrefix(DEFAULT_PREFIX);
        }
    }

    private static Map<String, Duration> retention(Settings settings, Topics topics) {
        Map<String, Duration> byTopic = new TreeMap<>();
        for (Topic<?, ?> topic : topics.all()) {
            topic.retention().ifPresent(usual -> {
                byTopic.put(topic.name(), settings.duration("retention." + topic.shortName(), usual));
            });
        }
        return byTopic;
    }

    /** How long the topic keeps its records; empty if it is compacted. */
    public Optional<Duration> retentionOf(Topic<?, ?> topic) {
        return Optional.ofNullable(retention.get(topic.name()));
    }

    /**
     * The largest record on any topic, in bytes: broker, topics and clients are set to it together. It is well above
     * the largest page, so that a page that is too large arrives and is rejected with a line in the ledger; and one
     * byte of a page can become two of UTF-8, with the annotations on top.
     */
    public int maxRecordBytes() {
        return (int) Math.min(1L << 30, 4L * maxPageBytes + (1 << 20));
    }
}
