package broadsheet.sink.copies;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts articles that were judged before in their places, with the verdicts that they have, and judges nothing. So a
 * judge can follow what another one writes down, record by record: an article may come before its original, and come
 * again with another verdict or another text.
 */
final class Recollection {

    private final Map<String, Entry> entries;
    private final long horizon;
    private final Duration memory;
    private Instant latest = Instant.EPOCH;
    /** Copies whose original is not there, or is none, by its id: each of a hundred thousand may come and go by itself. */
    private final Map<String, Set<Entry>> waiting = new HashMap<>();
    /** Digests, with the ids of the originals that they quote: tied together at the end. */
    private final Map<Entry, List<String>> digests = new HashMap<>();

    /**
     * @param entries all articles by id
     * @param horizon see {@link CopyJudge}
     * @param memory see there
     */
    Recollection(Map<String, Entry> entries, Duration horizon, Duration memory) {
        this.entries = entries;
        this.horizon = horizon.toMillis();
        this.memory = memory;
    }

    /** Takes in an article with its verdict, in place of what was known of it. */
    void add(Entry told, Verdict verdict, long turn, Instant asked) {
        latest = asked.isAfter(latest) ? asked : latest;
        Entry known = entries.get(told.id());
        if (known != null && known.claim().equals(told.claim())) {
            epoch(known).touch(asked);
            displace(known);
            known.judgedAt(turn);
            place(known, verdict);
            return;
        }
        remove(told.id());
        entries.put(told.id(), told);
        Epoch epoch = epoch(told);
        epoch.add(told, asked);
        epoch.furniture.add(told, this::reshape);
        told.leaveOut(epoch.furniture.mask(told));
        told.judgedAt(turn);
        place(told, verdict);
    }

    /** Lets an article go. */
    void remove(String id) {
        Entry entry = entries.remove(id);
        if (entry != null) {
            displace(entry);
            entry.leave();
            epoch(entry).remove();
            epoch(entry).furniture.remove(entry, this::reshape);
        }
    }

    /** Says that nothing more comes before the next judgement; returns the copies that are to be judged anew. */
    List<Entry> end() {
        digests.forEach((digest, sources) -> digest.placeAsOriginal(sources.stream()
                .flatMap(id -> Optional.ofNullable(entries.get(id)).stream())
                .toList()));
        digests.clear();
        List<Entry> due = waiting.values().stream()
                .flatMap(Collection::stream)
                .filter(this::isDue)
                .toList();
        waiting.clear();
        return due;
    }

    /**
     * Whether the original is one no more, or was none for a while since: the other judge had not come to this copy yet. If
     * it is not there at all it was withdrawn, or forgotten, and then the copy keeps its verdict. Forgotten are whole
     * epochs, of which an original's is at most one before that of its copy.
     */
    private boolean isDue(Entry copy) {
        long epochStart = Math.floorDiv(copy.firstSeen(), horizon) * horizon;
        return entries.containsKey(copy.match().orElseThrow().original())
                || epochStart > latest.minus(memory).toEpochMilli();
    }

    private void place(Entry entry, Verdict verdict) {
        if (verdict.match().isPresent()) {
            placeAsCopy(entry, verdict.match().get());
        } else {
            entry.placeAsOriginal(List.of());
            epoch(entry).index.add(entry, hidden -> {});
            if (!verdict.sources().isEmpty()) {
                digests.put(entry, verdict.sources());
            }
            Set<Entry> copies = waiting.remove(entry.id());
            if (copies != null) {
                copies.forEach(copy -> placeAsCopy(copy, copy.match().orElseThrow()));
            }
        }
    }

    private void placeAsCopy(Entry entry, Verdict.Match match) {
        Entry original = entries.get(match.original());
        if (original == null
                || !original.isOriginal()
                || original.home() != entry.home()
                || entry.turn() < original.turn()) {
            await(entry, match);
        } else {
            entry.placeAsCopy(original, match);
            epoch(entry).index.addCopy(entry, original);
        }
    }

    private void await(Entry copy, Verdict.Match match) {
        copy.placeAsCopy(match);
        waiting.computeIfAbsent(match.original(), first -> new LinkedHashSet<>())
                .add(copy);
    }

    /** Takes the verdict away. Copies of it wait, and keep theirs: if it is another now, that will be told. */
    private void displace(Entry entry) {
        if (entry.isOriginal()) {
            epoch(entry).index.remove(entry, (revealed, key) -> {});
        } else {
            stopWaiting(entry);
        }
        digests.remove(entry);
        for (Entry digest : List.copyOf(entry.digests())) {
            digests.put(digest, digest.leaveSources().stream().map(Entry::id).toList());
        }
        entry.displace().forEach(copy -> await(copy, copy.match().orElseThrow()));
    }

    private void stopWaiting(Entry copy) {
        copy.match().map(Verdict.Match::original).ifPresent(original -> {
            Set<Entry> others = waiting.get(original);
            if (others != null && others.remove(copy) && others.isEmpty()) {
                waiting.remove(original);
            }
        });
    }

    /** Leaves out what is furniture now; the verdict stays. */
    private void reshape(Entry entry) {
        Epoch epoch = epoch(entry);
        long mask = epoch.furniture.mask(entry);
        if (mask == entry.mask()) {
            return;
        }
        if (entry.isOriginal()) {
            epoch.index.remask(entry, mask, hidden -> {}, (revealed, key) -> {});
            entry.sortOutExtensions();
        } else {
            Verdict.Match match = entry.match().orElseThrow();
            stopWaiting(entry);
            entry.displace();
            entry.leaveOut(mask);
            placeAsCopy(entry, match);
        }
    }

    private static Epoch epoch(Entry entry) {
        return entry.home().epochs().of(entry);
    }
}
