package broadsheet.demo;

import broadsheet.cli.AddedCommand;
import broadsheet.cli.Feeds;
import broadsheet.cli.SettingsOptions;
import broadsheet.cli.Stages;
import broadsheet.console.ConsoleSettings;
import broadsheet.ledger.Balance;
import broadsheet.ledger.FetchBooks;
import broadsheet.model.Json;
import broadsheet.model.Subscription;
import broadsheet.publish.PageSource;
import broadsheet.publish.PageSources;
import broadsheet.runtime.settings.Settings;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code broadsheet demo}: the main job in one process. */
@Command(
        footer = {
            "",
            "Example:",
            "  broadsheet demo --pages crawl.warc.gz --out articles.ndjson",
            "  broadsheet demo --feeds https://courier.example/ --serve"
        },
        name = "demo",
        description = "Run the whole pipeline in one process on sample pages or on yours, print what comes out and the"
                + " ledger. Brings its own broker unless --bootstrap-servers names one.")
public final class DemoCommand implements AddedCommand {

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--pages",
            paramLabel = "PATH",
            description = "a directory, a page or a WARC file (default: samples)")
    private @Nullable String pages;

    @Option(
            names = "--feeds",
            arity = "1..*",
            paramLabel = "OPML|FILE|URL",
            description = "fetch these feeds or sites instead: a list of feeds (OPML, or one URL a line), or addresses")
    private List<String> feeds = new ArrayList<>();

    @Option(
            names = "--allow-private-addresses",
            description = "also fetch from this machine and its network: for trials only")
    private boolean allowPrivate;

    @Option(names = "--out", paramLabel = "FILE", description = "write the articles there, one JSON object a line")
    private @Nullable Path out;

    @Option(
            names = "--serve",
            description = "go on running until interrupted, with pages to look at (the last line printed says where)")
    private boolean serve;

    @Option(
            names = "--broker-port",
            paramLabel = "PORT",
            description = "where the broker listens (default: any free port; with --serve 9092)")
    private @Nullable Integer brokerPort;

    private final Interruption interruption = new Interruption();

    /** How many of what was named led to no feed. */
    private int missing;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(interruption.hook(Thread.currentThread()));
        // Opened before the work begins, which would be lost if it could not be.
        try (Writer lines = out == null ? Writer.nullWriter() : Files.newBufferedWriter(out)) {
            return demo(lines);
        } finally {
            interruption.isTidy();
        }
    }

    private int demo(Writer lines) throws IOException, InterruptedException {
        PageSource source = pages == null ? new SampleSource() : PageSources.open(pages);
        if (options.namesCluster()) {
            return run(options.settings(trials(Map.of())), source, lines);
        }
        try (Workspace workspace = Workspace.create()) {
            // Wrong settings are said before a broker is started for them.
            Settings given = options.settings(trials(workspace.settings()));
            if (serve) {
                ConsoleSettings.read(given);
            }
            Stages.read(given);
            int port = brokerPort != null ? brokerPort : serve ? 9092 : 0;
            try (EmbeddedBroker broker = EmbeddedBroker.start(workspace.broker(), port, Map.of())) {
                return run(options.settings(trials(workspace.settings()), broker.bootstrapServers()), source, lines);
            }
        }
    }

    private Map<String, String> trials(Map<String, String> usual) {
        Map<String, String> settings = new TreeMap<>(usual);
        if (allowPrivate) {
            settings.put("fetch-allow-private", "true");
        }
        return settings;
    }

    private Map<String, Subscription> subscriptions(Stages stages) throws IOException, InterruptedException {
        Feeds looking = new Feeds(stages.fetch(), Instant.now());
        Map<String, Subscription> all = new TreeMap<>();
        for (String feed : feeds) {
            try {
                all.putAll(
                        feed.contains("://") || !Files.exists(Path.of(feed))
                                ? looking.find(feed)
                                : looking.list(Path.of(feed)));
            } catch (IllegalArgumentException nothing) {
                // The others are watched all the same.
                System.err.println("broadsheet: " + nothing.getMessage());
                missing++;
            }
        }
        System.err.println(all.size() + " feeds");
        return all;
    }

    private int run(Settings given, PageSource source, Writer lines) throws IOException, InterruptedException {
        Optional<ConsoleSettings> shown = serve ? Optional.of(ConsoleSettings.read(given)) : Optional.empty();
        Stages stages = Stages.read(given);
        Demo demo = new Demo(stages, System.err, interruption.happened(), shown);
        Map<String, Subscription> watched = subscriptions(stages);
        if (watched.isEmpty() && !feeds.isEmpty()) {
            return 1;
        }
        try (Demo.Running running = feeds.isEmpty() ? demo.start() : demo.startWithFetch()) {
            Optional<FetchBooks.Stand> fetched =
                    feeds.isEmpty() ? Optional.empty() : Optional.of(running.fetch(watched));
            Balance balance = feeds.isEmpty() ? running.process(source) : running.settle();
            Results results = Results.read(stages.runtime());
            Printout printout = new Printout(System.out);
            if (out == null) {
                printout.print(results);
            } else {
                write(results, lines);
            }
            fetched.ifPresent(stand -> System.out.println(stand.line()));
            if (interruption.happened().get()) {
                printout.printSoFar(balance);
                return 1;
            }
            printout.print(balance);
            if (serve) {
                interruption.wakesUp();
                running.serve();
            }
            return ended(balance, fetched);
        }
    }

    private int ended(Balance balance, Optional<FetchBooks.Stand> fetched) {
        boolean added = fetched.filter(stand -> stand.open() + stand.waiting() + stand.doubles() > 0)
                .isEmpty();
        if (balance.inputs() == 0) {
            System.err.println("broadsheet: nothing was found that could be read");
        }
        return missing == 0 && added && balance.inputs() > 0 && balance.open() == 0 && balance.doubles() == 0 ? 0 : 1;
    }

    private static void write(Results results, Writer lines) throws IOException {
        for (var article : results.published()) {
            lines.write(Json.line(article));
            lines.write(System.lineSeparator());
        }
        lines.flush();
    }
}
