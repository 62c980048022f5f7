package broadsheet.cli;

import broadsheet.model.Topic;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.clients.PlannedTopic;
import broadsheet.runtime.settings.RuntimeSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code broadsheet topics}: creates what is missing and checks the rest. */
@Command(
        footer = {"", "Example:", "  broadsheet topics --bootstrap-servers broker:9092 --set replication=3"},
        name = "topics",
        description = "Create the topics that are missing and check those that are there.")
final class TopicsCommand implements Callable<Integer> {

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    /** How to say what the topics have to be. */
    enum Form {
        STRIMZI
    }

    @Option(
            names = "--as",
            paramLabel = "strimzi",
            description = "create nothing, ask no broker: print the topics as resources of Strimzi's topic operator")
    private @Nullable Form form;

    @Option(
            names = "--cluster",
            paramLabel = "NAME",
            description = "Strimzi's name of the cluster (default: ${DEFAULT-VALUE})")
    private String cluster = "news";

    @Override
    public Integer call() {
        RuntimeSettings runtime = Stages.read(options.settings(Map.of())).runtime();
        if (form == Form.STRIMZI) {
            PlannedTopic.all(runtime).forEach(topic -> System.out.print(StrimziTopic.yaml(topic, cluster)));
            return 0;
        }
        try (Cluster brokers = Cluster.connect(runtime)) {
            List<String> created = brokers.ensureTopics();
            for (Topic<?, ?> topic : runtime.topics().all()) {
                System.out.println((created.contains(topic.name()) ? "created  " : "ok       ") + topic.name());
            }
        }
        return 0;
    }
}
