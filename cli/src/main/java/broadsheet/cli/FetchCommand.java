package broadsheet.cli;

import broadsheet.fetch.Forecast;
import broadsheet.model.StageName;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.clients.TopicReader;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code broadsheet fetch}: the stage as a service, or what it would do. */
@Command(description = "Fetch what the subscriptions lead to, as a service, until it is told to stop.")
final class FetchCommand extends StageCommand {

    @Option(names = "--dry-run", description = "print what would be fetched, when and why, and fetch nothing")
    private boolean dryRun;

    FetchCommand() {
        super(StageName.FETCH);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!dryRun) {
            return super.call();
        }
        Stages stages = Stages.read(settings());
        try (Cluster cluster = Cluster.connect(stages.runtime())) {
            cluster.findOrCreateTopics();
        }
        var forecast = new Forecast(stages.fetch());
        new Subscriptions(stages.runtime())
                .all()
                .forEach((url, subscription) -> forecast.subscribed(url, subscription, subscription.since()));
        try (var reader =
                new TopicReader<>(stages.runtime(), stages.runtime().topics().fetches())) {
            reader.drain(line -> Optional.ofNullable(line.value())
                    .ifPresent(fetch -> forecast.answered(fetch, Instant.ofEpochMilli(line.timestamp()))));
        }
        var coming = forecast.coming(Instant.now());
        coming.forEach(one -> System.out.println(one.line()));
        System.err.println(coming.size() + " requests to come, as things stand");
        return 0;
    }
}
