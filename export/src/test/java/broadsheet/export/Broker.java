package broadsheet.export;

import broadsheet.cli.Main;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/** A broker in this JVM, and a producer that writes downstream as the sink does: in transactions, packed with gzip. */
final class Broker implements AutoCloseable {

    /** A record of a topic, by the topic's short name. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
    record Put(String topic, byte[] key, byte @Nullable [] value) {}

    private final KafkaRaftServer server;
    private final KafkaProducer<byte[], byte[]> producer;
    private final String address;

    private Broker(KafkaRaftServer server, String address) {
        this.server = server;
        this.address = address;
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        address,
                        "transactional.id",
                        "sink",
                        "compression.type",
                        "gzip",
                        "max.request.size",
                        40 << 20),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    static Broker start() throws IOException {
        // Left to the operating system: a broker whose directory goes first halts the JVM.
        Path directory = Files.createTempDirectory("broadsheet-export");
        int clients = freePort();
        int controller = freePort();
        Map<String, String> config = new HashMap<>();
        config.put("process.roles", "broker,controller");
        config.put("node.id", "1");
        config.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        config.put("listeners", "PLAINTEXT://127.0.0.1:" + clients + ",CONTROLLER://127.0.0.1:" + controller);
        config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        config.put("controller.listener.names", "CONTROLLER");
        config.put("log.dirs", directory.toString());
        config.put("message.max.bytes", Integer.toString(64 << 20));
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            config.put(topic + ".replication.factor", "1");
        }
        config.put("transaction.state.log.min.isr", "1");
        config.put("share.coordinator.state.topic.min.isr", "1");
        config.put("transaction.state.log.num.partitions", "4");
        config.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        config.put("auto.create.topics.enable", "false");
        format(directory);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM);
        server.startup();
        return new Broker(server, "127.0.0.1:" + clients);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void format(Path directory) {
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName("CONTROLLER")
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("cannot format " + directory, e);
        }
    }

    String address() {
        return address;
    }

    /** Makes the topics of a pipeline. */
    void makeTopics(String prefix) {
        Main.run("topics", "--bootstrap-servers", address, "--topic-prefix", prefix, "--set", "partitions=3");
    }

    /** Writes these in one transaction. */
    void write(String prefix, Put... puts) {
        producer.beginTransaction();
        send(prefix, puts);
        producer.commitTransaction();
    }

    /** Writes these in one that comes to nothing. */
    void abort(String prefix, Put... puts) {
        producer.beginTransaction();
        send(prefix, puts);
        producer.flush();
        producer.abortTransaction();
    }

    @SuppressWarnings({"NullAway", "FutureReturnValueIgnored"
    }) // A tombstone has no value; the commit tells of failures.
    private void send(String prefix, Put... puts) {
        for (Put put : puts) {
            producer.send(new ProducerRecord<>(prefix + "." + put.topic(), put.key(), put.value()));
        }
    }

    @Override
    public void close() {
        producer.close();
        server.shutdown();
        server.awaitShutdown();
    }
}
