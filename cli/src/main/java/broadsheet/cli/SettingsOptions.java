package broadsheet.cli;

import broadsheet.runtime.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that talks to a cluster. */
public final class SettingsOptions {

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT,…",
            description = "where the cluster is (default: localhost:9092)")
    private @Nullable String bootstrapServers;

    @Option(names = "--topic-prefix", paramLabel = "PREFIX", description = "first part of topic names (default: news)")
    private @Nullable String topicPrefix;

    @Option(names = "--config", paramLabel = "FILE", description = "properties file with settings")
    private @Nullable Path file;

    @Option(
            names = {"-s", "--set"},
            paramLabel = "NAME=VALUE",
            description = "any setting, and under kafka. any Kafka property; see docs/settings.md")
    private Map<String, String> others = new TreeMap<>();

    /** What was said, over the environment, over the file; {@code usual} stands where nobody says anything. */
    public Settings settings(Map<String, String> usual) {
        return merge(usual, Optional.ofNullable(bootstrapServers));
    }

    /** The same for exactly this cluster, whatever environment and file name. */
    public Settings settings(Map<String, String> usual, String cluster) {
        return merge(usual, Optional.of(cluster));
    }

    private Settings merge(Map<String, String> usual, Optional<String> cluster) {
        Map<String, String> said = new TreeMap<>(others);
        cluster.ifPresent(value -> said.put("bootstrap-servers", value));
        Optional.ofNullable(topicPrefix).ifPresent(value -> said.put("topic-prefix", value));
        return Settings.of(said, System.getenv(), Optional.ofNullable(file), usual);
    }

    /** Whether the command line names a cluster. */
    public boolean namesCluster() {
        return bootstrapServers != null || others.containsKey("bootstrap-servers");
    }
}
