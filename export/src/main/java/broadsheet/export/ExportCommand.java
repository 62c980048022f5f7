package broadsheet.export;

import broadsheet.cli.AddedCommand;
import broadsheet.cli.PointInTime;
import broadsheet.cli.Progress;
import broadsheet.cli.SettingsOptions;
import broadsheet.cli.Stages;
import broadsheet.cli.UsageException;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.settings.RuntimeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code broadsheet export}: the articles and copies, as they are now, into a file, a database or a search engine. */
@Command(
        footer = {
            "",
            "Example:",
            "  broadsheet export parquet articles.parquet --language en --since 7d",
            "  broadsheet export postgres postgresql://news@localhost/news --follow",
            "  broadsheet export opensearch http://localhost:9200/articles --follow"
        },
        name = "export",
        description =
                "Carry the articles and copies, as they are now, into a file, a database or a search engine. Exit code 1 if a"
                        + " record could not be exported.")
public final class ExportCommand implements AddedCommand {

    private static final Duration TIME_TO_TIDY = Duration.ofSeconds(60);
    private static final Duration PATIENCE_ONCE = Duration.ofMinutes(2);
    /** Shorter than tombstones are kept, so that it can go on where it was. */
    private static final Duration PATIENCE_FOLLOWING = Duration.ofHours(12);

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Parameters(index = "0", paramLabel = "ndjson|csv|parquet|ninjs|postgres|opensearch", description = "what to write")
    private Format format = Format.NDJSON;

    @Parameters(
            index = "1",
            paramLabel = "FILE|URL",
            description = "where to: a file, postgresql://USER@HOST/DATABASE or http://USER@HOST:9200/INDEX")
    private String where = "";

    @Option(names = "--follow", description = "go on until interrupted")
    private boolean follow;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "with --follow, write a file anew so often, if anything has changed (default: 60)")
    private int every = 60;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "only articles published from then on: 2026-11-24T08:00:00Z, or 30m, 12h, 7d ago")
    private @Nullable String since;

    @Option(names = "--language", paramLabel = "TAG", split = ",", description = "only these languages: en,pt-BR")
    private List<String> languages = new ArrayList<>();

    @Option(
            names = "--query",
            paramLabel = "FIELD=VALUE",
            description =
                    "only articles with that in a field: source.domain=courier.example, entities.name=Whitby; also"
                            + " !=, ~ (contains), <, <=, >, >=; given more than once, all must hold")
    private List<String> queries = new ArrayList<>();

    @Option(names = "--no-copies", description = "originals only")
    private boolean noCopies;

    @Option(
            names = "--poison",
            paramLabel = "FILE",
            description =
                    "where records go that cannot be exported (default: beside the file, or broadsheet-poison.ndjson)")
    private @Nullable Path poison;

    @Override
    @SuppressWarnings("try") // Progress is told while it is open.
    public Integer call() {
        if (every < 1) {
            throw new UsageException("--every is less than a second: " + every);
        }
        RuntimeSettings runtime = Stages.read(options.settings(Map.of())).runtime();
        Export.Order order = order(Instant.now());
        // First, because the cluster says in one line why it cannot be reached, and a consumer does not.
        try (Cluster cluster = Cluster.connect(runtime)) {
            cluster.await(cluster.admin().describeCluster().clusterId(), "reach the cluster");
        }
        PoisonFile bad = new PoisonFile(Optional.ofNullable(poison).orElseGet(() -> format.poisonFor(where)));
        CountDownLatch tidy = new CountDownLatch(1);
        try (Target target = format.open(where, follow);
                Export export = Export.of(order, runtime, target, bad, ExportCommand::say);
                Progress progress = Progress.of(export::progress)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(export, tidy), "stop-export"));
            boolean isDone = run(export);
            System.err.println(export.summary());
            if (export.tally().poison() > 0) {
                say("not exported, and why: " + bad.file());
            }
            return isDone && export.tally().poison() == 0 ? 0 : 1;
        } finally {
            tidy.countDown();
        }
    }

    private boolean run(Export export) {
        if (!follow) {
            return export.once();
        }
        export.follow(Duration.ofSeconds(every));
        return true;
    }

    /** What is written stays whole however it ends; told to stop, it writes what it has, and the last line. */
    private static void stop(Export export, CountDownLatch tidy) {
        export.stop();
        try {
            if (!tidy.await(TIME_TO_TIDY.toSeconds(), TimeUnit.SECONDS)) {
                say("did not stop in time; the next run goes on from there");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String what) {
        System.err.println("broadsheet: " + what);
    }

    private Export.Order order(Instant now) {
        List<Condition> conditions = new ArrayList<>();
        for (String query : queries) {
            try {
                conditions.add(Condition.of(query));
            } catch (IllegalArgumentException e) {
                throw new UsageException("--query: " + e.getMessage());
            }
        }
        Selection selection = new Selection(
                Optional.ofNullable(since).map(text -> PointInTime.read("--since", text, now)),
                new TreeSet<>(languages),
                conditions,
                !noCopies);
        String terms = "since=" + Optional.ofNullable(since).orElse("ever") + " language=" + new TreeSet<>(languages)
                + " query=" + queries + " copies=" + !noCopies;
        return new Export.Order(selection, terms, follow ? PATIENCE_FOLLOWING : PATIENCE_ONCE);
    }
}
