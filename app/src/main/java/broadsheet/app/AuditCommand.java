package broadsheet.app;

import broadsheet.model.Json;
import broadsheet.model.StageName;
import broadsheet.runtime.Cluster;
import broadsheet.runtime.RuntimeSettings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code broadsheet audit}: whether every input has its outcome. While a stage has records before it, what is open is in
 * flight; with nothing before any stage, what is open is unaccounted for.
 */
@Command(
        name = "audit",
        description = "Hold the raw topic against the ledger. Exit code 1 if anything is unaccounted for or double.")
final class AuditCommand implements Callable<Integer> {

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Option(names = "--json", description = "one JSON object instead of lines")
    private boolean json;

    /** What is printed as JSON; {@code unaccounted} is the part of {@code balance.open} that nobody works on. */
    private record Report(Balance balance, Map<StageName, Long> backlog, long inFlight, long unaccounted) {}

    @Override
    public Integer call() {
        RuntimeSettings runtime = Stages.read(options.settings(Map.of())).runtime();
        // Before the books: what moves on in between is then at worst counted as in flight.
        Map<StageName, Long> backlog;
        try (Cluster cluster = Cluster.connect(runtime)) {
            backlog = new Backlog(runtime, cluster).count();
        }
        try (Books books = new Books(runtime)) {
            boolean atRest = backlog.values().stream().allMatch(count -> count == 0);
            Balance balance = atRest ? books.balanceAtRest() : books.balance();
            Report report = new Report(balance, backlog, atRest ? 0 : balance.open(), atRest ? balance.open() : 0);
            print(report);
            return report.unaccounted() == 0 && balance.doubles() == 0 ? 0 : 1;
        }
    }

    private void print(Report report) {
        if (json) {
            System.out.println(Json.line(report));
            return;
        }
        report.backlog().forEach((stage, count) -> System.out.printf("before %-8s %d%n", stage.word(), count));
        report.balance()
                .rejections()
                .forEach((reason, count) -> System.out.printf("rejected %-24s %d%n", reason, count));
        System.out.println(report.balance().counts() + " in-flight=" + report.inFlight() + " unaccounted="
                + report.unaccounted() + " double=" + report.balance().doubles());
    }
}
