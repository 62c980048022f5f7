package broadsheet.ledger;

import broadsheet.model.Origin;
import broadsheet.model.StageName;
import broadsheet.runtime.Cluster;
import broadsheet.runtime.RuntimeSettings;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the raw topic against the ledger, as often as it is asked. An open input that lies before a stage is in flight.
 * With nothing before any stage, all that is open is unaccounted for. Where pages come all the time that moment never
 * comes; there an input is unaccounted for that was open and before no stage this time and the last. Not thread-safe.
 */
public final class Audit implements AutoCloseable {

    private final Books books;
    private final Backlog backlog;
    private final Subscribed subscribed;
    private Set<Origin> missedBefore = Set.of();

    public Audit(RuntimeSettings settings, Cluster cluster, Optional<Instant> since) {
        // First, because the cluster says in one line why it cannot be reached, and a consumer does not.
        cluster.await(cluster.admin().describeCluster().clusterId(), "reach the cluster");
        books = new Books(settings, since);
        backlog = new Backlog(settings, cluster);
        subscribed = new Subscribed(settings);
    }

    /**
     * What it found.
     *
     * @param balance of all partitions
     * @param partitions the balance of each partition of the raw topic
     * @param backlog number of records before each stage
     * @param inFlight the part of {@code balance.open} that a stage works on
     * @param unaccounted the part that nobody works on
     * @param deadLetters dead letters that have come, those included that were no inputs
     * @param silence which sources and languages have stopped coming
     */
    public record Report(
            Balance balance,
            Map<Integer, Balance> partitions,
            Map<StageName, Long> backlog,
            long inFlight,
            long unaccounted,
            long deadLetters,
            Silence.Report silence) {

        /** Whether everything adds up. */
        public boolean isClean() {
            return unaccounted == 0 && balance.doubles() == 0;
        }

        /** The sum in one line. */
        public String line() {
            return balance.counts() + " in-flight=" + inFlight + " unaccounted=" + unaccounted + " double="
                    + balance.doubles();
        }
    }

    /**
     * Reads everything that has come since the last time. Inputs first, then the backlog, then the outcomes: an input
     * that comes meanwhile is not looked at, and one that moves on meanwhile has its outcome.
     */
    public Report report() {
        books.look();
        Backlog.Work work = backlog.work();
        Balance balance = work.isNone() ? books.sumAtRest() : books.sum();
        long unaccounted = unaccounted(work);
        Silence silence = books.silence();
        return new Report(
                balance,
                books.byPartition(),
                work.counts(),
                balance.open() - unaccounted,
                unaccounted,
                books.deadLetters(),
                // What lies before a stage is not missing.
                silence.report(work.isNone() ? Instant.now() : silence.latest()).by(subscribed.look()));
    }

    /**
     * To be missed once says nothing while stages work: a transaction becomes visible partition by partition, and for a
     * moment a record can be neither here nor there.
     */
    private long unaccounted(Backlog.Work work) {
        Set<Origin> missed = books.open();
        missed.removeAll(work.inputs());
        Set<Origin> twice = new HashSet<>(missed);
        if (!work.isNone()) {
            twice.retainAll(missedBefore);
            books.dismissEmpty(twice);
            twice.retainAll(books.open());
        }
        missedBefore = missed;
        return twice.size();
    }

    @Override
    public void close() {
        books.close();
        subscribed.close();
    }
}
