package broadsheet.cli;

import broadsheet.ledger.Audit;
import broadsheet.ledger.AuditMeters;
import broadsheet.ledger.FetchBooks;
import broadsheet.ledger.Silence;
import broadsheet.model.Json;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.endpoint.ProcessMeters;
import broadsheet.runtime.endpoint.StatusEndpoint;
import broadsheet.runtime.health.TopicsWatch;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.StartupException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code broadsheet audit}: whether every input has its outcome, once or again and again. */
@Command(
        footer = {"", "Example:", "  broadsheet audit --since 12h"},
        name = "audit",
        description = "Hold the raw topic against the ledger. Exit code 1 if anything is unaccounted for or double.")
final class AuditCommand implements Callable<Integer> {

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Option(names = "--json", description = "one JSON object instead of lines")
    private boolean json;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "only raw records from then on, by their timestamps: 2026-11-24T08:00:00Z, or 30m, 12h, 7d ago")
    private @Nullable String since;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "go on until told to stop, and show the figures on /metrics at http-host:http-port")
    private int every;

    private String last = "";
    private Set<String> silent = new TreeSet<>();

    @Override
    public Integer call() throws InterruptedException {
        RuntimeSettings runtime = Stages.read(options.settings(Map.of())).runtime();
        Optional<Instant> from =
                Optional.ofNullable(since).map(text -> PointInTime.read("--since", text, Instant.now()));
        if (every > 0) {
            watch(runtime, from);
        }
        try (Cluster cluster = Cluster.connect(runtime);
                Audit audit = new Audit(runtime, cluster, from)) {
            Audit.Report report = audit.settled();
            FetchBooks.Stand fetches = fetches(runtime);
            print(report, fetches);
            return report.isClean() && fetches.doubles() == 0 ? 0 : 1;
        }
    }

    /** Audits until the process is told to stop; brokers may go and come back, and topics too. */
    private void watch(RuntimeSettings runtime, Optional<Instant> from) throws InterruptedException {
        var registry = ProcessMeters.registry(runtime);
        try (StatusEndpoint endpoint = StatusEndpoint.bind(runtime).open(Map.of(), registry);
                TopicsWatch topics = new TopicsWatch(runtime, "audit", registry)) {
            System.err.println("figures on http://" + runtime.httpHost() + ":" + endpoint.port() + "/metrics");
            var meters = new AuditMeters(registry);
            boolean isTold = false;
            while (!Thread.currentThread().isInterrupted()) {
                try (Cluster cluster = Cluster.connect(runtime);
                        Audit audit = new Audit(runtime, cluster, from)) {
                    isTold = false;
                    watch(audit, topics, meters);
                } catch (StartupException | KafkaException e) {
                    if (!isTold) {
                        System.err.println("no audit, it is tried again every " + every + " s: " + e.getMessage());
                    }
                    isTold = true;
                }
                pause();
            }
        }
    }

    /** Prints what has changed, until the topics are others. */
    private void watch(Audit audit, TopicsWatch topics, AuditMeters meters) throws InterruptedException {
        Set<String> madeAnew = topics.madeAnew();
        while (!Thread.currentThread().isInterrupted()) {
            topics.look();
            if (!topics.madeAnew().equals(madeAnew) || !topics.gone().isEmpty()) {
                return;
            }
            Audit.Report report = audit.report();
            meters.show(report, Instant.now());
            if (!report.line().equals(last)) {
                System.out.println(report.line());
            }
            last = report.line();
            silent = tellNew(report.silence(), silent);
            pause();
        }
    }

    private void pause() throws InterruptedException {
        Thread.sleep(Duration.ofSeconds(every).toMillis());
    }

    /** Prints each source and language that was not silent the last time; returns those that are now. */
    private static Set<String> tellNew(Silence.Report silence, Set<String> before) {
        Set<String> now = new TreeSet<>();
        silence.silent().forEach(one -> now.add(one.source()));
        silence.fallen().forEach(one -> now.add(one.language()));
        if (!before.containsAll(now)) {
            silence.lines().forEach(System.out::println);
        }
        return now;
    }

    private static FetchBooks.Stand fetches(RuntimeSettings runtime) {
        try (FetchBooks books = new FetchBooks(runtime)) {
            return books.stand();
        }
    }

    private void print(Audit.Report report, FetchBooks.Stand fetches) {
        if (json) {
            System.out.println(Json.line(report));
            return;
        }
        if (fetches.requests() > 0) {
            System.out.println("fetch    " + fetches.line() + " double=" + fetches.doubles());
        }
        report.backlog().forEach((stage, count) -> System.out.printf("before %-8s %d%n", stage.word(), count));
        report.balance()
                .rejections()
                .forEach((reason, count) -> System.out.printf("rejected %-24s %d%n", reason, count));
        report.partitions()
                .forEach((partition, balance) -> System.out.println("partition " + partition + "  " + balance.counts()
                        + " open=" + balance.open() + " double=" + balance.doubles()));
        report.overtaken()
                .forEach((topic, count) -> System.out.println(
                        "deleted  " + topic + ": " + count + " offsets, before its stage came to them"));
        report.silence().lines().forEach(System.out::println);
        System.out.println(report.line());
    }
}
