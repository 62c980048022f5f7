package broadsheet.fetch.host;

import broadsheet.model.HostState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What waits for one host: its requests in order, one at a time, with a pause between them. */
final class Lane {

    private final String host;
    private final int partition;
    private final Deque<Job> jobs = new ArrayDeque<>();
    private HostState state;
    private boolean busy;
    private boolean ended;
    private Duration gap;

    Lane(String host, int partition, HostState state, Duration gap) {
        this.host = host;
        this.partition = partition;
        this.state = state;
        this.gap = gap;
    }

    String host() {
        return host;
    }

    int partition() {
        return partition;
    }

    HostState state() {
        return state;
    }

    void become(HostState next) {
        state = next;
    }

    /** How long its robots.txt wants us to wait between two requests, or we do. */
    void pause(Duration length) {
        gap = length;
    }

    void add(Job job) {
        jobs.addLast(job);
    }

    int size() {
        return jobs.size() + (busy ? 1 : 0);
    }

    /** When the next request may go out; empty if there is none, or one is out. */
    Optional<Instant> ready() {
        return busy || jobs.isEmpty() ? Optional.empty() : Optional.of(earliest());
    }

    /** Whether the pause since the last request is not over. */
    boolean isEarly(Instant now) {
        return now.isBefore(earliest());
    }

    private Instant earliest() {
        return state.lastAsked().map(at -> at.plus(gap)).orElse(Instant.MIN);
    }

    /** Takes the next one; until {@link #free} no other goes out. */
    Job take() {
        busy = true;
        return jobs.removeFirst();
    }

    /** Puts it back to the front. */
    void putBack(Job job) {
        jobs.addFirst(job);
    }

    void free() {
        busy = false;
    }

    /** Whether a request is out. */
    boolean isBusy() {
        return busy;
    }

    /** Its partition was given away: what still comes is not ours to write. */
    void end() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }
}
