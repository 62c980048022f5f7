package broadsheet.demo;

import broadsheet.cli.Progress;
import broadsheet.ledger.Backlog;
import broadsheet.ledger.Balance;
import broadsheet.ledger.Books;
import broadsheet.ledger.FetchBooks;
import broadsheet.runtime.clients.Cluster;
import broadsheet.runtime.settings.RuntimeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Waits until what was set going has come to rest: nothing is open and nothing lies before a stage, or nothing moves any more,
 * or somebody does not want to wait.
 *
 * @param interrupted becomes true when it is to wait no longer
 */
record Rest(RuntimeSettings settings, Cluster cluster, AtomicBoolean interrupted) {

    /** If nothing moves for so long, nothing will. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static final Duration GLANCE = Duration.ofMillis(200);

    private boolean isWorthWaiting(Instant moved) {
        return !interrupted.get() && Duration.between(moved, Instant.now()).compareTo(PATIENCE) < 0;
    }

    /** Of what {@code fetch} was asked for; there is some. */
    FetchBooks.Stand ofRequests() throws InterruptedException {
        try (FetchBooks books = new FetchBooks(settings)) {
            FetchBooks.Stand stand = books.stand();
            Instant moved = Instant.now();
            while (isWorthWaiting(moved) && (stand.open() > 0 || stand.waiting() > 0 || stand.requests() == 0)) {
                Thread.sleep(GLANCE.toMillis());
                FetchBooks.Stand next = books.stand();
                moved = next.equals(stand) ? moved : Instant.now();
                stand = next;
            }
            return stand;
        }
    }

    /** Of the pages; tells meanwhile how far they are. */
    @SuppressWarnings("try") // Progress is told while it is open.
    Balance ofPages() throws InterruptedException {
        Backlog backlog = new Backlog(settings, cluster);
        AtomicReference<String> soFar = new AtomicReference<>("");
        try (Books books = new Books(settings);
                Progress telling = Progress.of(soFar::get)) {
            Balance balance = books.balance();
            Instant moved = Instant.now();
            boolean idle = backlog.work().isNone();
            while (isWorthWaiting(moved) && !(balance.open() == 0 && idle)) {
                Thread.sleep(GLANCE.toMillis());
                Balance next = books.balance();
                idle = backlog.work().isNone();
                if (idle && next.open() > 0) {
                    // Who writes in transactions, as fetch does, leaves offsets without a record.
                    next = books.sumAtRest();
                }
                moved = next.equals(balance) ? moved : Instant.now();
                balance = next;
                soFar.set(balance.counts() + " in-flight=" + balance.open());
            }
            return balance;
        }
    }
}
