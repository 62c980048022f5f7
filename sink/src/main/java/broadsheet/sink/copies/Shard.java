package broadsheet.sink.copies;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The articles of one language, each with its verdict: an article is an original unless an earlier original is like it;
 * then it is a copy of the earliest such. Earlier is by first seen, then id.
 *
 * <p>So a verdict depends on earlier originals only, and the whole is a function of the set of articles by recursion
 * along that order. When an article comes, goes or changes, whoever may be affected is queued, and the queue is worked
 * off in that order: an effect goes to later articles only, so each is settled for good when its turn comes.
 */
final class Shard {

    private final String language;
    private final Epochs epochs;
    private final TreeSet<Entry> queue = new TreeSet<>();
    private final Map<Entry, Verdict> before = new LinkedHashMap<>();
    private final Candidates found = new Candidates();

    /**
     * @param language BCP 47
     * @param horizon how far apart in content time two articles can be and still be copies
     */
    Shard(String language, Duration horizon) {
        this.language = language;
        epochs = new Epochs(horizon);
    }

    String language() {
        return language;
    }

    Epochs epochs() {
        return epochs;
    }

    /** Takes a new article in, without a verdict until {@link #settle}. */
    void add(Entry entry, Instant now) {
        Epoch epoch = epochs.of(entry);
        epoch.add(entry, now);
        epoch.furniture.add(entry, this::reshape);
        entry.leaveOut(epoch.furniture.mask(entry));
        before.put(entry, verdict(entry));
        queue.add(entry);
    }

    /** What would be found of a claim, which is not taken in. */
    Verdict preview(Claim claim) {
        var entry = new Entry(claim, this);
        entry.leaveOut(epochs.of(entry).furniture.mask(entry));
        Finding finding = Finding.of(entry, earlierVisible(entry));
        return verdict(entry.id(), finding.match(), finding.sources());
    }

    /** See {@link Epochs#forget}. */
    List<Entry> forget(Instant time) {
        return epochs.forget(time);
    }

    /** Lets an article go. */
    void remove(Entry entry) {
        if (entry.isPlaced()) {
            displace(entry);
        }
        entry.leave();
        queue.remove(entry);
        before.remove(entry);
        Epoch epoch = epochs.of(entry);
        epoch.remove();
        epoch.furniture.remove(entry, this::reshape);
    }

    /** Judges whoever is affected; returns those whose verdict is another than before. */
    List<Entry> settle() {
        for (Entry next = queue.pollFirst(); next != null; next = queue.pollFirst()) {
            judge(next);
        }
        var changed = new ArrayList<Entry>();
        before.forEach((entry, verdict) -> {
            if (!verdict(entry).equals(verdict)) {
                changed.add(entry);
            }
        });
        before.clear();
        return changed;
    }

    private void judge(Entry entry) {
        Finding finding = Finding.of(entry, earlierVisible(entry));
        if (entry.isPlaced()
                && finding.match().equals(entry.match())
                && finding.sources().equals(entry.sources())) {
            return;
        }
        if (entry.isPlaced()) {
            displace(entry);
        }
        if (finding.original().isEmpty()) {
            placeAsOriginal(entry, finding.sources());
        } else {
            Entry original = finding.original().get();
            entry.placeAsCopy(original, finding.match().orElseThrow());
            epochs.of(entry).index.addCopy(entry, original);
        }
    }

    private List<Entry> earlierVisible(Entry entry) {
        found.clear();
        epochs.of(entry).index.collectVisible(entry, found);
        Epoch previous = epochs.before(entry);
        if (previous != null) {
            previous.index.collectVisible(entry, found);
        }
        return found.inOrder(other -> epochs.isWithinReach(other, entry) && !Likeness.isOutOfQuestion(other, entry));
    }

    private void placeAsOriginal(Entry entry, List<Entry> sources) {
        entry.placeAsOriginal(sources);
        epochs.of(entry).index.add(entry, this::enqueueDependants);
        enqueueLater(entry);
    }

    /** Queues those whose verdict names this original. */
    private void enqueueDependants(Entry original) {
        original.copies().forEach(this::enqueue);
        original.digests().forEach(this::enqueue);
    }

    /**
     * Queues the later articles that can see this original and are like it, unless they are copies of an earlier one;
     * but of those too whoever may turn out to be a digest.
     */
    private void enqueueLater(Entry original) {
        Epoch epoch = epochs.of(original);
        Epoch next = epochs.after(original);
        if (next == null && epoch.latest <= original.firstSeen() && !epoch.hasOthersAt(original.firstSeen())) {
            return;
        }
        found.clear();
        epoch.index.collectWhoSees(original, epoch.index, found);
        if (next != null) {
            next.index.collectWhoSees(original, epoch.index, found);
        }
        enqueueFoundLike(original);
    }

    /** The same for originals that came to light, by the keys under which they did. */
    private void enqueueLater(Map<Entry, List<Integer>> revealed) {
        revealed.forEach((original, keys) -> {
            if (original.isOriginal()) {
                Epoch next = epochs.after(original);
                found.clear();
                for (int key : keys) {
                    epochs.of(original).index.collectUnder(key, found);
                    if (next != null) {
                        next.index.collectUnder(key, found);
                    }
                }
                enqueueFoundLike(original);
            }
        });
    }

    private void enqueueFoundLike(Entry original) {
        for (Entry other : found.all()) {
            if (!other.isOriginal()) {
                continue;
            }
            if (other.compareTo(original) > 0) {
                enqueueIfLike(original, other);
                other.copies().forEach(copy -> enqueueIfLike(original, copy));
            } else {
                other.extensions().forEach(copy -> enqueueIfLike(original, copy));
            }
        }
    }

    private void enqueueIfLike(Entry original, Entry later) {
        if (epochs.isWithinReach(original, later) && Finding.concerns(original, later)) {
            enqueue(later);
        }
    }

    /** If another part of the article is furniture now, queues it and whoever may be affected to be judged again. */
    private void reshape(Entry entry) {
        Epoch epoch = epochs.of(entry);
        long mask = epoch.furniture.mask(entry);
        if (mask == entry.mask()) {
            return;
        }
        if (entry.isOriginal()) {
            enqueueDependants(entry);
            Map<Entry, List<Integer>> revealed = new LinkedHashMap<>();
            epoch.index.remask(entry, mask, this::enqueueDependants, noteIn(revealed));
            entry.sortOutExtensions();
            enqueueLater(entry);
            enqueueLater(revealed);
        } else {
            if (entry.isPlaced()) {
                displace(entry);
            }
            entry.leaveOut(mask);
        }
        enqueue(entry);
    }

    private void displace(Entry entry) {
        before.putIfAbsent(entry, verdict(entry));
        Map<Entry, List<Integer>> revealed = new LinkedHashMap<>();
        if (entry.isOriginal()) {
            entry.digests().forEach(this::enqueue);
            epochs.of(entry).index.remove(entry, noteIn(revealed));
        }
        for (Entry orphan : entry.displace()) {
            enqueue(orphan);
        }
        enqueueLater(revealed);
    }

    private static Index.Revealed noteIn(Map<Entry, List<Integer>> revealed) {
        return (original, key) ->
                revealed.computeIfAbsent(original, now -> new ArrayList<>()).add(key);
    }

    private void enqueue(Entry entry) {
        before.putIfAbsent(entry, verdict(entry));
        queue.add(entry);
    }

    static Verdict verdict(Entry entry) {
        return verdict(entry.id(), entry.match(), entry.sources());
    }

    private static Verdict verdict(String id, Optional<Verdict.Match> match, List<Entry> sources) {
        return new Verdict(
                id,
                match,
                sources.isEmpty()
                        ? List.of()
                        : sources.stream().map(source -> source.id()).toList());
    }
}
