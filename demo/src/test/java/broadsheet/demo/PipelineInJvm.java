package broadsheet.demo;

import broadsheet.cli.Stages;
import broadsheet.runtime.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Broker and stages in this JVM, and a client from outside.
 *
 * @param broker the broker
 * @param stages the three stages
 * @param client a client that knows none of our classes
 */
record PipelineInJvm(EmbeddedBroker broker, Demo.Running stages, OutsideClient client) implements AutoCloseable {

    static PipelineInJvm start() throws IOException {
        // Left to the operating system: a broker whose directory goes first halts the JVM.
        Path directory = Files.createTempDirectory("broadsheet-it");
        EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0, Map.of());
        Map<String, String> settings = new HashMap<>(new Workspace(directory).settings());
        settings.put("bootstrap-servers", broker.bootstrapServers());
        Stages stages = Stages.read(Settings.of(settings, Map.of(), Optional.empty()));
        return new PipelineInJvm(
                broker, new Demo(stages, System.err).start(), new OutsideClient(broker.bootstrapServers()));
    }

    @Override
    public void close() {
        client.close();
        stages.close();
        broker.close();
    }
}
