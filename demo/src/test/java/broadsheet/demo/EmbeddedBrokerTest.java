package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the embedded broker")
class EmbeddedBrokerTest {

    // The broker outlives the test by a moment, and halts the JVM if its directory goes first.
    @TempDir(cleanup = CleanupMode.NEVER)
    private Path directory;

    @Test
    void takesTheTopicsOfThePipelineOnce() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0, Map.of());
                Cluster cluster = Cluster.connect(settings(broker))) {
            assertThat(cluster.ensureTopics()).hasSize(14).contains("news.raw-pages", "news.takedowns");
            assertThat(cluster.ensureTopics()).isEmpty();
        }
    }

    @Test
    void goesOnWhereOneWasBefore() {
        int port;
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0, Map.of());
                Cluster cluster = Cluster.connect(settings(broker))) {
            cluster.ensureTopics();
            port = Integer.parseInt(broker.bootstrapServers().replaceFirst(".*:", ""));
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, port, Map.of());
                Cluster cluster = Cluster.connect(settings(broker))) {
            assertThat(cluster.ensureTopics()).isEmpty();
        }
    }

    private static RuntimeSettings settings(EmbeddedBroker broker) {
        return RuntimeSettings.read(Settings.of(
                Map.of("bootstrap-servers", broker.bootstrapServers(), "partitions", "2"), Map.of(), Optional.empty()));
    }
}
