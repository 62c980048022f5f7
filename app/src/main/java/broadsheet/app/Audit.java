package broadsheet.app;

import broadsheet.model.StageName;
import broadsheet.runtime.Cluster;
import broadsheet.runtime.RuntimeSettings;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the raw topic against the ledger, as often as it is asked. While a stage has records before it, what is open is
 * in flight; with nothing before any stage, what is open is unaccounted for. Not thread-safe.
 */
final class Audit implements AutoCloseable {

    private final Books books;
    private final Backlog backlog;

    Audit(RuntimeSettings settings, Cluster cluster, Optional<Instant> since) {
        // First, because the cluster says in one line why it cannot be reached, and a consumer does not.
        cluster.await(cluster.admin().describeCluster().clusterId(), "reach the cluster");
        books = new Books(settings, since);
        backlog = new Backlog(settings, cluster);
    }

    /**
     * What it found.
     *
     * @param balance of all partitions
     * @param partitions the balance of each partition of the raw topic
     * @param backlog number of records before each stage
     * @param inFlight the part of {@code balance.open} that a stage works on
     * @param unaccounted the part that nobody works on
     * @param silence which sources and languages have stopped coming
     */
    record Report(
            Balance balance,
            Map<Integer, Balance> partitions,
            Map<StageName, Long> backlog,
            long inFlight,
            long unaccounted,
            Silence.Report silence) {

        /** Whether everything adds up. */
        boolean isClean() {
            return unaccounted == 0 && balance.doubles() == 0;
        }

        /** The sum in one line. */
        String line() {
            return balance.counts() + " in-flight=" + inFlight + " unaccounted=" + unaccounted + " double="
                    + balance.doubles();
        }
    }

    /**
     * Reads everything that has come since the last time. Inputs first, then the backlog, then the outcomes: an input
     * that comes meanwhile is not looked at, and one that moves on meanwhile has its outcome.
     */
    Report report() {
        books.look();
        Map<StageName, Long> before = backlog.count();
        boolean atRest = before.values().stream().allMatch(count -> count == 0);
        Balance balance = atRest ? books.sumAtRest() : books.sum();
        Silence silence = books.silence();
        return new Report(
                balance,
                books.byPartition(),
                before,
                atRest ? 0 : balance.open(),
                atRest ? balance.open() : 0,
                // What lies before a stage is not missing.
                silence.report(atRest ? Instant.now() : silence.latest()));
    }

    @Override
    public void close() {
        books.close();
    }
}
