package broadsheet.cli;

import broadsheet.explain.Asked;
import broadsheet.explain.ExplainFromTopics;
import broadsheet.explain.Explanation;
import broadsheet.explain.ExplanationText;
import broadsheet.model.Json;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.settings.RuntimeSettings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code broadsheet explain}: what became of a page, stage by stage. */
@Command(
        footer = {"", "Example:", "  broadsheet explain https://courier.example/bridge"},
        name = "explain",
        description = "Say what became of a URL, an article id or an input (partition@offset), stage by stage, from the"
                + " topics. Exit code 1 if nothing is known of it.")
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Parameters(paramLabel = "URL|ID|INPUT")
    private String what = "";

    @Option(names = "--json", description = "one JSON object instead of lines")
    private boolean json;

    @Override
    public Integer call() {
        RuntimeSettings runtime = Stages.read(options.settings(Map.of())).runtime();
        Asked asked = Asked.of(what);
        // First, because the cluster says in one line why it cannot be reached, and a consumer does not.
        try (Cluster cluster = Cluster.connect(runtime)) {
            cluster.await(cluster.admin().describeCluster().clusterId(), "reach the cluster");
        }
        Explanation explanation = ExplainFromTopics.explain(runtime, asked);
        if (json) {
            System.out.println(Json.line(explanation));
        } else {
            ExplanationText.of(explanation).forEach(System.out::println);
        }
        if (explanation.isEmpty()) {
            System.err.println("broadsheet: nothing is known of " + what);
            return 1;
        }
        return 0;
    }
}
