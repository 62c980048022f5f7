package broadsheet.demo;

import broadsheet.cli.AddedCommand;
import broadsheet.cli.SettingsOptions;
import broadsheet.cli.Stages;
import broadsheet.ledger.Balance;
import broadsheet.model.Json;
import broadsheet.publish.PageSource;
import broadsheet.publish.PageSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code broadsheet demo}: the main job in one process. */
@Command(
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

    @Option(names = "--out", paramLabel = "FILE", description = "write the articles there, one JSON object a line")
    private @Nullable Path out;

    @Option(names = "--serve", description = "go on running until interrupted")
    private boolean serve;

    @Option(
            names = "--broker-port",
            paramLabel = "PORT",
            description = "where the broker listens (default: any free port; with --serve 9092)")
    private @Nullable Integer brokerPort;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CountDownLatch tidy = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(main, tidy), "stop-demo"));
        try {
            return demo();
        } finally {
            tidy.countDown();
        }
    }

    /** A run that is interrupted stops its stages and its broker and leaves nothing on the disk. */
    private static void stop(Thread main, CountDownLatch tidy) {
        main.interrupt();
        try {
            if (!tidy.await(9, TimeUnit.SECONDS)) {
                System.err.println("broadsheet: did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int demo() throws IOException, InterruptedException {
        PageSource source = pages == null ? new SampleSource() : PageSources.open(pages);
        if (options.namesCluster()) {
            return run(Stages.read(options.settings(Map.of())), source);
        }
        try (Workspace workspace = Workspace.create()) {
            // Wrong settings are said before a broker is started for them.
            Stages.read(options.settings(workspace.settings()));
            int port = brokerPort != null ? brokerPort : serve ? 9092 : 0;
            try (EmbeddedBroker broker = EmbeddedBroker.start(workspace.broker(), port, Map.of())) {
                return run(Stages.read(options.settings(workspace.settings(), broker.bootstrapServers())), source);
            }
        }
    }

    private int run(Stages stages, PageSource source) throws IOException, InterruptedException {
        Demo demo = new Demo(stages, System.err);
        try (Demo.Running running = demo.start()) {
            Balance balance = running.process(source);
            Results results = Results.read(stages.runtime());
            Printout printout = new Printout(System.out);
            if (out == null) {
                printout.print(results);
            } else {
                write(results, out);
            }
            printout.print(balance);
            if (serve) {
                running.serve();
            }
            return balance.open() == 0 && balance.doubles() == 0 ? 0 : 1;
        }
    }

    private static void write(Results results, Path file) throws IOException {
        try (var lines = Files.newBufferedWriter(file)) {
            for (var article : results.published()) {
                lines.write(Json.line(article));
                lines.newLine();
            }
        }
    }
}
