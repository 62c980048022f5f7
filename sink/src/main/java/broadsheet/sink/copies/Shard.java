package broadsheet.sink.copies;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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

    private final long horizon;
    private final Map<Long, Epoch> epochs = new HashMap<>();
    private final TreeSet<Entry> queue = new TreeSet<>();
    private final Map<Entry, Optional<Verdict.Match>> before = new LinkedHashMap<>();
    private final List<Entry> remembered = new ArrayList<>();
    private final List<Entry> found = new ArrayList<>();

    /**
     * @param horizon how far apart in content time two articles can be and still be copies
     */
    Shard(Duration horizon) {
        this.horizon = horizon.toMillis();
    }

    /** Takes a new article in, without a verdict until {@link #settle}. */
    void add(Entry entry) {
        Epoch epoch = epoch(entry);
        epoch.add(entry);
        epoch.furniture.add(entry, this::reshape);
        entry.mask = epoch.furniture.mask(entry);
        before.put(entry, Optional.empty());
        queue.add(entry);
    }

    /** Takes in an article with a verdict that was found before. */
    void remember(Entry entry, Optional<Verdict.Match> match) {
        Epoch epoch = epoch(entry);
        epoch.add(entry);
        epoch.furniture.add(entry, other -> {});
        match.ifPresentOrElse(entry::placeAsCopy, entry::placeAsOriginal);
        remembered.add(entry);
    }

    /** Puts what was remembered in its place, now that all of it is there. */
    void resume(Map<String, Entry> all) {
        for (Entry entry : remembered) {
            Epoch epoch = epoch(entry);
            entry.mask = epoch.furniture.mask(entry);
            Optional<Verdict.Match> match = entry.match();
            if (match.isEmpty()) {
                epoch.index.add(entry, hidden -> {});
            } else {
                Optional.ofNullable(all.get(match.get().original())).ifPresent(original -> {
                    entry.placeAsCopy(original, match.get());
                    epoch.index.addCopy(entry, original);
                });
            }
        }
        remembered.clear();
    }

    /** Lets an article go. */
    void remove(Entry entry) {
        if (entry.isPlaced()) {
            displace(entry);
        }
        entry.leave();
        queue.remove(entry);
        before.remove(entry);
        Epoch epoch = epoch(entry);
        epoch.remove(entry);
        epoch.furniture.remove(entry, this::reshape);
    }

    /** Judges whoever is affected; returns those whose verdict is another than before. */
    List<Entry> settle() {
        for (Entry next = queue.pollFirst(); next != null; next = queue.pollFirst()) {
            judge(next);
        }
        var changed = new ArrayList<Entry>();
        before.forEach((entry, match) -> {
            if (!entry.match().equals(match)) {
                changed.add(entry);
            }
        });
        before.clear();
        return changed;
    }

    private void judge(Entry entry) {
        Entry original = null;
        Likeness likeness = null;
        for (Entry candidate : earlierVisible(entry)) {
            likeness = Likeness.of(candidate, entry);
            if (likeness.isCopy()) {
                original = candidate;
                break;
            }
        }
        Optional<Verdict.Match> match =
                original == null || likeness == null ? Optional.empty() : Optional.of(likeness.match());
        if (entry.isPlaced() && match.equals(entry.match())) {
            return;
        }
        if (entry.isPlaced()) {
            displace(entry);
        }
        if (original == null) {
            placeAsOriginal(entry);
        } else {
            entry.placeAsCopy(original, match.orElseThrow());
            epoch(entry).index.addCopy(entry, original);
        }
    }

    private List<Entry> earlierVisible(Entry entry) {
        found.clear();
        epoch(entry).index.collectVisible(entry, found);
        Epoch previous = epochs.get(number(entry) - 1);
        if (previous != null) {
            previous.index.collectVisible(entry, found);
        }
        found.removeIf(other -> other.compareTo(entry) >= 0 || entry.firstSeen - other.firstSeen > horizon);
        Collections.sort(found);
        return distinct(found);
    }

    private static List<Entry> distinct(List<Entry> sorted) {
        int kept = 0;
        for (int i = 0; i < sorted.size(); i++) {
            if (kept == 0 || !sorted.get(i).equals(sorted.get(kept - 1))) {
                sorted.set(kept++, sorted.get(i));
            }
        }
        return sorted.subList(0, kept);
    }

    private void placeAsOriginal(Entry entry) {
        entry.placeAsOriginal();
        epoch(entry).index.add(entry, hidden -> hidden.copies().forEach(this::enqueue));
        enqueueLater(entry);
    }

    /** Queues the later articles that can see this original, are like it, and are copies of nothing earlier. */
    private void enqueueLater(Entry original) {
        Epoch epoch = epoch(original);
        Epoch next = epochs.get(number(original) + 1);
        if (next == null && epoch.latest <= original.firstSeen && !epoch.hasOthersAt(original.firstSeen)) {
            return;
        }
        found.clear();
        epoch.index.collectWhoSees(original, epoch.index, found);
        if (next != null) {
            next.index.collectWhoSees(original, epoch.index, found);
        }
        Collections.sort(found);
        for (Entry other : distinct(found)) {
            if (other.isOriginal() && other.compareTo(original) > 0) {
                enqueueIfLike(original, other);
                other.copies().forEach(copy -> enqueueIfLike(original, copy));
            }
        }
    }

    private void enqueueIfLike(Entry original, Entry later) {
        if (later.firstSeen - original.firstSeen <= horizon
                && Likeness.of(original, later).isCopy()) {
            enqueue(later);
        }
    }

    /** Takes an article's verdict away, and queues it to be judged again without what has become furniture. */
    private void reshape(Entry entry) {
        if (entry.isPlaced()) {
            displace(entry);
        }
        entry.mask = epoch(entry).furniture.mask(entry);
        enqueue(entry);
    }

    private void displace(Entry entry) {
        before.putIfAbsent(entry, entry.match());
        var revealed = new ArrayList<Entry>();
        if (entry.isOriginal()) {
            epoch(entry).index.remove(entry, revealed::add);
        }
        for (Entry orphan : entry.displace()) {
            enqueue(orphan);
        }
        for (Entry now : revealed) {
            if (now.isOriginal()) {
                enqueueLater(now);
            }
        }
    }

    private void enqueue(Entry entry) {
        before.putIfAbsent(entry, entry.match());
        queue.add(entry);
    }

    private Epoch epoch(Entry entry) {
        return epochs.computeIfAbsent(number(entry), number -> new Epoch());
    }

    private long number(Entry entry) {
        return Math.floorDiv(entry.firstSeen, horizon);
    }
}
