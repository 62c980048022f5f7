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
final class VerdictReplay {

    private final Map<String, JudgedArticle> articles;
    private final long horizon;
    private final Duration memory;
    private Instant latest = Instant.EPOCH;
    /** Copies whose original is not there, or is none, by its id: each of a hundred thousand may come and go by itself. */
    private final Map<String, Set<JudgedArticle>> waiting = new HashMap<>();
    /** Digests, with the ids of the originals that they quote: tied together at the end. */
    private final Map<JudgedArticle, List<String>> digests = new HashMap<>();

    /**
     * @param articles all articles by id
     * @param horizon see {@link CopyJudge}
     * @param memory see there
     */
    VerdictReplay(Map<String, JudgedArticle> articles, Duration horizon, Duration memory) {
        this.articles = articles;
        this.horizon = horizon.toMillis();
        this.memory = memory;
    }

    /** Takes in an article with its verdict, in place of what was known of it. */
    void add(JudgedArticle told, Verdict verdict, long turn, Instant asked) {
        latest = asked.isAfter(latest) ? asked : latest;
        JudgedArticle known = articles.get(told.id());
        if (known != null && known.input().equals(told.input())) {
            epoch(known).touch(asked);
            displace(known);
            known.judgedAt(turn);
            place(known, verdict);
            return;
        }
        remove(told.id());
        articles.put(told.id(), told);
        Epoch epoch = epoch(told);
        epoch.add(told, asked);
        epoch.furniture.add(told, this::reshape);
        told.leaveOut(epoch.furniture.mask(told));
        told.judgedAt(turn);
        place(told, verdict);
    }

    /** Lets an article go. */
    void remove(String id) {
        JudgedArticle article = articles.remove(id);
        if (article != null) {
            displace(article);
            article.leave();
            epoch(article).remove();
            epoch(article).furniture.remove(article, this::reshape);
        }
    }

    /** Says that nothing more comes before the next judgement; returns the copies that are to be judged anew. */
    List<JudgedArticle> end() {
        digests.forEach((digest, sources) -> digest.placeAsOriginal(sources.stream()
                .flatMap(id -> Optional.ofNullable(articles.get(id)).stream())
                .toList()));
        digests.clear();
        List<JudgedArticle> due = waiting.values().stream()
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
    private boolean isDue(JudgedArticle copy) {
        long epochStart = Math.floorDiv(copy.firstSeen(), horizon) * horizon;
        return articles.containsKey(copy.match().orElseThrow().original())
                || epochStart > latest.minus(memory).toEpochMilli();
    }

    private void place(JudgedArticle article, Verdict verdict) {
        if (verdict.match().isPresent()) {
            placeAsCopy(article, verdict.match().get());
        } else {
            article.placeAsOriginal(List.of());
            epoch(article).index.add(article, hidden -> {});
            if (!verdict.sources().isEmpty()) {
                digests.put(article, verdict.sources());
            }
            Set<JudgedArticle> copies = waiting.remove(article.id());
            if (copies != null) {
                copies.forEach(copy -> placeAsCopy(copy, copy.match().orElseThrow()));
            }
        }
    }

    private void placeAsCopy(JudgedArticle article, Verdict.Match match) {
        JudgedArticle original = articles.get(match.original());
        if (original == null
                || !original.isOriginal()
                || original.home() != article.home()
                || article.turn() < original.turn()) {
            await(article, match);
        } else {
            article.placeAsCopy(original, match);
            epoch(article).index.addCopy(article, original);
        }
    }

    private void await(JudgedArticle copy, Verdict.Match match) {
        copy.placeAsCopy(match);
        waiting.computeIfAbsent(match.original(), first -> new LinkedHashSet<>())
                .add(copy);
    }

    /** Takes the verdict away. Copies of it wait, and keep theirs: if it is another now, that will be told. */
    private void displace(JudgedArticle article) {
        if (article.isOriginal()) {
            epoch(article).index.remove(article, (revealed, key) -> {});
        } else {
            stopWaiting(article);
        }
        digests.remove(article);
        for (JudgedArticle digest : List.copyOf(article.digests())) {
            digests.put(
                    digest,
                    digest.leaveSources().stream().map(JudgedArticle::id).toList());
        }
        article.displace().forEach(copy -> await(copy, copy.match().orElseThrow()));
    }

    private void stopWaiting(JudgedArticle copy) {
        copy.match().map(Verdict.Match::original).ifPresent(original -> {
            Set<JudgedArticle> others = waiting.get(original);
            if (others != null && others.remove(copy) && others.isEmpty()) {
                waiting.remove(original);
            }
        });
    }

    /** Leaves out what is furniture now; the verdict stays. */
    private void reshape(JudgedArticle article) {
        Epoch epoch = epoch(article);
        long mask = epoch.furniture.mask(article);
        if (mask == article.mask()) {
            return;
        }
        if (article.isOriginal()) {
            epoch.index.remask(article, mask, hidden -> {}, (revealed, key) -> {});
            article.sortOutExtensions();
        } else {
            Verdict.Match match = article.match().orElseThrow();
            stopWaiting(article);
            article.displace();
            article.leaveOut(mask);
            placeAsCopy(article, match);
        }
    }

    private static Epoch epoch(JudgedArticle article) {
        return article.home().epochs().of(article);
    }
}
