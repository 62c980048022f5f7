package broadsheet.ledger;

import broadsheet.model.StageName;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.settings.RuntimeSettings;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Holds the raw topic against the ledger, as often as it is asked. An open input that lies before a stage is in flight.
 * With nothing before any stage, two looks running, all that is open is unaccounted for. Where pages come all the time that
 * moment never comes; there {@link Patience} says when an input is. Not thread-safe.
 */
public final class Audit implements AutoCloseable {

    private static final int MOST_LOOKS = 3;
    private static final int SECONDS_BETWEEN = 1;

    private final Books books;
    private final Backlog backlog;
    private boolean wasRest;
    private final Subscribed subscribed;

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
     * @param backlog number of open inputs before each stage
     * @param inFlight the part of {@code balance.open} that a stage works on
     * @param unaccounted the part that nobody works on
     * @param deleted raw records that left the topic before ingest read them; they are no inputs any more
     * @param overtaken by topic, how many offsets were deleted before its stage came to them, as of now
     * @param deadLetters dead letters that have come, those included that were no inputs
     * @param silence which sources and languages have stopped coming
     */
    public record Report(
            Balance balance,
            Map<Integer, Balance> partitions,
            Map<StageName, Long> backlog,
            long inFlight,
            long unaccounted,
            long deleted,
            Map<String, Long> overtaken,
            long deadLetters,
            Silence.Report silence) {

        public Report {
            partitions = new TreeMap<>(partitions);
            backlog = new TreeMap<>(backlog);
            overtaken = new TreeMap<>(overtaken);
        }

        /** Whether everything adds up. */
        public boolean isClean() {
            return unaccounted == 0 && balance.doubles() == 0 && deleted == 0;
        }

        /** The sum in one line; {@code deleted} is in it only where something was. */
        public String line() {
            return balance.counts() + " in-flight=" + inFlight + " unaccounted=" + unaccounted + " double="
                    + balance.doubles() + (deleted > 0 ? " deleted=" + deleted : "");
        }
    }

    /** Looks until it is sure: one look is not enough to miss something. */
    public Report settled() throws InterruptedException {
        Report report = report();
        for (int look = 1; look < MOST_LOOKS && wasRest && (report.balance().open() > 0 || look == 1); look++) {
            TimeUnit.SECONDS.sleep(SECONDS_BETWEEN);
            report = report();
        }
        return report;
    }

    /**
     * Reads everything that has come since the last time. Inputs first, then the backlog, then the outcomes: an input
     * that comes meanwhile is not looked at, and one that moves on meanwhile has its outcome.
     */
    public Report report() {
        books.look();
        Backlog.Work work = backlog.work();
        Tally tally = books.tally(new Patience(work.workedOff(), work.ways(), work.isNone() && wasRest));
        wasRest = work.isNone();
        Silence silence = books.silence();
        Map<StageName, Long> waiting = new EnumMap<>(StageName.class);
        StageName.OF_PAGES.forEach(stage -> waiting.put(stage, tally.waiting().getOrDefault(stage, 0L)));
        return new Report(
                tally.balance(),
                tally.partitions(),
                waiting,
                tally.balance().open() - tally.unaccounted(),
                tally.unaccounted(),
                tally.deleted(),
                work.overtaken(),
                books.deadLetters(),
                // What lies before a stage is not missing.
                silence.report(work.isNone() ? Instant.now() : silence.latest()).by(subscribed.look()));
    }

    @Override
    public void close() {
        books.close();
        subscribed.close();
    }
}
