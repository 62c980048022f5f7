package broadsheet.cli;

import broadsheet.model.StageName;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.endpoint.ProcessMeters;
import broadsheet.runtime.endpoint.StatusEndpoint;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import broadsheet.runtime.stage.StageService;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code broadsheet ingest}, {@code enrich} and {@code sink}: one stage as a service, until it is told to stop. */
@Command(description = "Run this stage as a service until it is told to stop.")
class StageCommand implements Callable<Integer> {

    private final StageName stage;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    StageCommand(StageName stage) {
        this.stage = stage;
    }

    /** What it was told. */
    Settings settings() {
        return options.settings(Map.of());
    }

    @Override
    public Integer call() throws InterruptedException {
        Stages stages = Stages.read(settings());
        RuntimeSettings runtime = stages.runtime();
        try (Cluster cluster = Cluster.connect(runtime)) {
            cluster.ensureTopics();
            cluster.checkLimits();
        }
        var meters = ProcessMeters.registry(runtime);
        StatusEndpoint endpoint = StatusEndpoint.bind(runtime);
        StageService service = stages.start(stage, meters, endpoint);
        endpoint.open(service.part(), meters);
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop-" + stage.word()));
        boolean broke = service.awaitStop();
        endpoint.close();
        return broke ? 1 : 0;
    }
}
