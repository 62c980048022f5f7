package broadsheet.sink.copies;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The articles of one language, each with its verdict: an article is an original unless an earlier original is like it;
 * then it is a copy of the earliest such. Earlier is by first seen, then id.
 *
 * <p>So a verdict depends on earlier originals only, and the whole is a function of the set of articles by recursion
 * along that order. When an article comes, goes or changes, whoever may be affected is put on the {@link Docket}, which is
 * worked off in that order: an effect goes to later articles only, so each is settled for good when its turn comes. Whoever
 * is not on it has the verdict that the originals of now give; so once it is empty, all have the one that the set gives, by
 * whatever steps it was come to.
 */
final class Shard {

    private final String language;
    private final Epochs epochs;
    private final Docket docket = new Docket();
    private final Map<Entry, Verdict> before = new LinkedHashMap<>();
    /** By an original on the docket: new ones that are like it, and may be like its copies, if it stays their original. */
    private final Map<Entry, List<Entry>> unlooked = new HashMap<>();

    private long turn;
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
        docket.add(entry);
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
        docket.remove(entry);
        unlooked.remove(entry);
        before.remove(entry);
        Epoch epoch = epochs.of(entry);
        epoch.remove();
        epoch.furniture.remove(entry, this::reshape);
    }

    /** Puts an article whose original is one no more down to be judged when there is time. */
    void postpone(Entry orphan) {
        orphan.beOrphaned();
        docket.postpone(orphan);
    }

    /**
     * Judges whoever is affected by an input; returns those whose verdict is another than before.
     *
     * @param number of the input
     */
    List<Entry> settle(long number) {
        docket.earn();
        return workOff(number);
    }

    /** Judges so many of those who wait, or more; returns those whose verdict is another than before. */
    List<Entry> settleSome(int most, long number) {
        docket.allow(most);
        return workOff(number);
    }

    /** Whether there are some who wait to be judged. */
    boolean isBehind() {
        return docket.isBehind();
    }

    private List<Entry> workOff(long number) {
        turn = number;
        for (Entry next = docket.next(); next != null; next = docket.next()) {
            before.putIfAbsent(next, verdict(next));
            if (!next.isLetGo()) {
                judge(next);
            }
        }
        var changed = new ArrayList<Entry>();
        before.forEach((entry, verdict) -> {
            // Whoever takes over is to know that an original was none for a moment: its copies may still wait.
            if (!verdict(entry).equals(verdict) || (entry.isOriginal() && entry.turn() == turn)) {
                changed.add(entry);
            }
        });
        before.clear();
        return changed;
    }

    private void judge(Entry entry) {
        place(entry, Finding.of(entry, earlierVisible(entry)));
        List<Entry> others = unlooked.remove(entry);
        if (others != null && entry.isOriginal()) {
            others.stream().filter(Entry::isOriginal).forEach(other -> enqueueCopies(other, entry));
        }
    }

    private void place(Entry entry, Finding finding) {
        if (entry.isPlaced()
                && finding.match().equals(entry.match())
                && finding.sources().equals(entry.sources())) {
            return;
        }
        if (entry.isPlaced()) {
            displace(entry);
        }
        entry.judgedAt(turn);
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
            if (other.compareTo(original) < 0) {
                other.extensions().forEach(copy -> enqueueIfLike(original, copy));
            } else if (enqueueIfLike(original, other)) {
                unlooked.computeIfAbsent(other, first -> new ArrayList<>()).add(original);
            } else {
                enqueueCopies(original, other);
            }
        }
    }

    private void enqueueCopies(Entry original, Entry other) {
        other.copies().forEach(copy -> enqueueIfLike(original, copy));
    }

    private boolean enqueueIfLike(Entry original, Entry later) {
        boolean like = epochs.isWithinReach(original, later) && Finding.concerns(original, later);
        if (like) {
            enqueue(later);
        }
        return like;
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
        entry.displace().forEach(docket::postpone);
        enqueueLater(revealed);
    }

    private static Index.Revealed noteIn(Map<Entry, List<Integer>> revealed) {
        return (original, key) ->
                revealed.computeIfAbsent(original, now -> new ArrayList<>()).add(key);
    }

    private void enqueue(Entry entry) {
        before.putIfAbsent(entry, verdict(entry));
        docket.add(entry);
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
