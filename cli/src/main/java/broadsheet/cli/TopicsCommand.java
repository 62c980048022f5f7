package broadsheet.cli;

import broadsheet.model.Topic;
import broadsheet.runtime.Cluster;
import broadsheet.runtime.RuntimeSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code broadsheet topics}: creates what is missing and checks the rest. */
@Command(footer = {"", "Example:", "  broadsheet topics --bootstrap-servers broker:9092 --set replication=3"}, name = "topics", description = "Create the topics that are missing and check those that are there.")
final class TopicsCommand implements Callable<Integer> {

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Override
    public Integer call() {
        RuntimeSettings runtime = Stages.read(options.settings(Map.of())).runtime();
        try (Cluster cluster = Cluster.connect(runtime)) {
            List<String> created = cluster.ensureTopics();
            for (Topic<?, ?> topic : runtime.topics().all()) {
                System.out.println((created.contains(topic.name()) ? "created  " : "ok       ") + topic.name());
            }
        }
        return 0;
    }
}
