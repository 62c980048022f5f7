package broadsheet.sink.copies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One article in the judge's memory, with its present verdict. */
final class Entry implements Comparable<Entry> {

    final Claim claim;
    final long firstSeen;
    /** Sentences that are left out, one bit each. */
    long mask;

    private @Nullable Entry original;
    private Verdict.@Nullable Match match;
    private boolean placed;
    private boolean gone;
    private final List<Entry> copies = new ArrayList<>(0);

    Entry(Claim claim) {
        this.claim = claim;
        this.firstSeen = claim.firstSeen().toEpochMilli();
    }

    /** The one order in which articles are judged: first seen, then id. */
    @Override
    public int compareTo(Entry other) {
        int order = Long.compare(firstSeen, other.firstSeen);
        return order != 0 ? order : claim.id().compareTo(other.claim.id());
    }

    /** Whether it has a verdict that stands. */
    boolean isPlaced() {
        return placed;
    }

    boolean isOriginal() {
        return placed && match == null;
    }

    boolean isGone() {
        return gone;
    }

    void leave() {
        gone = true;
    }

    Optional<Verdict.Match> match() {
        return Optional.ofNullable(match);
    }

    /** The entry of its original; empty for an original, and for a copy whose original is no longer remembered. */
    Optional<Entry> original() {
        return Optional.ofNullable(original);
    }

    List<Entry> copies() {
        return copies;
    }

    void placeAsOriginal() {
        placed = true;
        original = null;
        match = null;
    }

    void placeAsCopy(Entry of, Verdict.Match found) {
        placed = true;
        original = of;
        match = found;
        of.copies.add(this);
    }

    /** Sets a verdict that was found before, of an original that is not remembered, or not yet. */
    void placeAsCopy(Verdict.Match found) {
        placed = true;
        original = null;
        match = found;
    }

    /** Takes the verdict away until the next one; returns those that had it as their original. */
    List<Entry> displace() {
        placed = false;
        if (original != null) {
            // The last is the likeliest: verdicts fall from the latest on.
            original.copies.remove(original.copies.lastIndexOf(this));
        }
        original = null;
        match = null;
        var orphans = List.copyOf(copies);
        copies.clear();
        for (Entry orphan : orphans) {
            orphan.original = null;
            orphan.placed = false;
        }
        return orphans;
    }
}
