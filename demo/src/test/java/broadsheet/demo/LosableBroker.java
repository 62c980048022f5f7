package broadsheet.demo;

import java.nio.file.Path;
import java.util.Map;

/** A broker that can be lost, and brought back where it was with what it had. Not thread-safe. */
final class LosableBroker implements AutoCloseable {

    private final Path directory;
    private final int port = EmbeddedBroker.freePort();
    private EmbeddedBroker broker;

    private LosableBroker(Path directory) {
        this.directory = directory;
        broker = EmbeddedBroker.start(directory, port, Map.of());
    }

    /** @param directory where it keeps what it has; empty or absent */
    static LosableBroker start(Path directory) {
        return new LosableBroker(directory);
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    void lose() {
        broker.close();
    }

    void bringBack() {
        broker = EmbeddedBroker.start(directory, port, Map.of());
    }

    @Override
    public void close() {
        broker.close();
    }
}
