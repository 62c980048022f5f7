package broadsheet.console;

import broadsheet.cli.AddedCommand;
import broadsheet.cli.SettingsOptions;
import broadsheet.cli.Stages;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.endpoint.ProcessMeters;
import broadsheet.runtime.endpoint.StatusEndpoint;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code broadsheet console}: pages, search and feeds, until it is told to stop. */
@Command(
        footer = {
            "",
            "Example:",
            "  broadsheet console --set http-port=8088",
            "  broadsheet console --set http-host=0.0.0.0 --set console-login=desk:a-long-password"
        },
        name = "console",
        description = "Show what is published to who has no Kafka client: pages, search and feeds for browsers and feed"
                + " readers, as a service, until it is told to stop.")
public final class ConsoleCommand implements AddedCommand {

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Override
    public Integer call() throws InterruptedException {
        Settings given = options.settings(Map.of());
        ConsoleSettings settings = ConsoleSettings.read(given);
        RuntimeSettings runtime = Stages.read(given).runtime();
        try (Cluster cluster = Cluster.connect(runtime)) {
            cluster.ensureTopics();
        }
        var meters = ProcessMeters.registry(runtime);
        StatusEndpoint endpoint = StatusEndpoint.bind(runtime);
        Console console = Console.open(runtime, settings, endpoint, meters);
        endpoint.open(Map.of("console", console::health), meters);
        Runtime.getRuntime().addShutdownHook(new Thread(console::close, "stop-console"));
        System.err.println("broadsheet: " + console.address() + "/");
        boolean broke = console.awaitStop();
        endpoint.close();
        return broke ? 1 : 0;
    }
}
