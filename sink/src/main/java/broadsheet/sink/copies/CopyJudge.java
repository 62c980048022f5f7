package broadsheet.sink.copies;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells originals from copies, and says whenever that changes. What it says in the end depends on the set of claims and
 * not on their order. Not thread-safe.
 *
 * <pre>{@code
 * var judge = new CopyJudge(Duration.ofDays(30), Duration.ofDays(60));
 * List<Verdict> verdicts = judge.claim(claim, claim.firstSeen());   // the claim's own first, then all that are others now
 * }</pre>
 */
public final class CopyJudge {

    /** Name and version of the comparison, for {@code copyOf.method}. */
    public static final String METHOD = "bottom-k-4gram/3";

    private final Duration horizon;
    private final Duration memory;
    private final Map<String, Shard> shards = new HashMap<>();
    private final Map<String, Entry> entries = new HashMap<>();
    private final Deque<Entry> letGo = new ArrayDeque<>();
    private final Recollection recollection;
    /** How many inputs there were, as far as is known. */
    private long inputs;

    /**
     * @param horizon how far apart in content time two articles can be and still be copies
     * @param memory how long articles are remembered, in content time; at least the horizon
     */
    public CopyJudge(Duration horizon, Duration memory) {
        if (memory.compareTo(horizon) < 0) {
            throw new IllegalArgumentException("memory is shorter than the horizon: " + memory + " < " + horizon);
        }
        this.horizon = horizon;
        this.memory = memory;
        recollection = new Recollection(entries, horizon, memory);
    }

    /**
     * Takes a claim, in place of an earlier one of the same id; returns its verdict, then all that changed by it.
     *
     * @param now how far the content of the news has come
     */
    public List<Verdict> claim(Claim claim, Instant now) {
        inputs++;
        var entry = new Entry(claim, shard(claim));
        Entry earlier = entries.put(claim.id(), entry);
        var changed = new ArrayList<Entry>();
        if (earlier != null && earlier.isLetGo()) {
            earlier.beForgotten();
        } else if (earlier != null) {
            earlier.home().remove(earlier);
            if (earlier.home() != entry.home()) {
                changed.addAll(earlier.home().settle(inputs));
            }
        }
        entry.home().add(entry, now);
        changed.addAll(entry.home().settle(inputs));
        changed.remove(entry);
        changed.add(0, entry);
        return verdicts(changed);
    }

    /**
     * Judges so many, or some more, of those whose original is one no more and that still have their verdict from before;
     * returns the verdicts that are others now. In a flood of copies of which each came earlier than those before, most
     * wait for this; else nobody does.
     */
    public List<Verdict> settleSome(int most) {
        List<Shard> behind = shards.values().stream().filter(Shard::isBehind).toList();
        if (behind.isEmpty()) {
            return List.of();
        }
        inputs++;
        return behind.stream()
                .flatMap(shard -> shard.settleSome(most, inputs).stream())
                .map(Shard::verdict)
                .toList();
    }

    /** Judges all that wait. */
    public List<Verdict> settle() {
        return settleSome(Integer.MAX_VALUE);
    }

    /** Forgets an article; returns the verdicts that are others without it. */
    public List<Verdict> withdraw(String id) {
        inputs++;
        Entry entry = entries.remove(id);
        if (entry == null) {
            return List.of();
        }
        if (entry.isLetGo()) {
            entry.beForgotten();
            return List.of();
        }
        entry.home().remove(entry);
        return verdicts(entry.home().settle(inputs));
    }

    /**
     * Takes in what another judge found, in place of what was known of that article; nothing is judged. However often and
     * in whatever order this is told: {@link #resume} must follow before anything is judged.
     *
     * @param turn see {@link #turn}
     * @param asked how far the content of the news had come when the other judge was asked
     */
    public void remember(Claim claim, Verdict verdict, long turn, Instant asked) {
        inputs = Math.max(inputs, turn);
        recollection.add(new Entry(claim, shard(claim)), verdict, turn, asked);
    }

    /** Lets go of an article that another judge has forgotten; see {@link #remember}. */
    public void letGo(String id) {
        recollection.remove(id);
    }

    /** Goes on with what was remembered; of what waited to be judged, all waits. */
    public void resume() {
        recollection.end().forEach(orphan -> orphan.home().postpone(orphan));
    }

    /**
     * Lets go of whatever can match nothing that is still to come, if that is no later than allowed. Verdicts stay as they
     * are. What is let go is forgotten by {@link #forgetSome}.
     *
     * @param now how far the content of the news has come
     */
    public void forgetAt(Instant now) {
        shards.values().forEach(shard -> letGo.addAll(shard.forget(now.minus(memory))));
    }

    /** Forgets so many of the articles that were let go; returns their ids, none when all are forgotten. */
    public List<String> forgetSome(int most) {
        List<String> forgotten = new ArrayList<>();
        while (forgotten.size() < most && !letGo.isEmpty()) {
            Entry entry = letGo.poll();
            if (!entry.isGone()) {
                entry.beForgotten();
                entries.remove(entry.id());
                forgotten.add(entry.id());
            }
        }
        return forgotten;
    }

    /** The present verdict; empty if there is no claim of that id. */
    public Optional<Verdict> verdict(String id) {
        return Optional.ofNullable(entries.get(id)).map(Shard::verdict);
    }

    /** When that verdict was found, in inputs: tells who takes over of which copies the original was none since. */
    public long turn(String id) {
        Entry entry = entries.get(id);
        return entry == null ? 0 : entry.turn();
    }

    /** The claim of that id as it is known, its time to the millisecond; empty if there is none. */
    public Optional<Claim> known(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::claim);
    }

    private Shard shard(Claim claim) {
        return shards.computeIfAbsent(claim.language(), language -> new Shard(language, horizon));
    }

    private static List<Verdict> verdicts(List<Entry> entries) {
        return entries.stream().map(Shard::verdict).toList();
    }
}
