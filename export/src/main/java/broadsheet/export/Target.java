package broadsheet.export;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the articles go. Whatever ends the process, and whenever: what {@link #take} has taken is there once, with its
 * bookmark, or not at all, or can be taken once more without a trace. Not thread-safe.
 */
public interface Target extends AutoCloseable {

    /** How far an earlier run came; empty if there was none. */
    Optional<Bookmark> bookmark();

    /**
     * Carries out the changes and remembers the bookmark, in one step. No two are of the same article and standing.
     *
     * @param refused told, before that step is done, of each change that the target cannot hold; it is left out, and what
     *     was there before stays
     * @throws TargetAway if it does not answer; then the same can be tried again, whether or not it was done
     */
    void take(List<Change> changes, Bookmark after, Consumer<Refusal> refused);

    /**
     * Everything that there is at present was taken: shows it, and does away with what no record stands for any more.
     *
     * @throws TargetAway as above
     */
    void settle(Bookmark now);

    /**
     * How many articles it shows, copies included.
     *
     * @throws TargetAway as above
     */
    long rows();

    @Override
    void close();

    /**
     * A change that a target cannot hold.
     *
     * @param why in the target's words
     */
    record Refusal(Change change, String why) {}
}
