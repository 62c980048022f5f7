package broadsheet.sink.copies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One article in the judge's memory, with its present verdict. */
final class Entry implements Comparable<Entry> {

    private static final int UNKNOWN = -1;

    final Claim claim;
    final long firstSeen;
    private long mask;
    private int size;
    private int numbers;
    private long numberBits;
    private @Nullable Entry original;
    private Verdict.@Nullable Match match;
    private int foundIn;
    private boolean placed;
    private boolean gone;
    private List<Entry> sources = List.of();
    private final List<Entry> copies = new ArrayList<>(0);
    private final List<Entry> extensions = new ArrayList<>(0);
    private final List<Entry> digests = new ArrayList<>(0);

    Entry(Claim claim) {
        this.claim = claim;
        this.firstSeen = claim.firstSeen().toEpochMilli();
        leaveOut(0);
    }

    /** Leaves sentences out, one bit each. What a first look at two entries needs is kept here, near at hand. */
    void leaveOut(long sentences) {
        mask = sentences;
        size = claim.fingerprint().size(sentences);
        Sample all = claim.fingerprint().numbers();
        numbers = all.isWhole() ? all.count(sentences) : UNKNOWN;
        numberBits = all.bits(sentences);
    }

    /** Sentences that are left out, one bit each. */
    long mask() {
        return mask;
    }

    /** Number of distinct 4-grams that are not left out. */
    int size() {
        return size;
    }

    /** At least {@code least} numbers are known of each, and the share that both have is surely below {@code share}. */
    boolean hasOtherNumbers(Entry other, int least, double share) {
        int smaller = Math.min(numbers, other.numbers);
        if (smaller < least) {
            return false;
        }
        // As many as fall on one bit could be shared without a bit of their own.
        int shared = Long.bitCount(numberBits & other.numberBits)
                + Math.min(numbers - Long.bitCount(numberBits), other.numbers - Long.bitCount(other.numberBits));
        return shared < share * smaller;
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

    /** For a digest two earlier originals that it quotes and that have nothing to do with each other; else empty. */
    List<Entry> sources() {
        return sources;
    }

    boolean isDigest() {
        return !sources.isEmpty();
    }

    /** The digests that have it among their {@link #sources}. */
    List<Entry> digests() {
        return digests;
    }

    /** Whether it was found before in this round of a search; from now on it was. */
    boolean wasFoundIn(int round) {
        boolean before = foundIn == round;
        foundIn = round;
        return before;
    }

    boolean isGone() {
        return gone;
    }

    void leave() {
        gone = true;
    }

    /** Leaves; its copies keep their verdict without it. */
    void beForgotten() {
        gone = true;
        copies.forEach(copy -> copy.original = null);
        copies.clear();
        extensions.clear();
        if (original != null) {
            original.copies.remove(this);
            original.extensions.remove(this);
        }
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

    /** The copies that are much longer, and may turn out to be digests. */
    List<Entry> extensions() {
        return extensions;
    }

    void placeAsOriginal(List<Entry> quoted) {
        placed = true;
        original = null;
        match = null;
        sources = quoted;
        quoted.forEach(source -> source.digests.add(this));
    }

    void placeAsCopy(Entry of, Verdict.Match found) {
        placed = true;
        original = of;
        match = found;
        of.copies.add(this);
        if (Likeness.isPart(of, this)) {
            of.extensions.add(this);
        }
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
            original.extensions.remove(this);
        }
        original = null;
        match = null;
        sources.forEach(source -> source.digests.remove(this));
        sources = List.of();
        var orphans = List.copyOf(copies);
        copies.clear();
        extensions.clear();
        for (Entry orphan : orphans) {
            orphan.original = null;
            orphan.placed = false;
        }
        return orphans;
    }
}
