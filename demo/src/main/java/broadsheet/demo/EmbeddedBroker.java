package broadsheet.demo;

import broadsheet.runtime.settings.StartupException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker in this JVM: one node that is its own controller (KRaft), on loopback only. It is upstream's broker,
 * made small: about 80 MiB and under a hundred threads.
 *
 * <p>Its directory must outlive it: a broker whose log directory vanishes halts the JVM.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int NODE = 1;

    private static final int FIRST_PORT = 12_000;
    private static final int FIRST_OF_CLIENTS = 32_768;
    private static final int TRIES = 1_000;

    /** Counted from the first port; so many for each process that those that run beside it are far away. */
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 256 % (FIRST_OF_CLIENTS - FIRST_PORT)));

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker.
     *
     * @param directory where it keeps its logs; empty or absent, or where one was before, as which this one goes on
     * @param port where it listens; 0 for any free port
     * @param overrides broker properties that differ from the small defaults
     */
    public static EmbeddedBroker start(Path directory, int port, Map<String, String> overrides) {
        int clients = port == 0 ? freePort() : free(port);
        int controller = freePort();
        Map<String, String> config = config(NODE, directory, clients, controller, NODE + "@127.0.0.1:" + controller);
        config.putAll(overrides);
        if (!Files.exists(directory.resolve("meta.properties"))) {
            format(NODE, directory, Uuid.randomUuid().toString());
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, clients);
    }

    /**
     * The properties of a small node on loopback that is broker and controller, and alone.
     *
     * @param clients port for clients
     * @param controller port for controllers
     * @param voters all controllers, as {@code controller.quorum.voters} has them
     */
    static Map<String, String> config(int node, Path directory, int clients, int controller, String voters) {
        Map<String, String> config = new HashMap<>();
        config.put("process.roles", "broker,controller");
        config.put("node.id", Integer.toString(node));
        config.put("controller.quorum.voters", voters);
        config.put("listeners", "PLAINTEXT://127.0.0.1:" + clients + ",CONTROLLER://127.0.0.1:" + controller);
        config.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + clients);
        config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        config.put("controller.listener.names", "CONTROLLER");
        config.put("log.dirs", directory.toString());
        // A topic's own limit counts; the broker's must not be below it.
        config.put("message.max.bytes", Integer.toString(64 << 20));
        config.put("replica.fetch.max.bytes", Integer.toString(64 << 20));
        // One node holds the only copy of everything.
        config.put("offsets.topic.replication.factor", "1");
        config.put("transaction.state.log.replication.factor", "1");
        config.put("transaction.state.log.min.isr", "1");
        config.put("share.coordinator.state.topic.replication.factor", "1");
        config.put("share.coordinator.state.topic.min.isr", "1");
        // Small: few partitions of internal topics, little heap for the cleaner, no waiting for members.
        config.put("offsets.topic.num.partitions", "4");
        config.put("transaction.state.log.num.partitions", "4");
        config.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        config.put("group.initial.rebalance.delay.ms", "0");
        config.put("auto.create.topics.enable", "false");
        return config;
    }

    /** Makes the directory of a node ready, unless it is already. */
    static void format(int node, Path directory, String cluster) {
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(node)
                    .setClusterId(cluster)
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("cannot format " + directory, e);
        }
    }

    /** The broker says of a port that is taken much, and last of all which one it is. */
    private static int free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return port;
        } catch (IOException e) {
            throw new StartupException(
                    "port " + port + " is taken, the broker cannot listen there: choose another with --broker-port", e);
        }
    }

    /**
     * A port at which nobody listens, below those from which systems choose for clients (Linux: from 32768): while the
     * broker is away, a client that tries its port could otherwise be given that very port, and be connected to itself.
     *
     * <p>Never one that was given before: who was told of it may listen later. Processes begin at places of their own.
     */
    static int freePort() {
        for (int tries = 0; tries < TRIES; tries++) {
            int port = FIRST_PORT + Math.floorMod(NEXT.getAndIncrement(), FIRST_OF_CLIENTS - FIRST_PORT);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
        throw new IllegalStateException("no free port");
    }

    /** Where clients find it: {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
