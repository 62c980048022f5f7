package broadsheet.export;

import broadsheet.runtime.settings.RuntimeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Carries the downstream topics into a target: up to where they end now, or on and on.
 *
 * <p>Where it came to is the target's to keep. If the target was filled under other terms, or the topics are others, or it
 * was away for longer than tombstones are kept, the topics are read anew, and what is not found in them goes when their ends
 * are reached.
 */
public final class Export implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    /**
     * What is asked for.
     *
     * @param selection which articles
     * @param terms the same in the words of the command line, for the bookmark
     * @param patience how long a target that does not answer is waited for
     */
    record Order(Selection selection, String terms, Duration patience) {}

    private final Order order;
    private final Target target;
    private final PoisonFile poison;
    private final DownstreamReader topics;
    private final Consumer<String> said;
    private final InstantSource clock = InstantSource.system();
    private final CountDownLatch stop = new CountDownLatch(1);
    private Bookmark bookmark = Bookmark.start("", 0, Instant.MIN);
    private volatile ExportTally tally = ExportTally.NONE;
    private volatile long left;

    private Export(Order order, Target target, PoisonFile poison, DownstreamReader topics, Consumer<String> said) {
        this.order = order;
        this.target = target;
        this.poison = poison;
        this.topics = topics;
        this.said = said;
        trying(() -> bookmark = begin());
        topics.seek(bookmark.offsets());
    }

    /** One that begins where the target's bookmark is. */
    static Export of(Order order, RuntimeSettings settings, Target target, PoisonFile poison, Consumer<String> said) {
        DownstreamReader topics =
                DownstreamReader.open(settings, order.selection().copies());
        return new Export(order, target, poison, topics, said);
    }

    private Bookmark begin() {
        String terms = order.terms() + " of " + topics.identity();
        Instant now = clock.instant();
        Bookmark left = target.bookmark().orElseGet(() -> Bookmark.start(terms, 1, now));
        if (!left.terms().equals(terms)) {
            said.accept("other terms or topics than before: all is read anew");
        } else if (left.isTooOld(now, topics.tombstones())) {
            said.accept("the last time was longer ago than tombstones are kept: all is read anew");
        } else {
            return left;
        }
        return Bookmark.start(terms, left.reading() + 1, now);
    }

    /**
     * One of everything, copies included.
     *
     * @param terms what the target makes of the records, in a few words: under others than before, all is read anew
     * @param poison where records go that cannot be read
     * @param said told what a person should know
     */
    public static Export ofAll(
            RuntimeSettings settings, Target target, String terms, Path poison, Consumer<String> said) {
        return of(new Order(Selection.all(), terms, Duration.ZERO), settings, target, new PoisonFile(poison), said);
    }

    /** Reads up to where the topics end now; returns whether it came there. */
    boolean once() {
        Instant now = clock.instant();
        Map<TopicPartition, Long> ends = topics.ends();
        while (!topics.isPast(ends)) {
            if (isStopped()) {
                return false;
            }
            step();
            left = topics.left(ends);
        }
        bookmark = bookmark.asOf(now);
        settle();
        return true;
    }

    /** Reads until it is told to stop, and every so often shows what has changed. */
    public void follow(Duration every) {
        boolean isShown = false;
        while (!isStopped() && once()) {
            isShown = true;
            Instant until = clock.instant().plus(every);
            while (clock.instant().isBefore(until) && !isStopped()) {
                step();
            }
        }
        // A first reading that was broken off shows nothing: it would be half of it.
        if (isShown) {
            settle();
        }
    }

    private void step() {
        Batch batch = new Batch(new Sorter(order.selection()), poison);
        Duration patience = POLL;
        ConsumerRecords<byte[], byte[]> polled;
        do {
            polled = topics.poll(patience);
            polled.forEach(next -> batch.add(topics.standing(next), next));
            patience = Duration.ZERO;
        } while (!polled.isEmpty() && !batch.isFull());
        Bookmark after = bookmark.at(topics.positions());
        if (!after.equals(bookmark)) {
            trying(() -> target.take(batch.changes(), after, batch::refuse));
            bookmark = after;
            tally = tally.plus(batch.tally());
        }
    }

    private void settle() {
        trying(() -> target.settle(bookmark));
    }

    /** Does it as soon as the target answers. */
    private void trying(Runnable work) {
        new Perseverance(order.patience(), clock, stop, said).tryUntilDone(work);
    }

    /** Ends it after what it is at; from another thread. */
    public void stop() {
        stop.countDown();
    }

    private boolean isStopped() {
        return stop.getCount() == 0;
    }

    /** How far it is, for a person; from another thread. */
    String progress() {
        return tally.read() + " records, " + left + " offsets to go";
    }

    ExportTally tally() {
        return tally;
    }

    /** The last line: what became of what was read, and what the target holds now. */
    String summary() {
        long[] rows = {0};
        trying(() -> rows[0] = target.rows());
        return tally.line(rows[0]);
    }

    @Override
    public void close() {
        topics.close();
    }
}
