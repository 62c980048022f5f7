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
 * along that order. When an article comes, goes or changes, whoever may be affected is put on the {@link JudgementQueue}, which is
 * worked off in that order: an effect goes to later articles only, so each is settled for good when its turn comes. Whoever
 * is not on it has the verdict that the originals of now give; so once it is empty, all have the one that the set gives, by
 * whatever steps it was come to.
 */
final class LanguageShard {

    private final String language;
    private final Epochs epochs;
    private final JudgementQueue queue = new JudgementQueue();
    private final Map<JudgedArticle, Verdict> before = new LinkedHashMap<>();
    /** By an original on the queue: new ones that are like it, and may be like its copies, if it stays their original. */
    private final Map<JudgedArticle, List<JudgedArticle>> unlooked = new HashMap<>();

    private long turn;
    private final Candidates found = new Candidates();

    /**
     * @param language BCP 47
     * @param horizon how far apart in content time two articles can be and still be copies
     */
    LanguageShard(String language, Duration horizon) {
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
    void add(JudgedArticle article, Instant now) {
        Epoch epoch = epochs.of(article);
        epoch.add(article, now);
        epoch.furniture.add(article, this::reshape);
        article.leaveOut(epoch.furniture.mask(article));
        before.put(article, verdict(article));
        queue.add(article);
    }

    /** See {@link Epochs#forget}. */
    List<JudgedArticle> forget(Instant time) {
        return epochs.forget(time);
    }

    /** Lets an article go. */
    void remove(JudgedArticle article) {
        if (article.isPlaced()) {
            displace(article);
        }
        article.leave();
        queue.remove(article);
        unlooked.remove(article);
        before.remove(article);
        Epoch epoch = epochs.of(article);
        epoch.remove();
        epoch.furniture.remove(article, this::reshape);
    }

    /** Puts an article whose original is one no more down to be judged when there is time. */
    void postpone(JudgedArticle orphan) {
        orphan.beOrphaned();
        queue.postpone(orphan);
    }

    /**
     * Judges whoever is affected by an input; returns those whose verdict is another than before.
     *
     * @param number of the input
     */
    List<JudgedArticle> settle(long number) {
        queue.earn();
        return workOff(number);
    }

    /** Judges so many of those who wait, or more; returns those whose verdict is another than before. */
    List<JudgedArticle> settleSome(int most, long number) {
        queue.allow(most);
        return workOff(number);
    }

    /** Whether there are some who wait to be judged. */
    boolean isBehind() {
        return queue.isBehind();
    }

    private List<JudgedArticle> workOff(long number) {
        turn = number;
        for (JudgedArticle next = queue.next(); next != null; next = queue.next()) {
            before.putIfAbsent(next, verdict(next));
            if (!next.isLetGo()) {
                judge(next);
            }
        }
        var changed = new ArrayList<JudgedArticle>();
        before.forEach((article, verdict) -> {
            // Whoever takes over is to know that an original was none for a moment: its copies may still wait.
            if (!verdict(article).equals(verdict) || (article.isOriginal() && article.turn() == turn)) {
                changed.add(article);
            }
        });
        before.clear();
        return changed;
    }

    private void judge(JudgedArticle article) {
        place(article, Judgement.of(article, earlierVisible(article)));
        List<JudgedArticle> others = unlooked.remove(article);
        if (others != null && article.isOriginal()) {
            others.stream().filter(JudgedArticle::isOriginal).forEach(other -> enqueueCopies(other, article));
        }
    }

    private void place(JudgedArticle article, Judgement judgement) {
        if (article.isPlaced()
                && judgement.match().equals(article.match())
                && judgement.sources().equals(article.sources())) {
            return;
        }
        if (article.isPlaced()) {
            displace(article);
        }
        article.judgedAt(turn);
        if (judgement.original().isEmpty()) {
            placeAsOriginal(article, judgement.sources());
        } else {
            JudgedArticle original = judgement.original().get();
            article.placeAsCopy(original, judgement.match().orElseThrow());
            epochs.of(article).index.addCopy(article, original);
        }
    }

    private List<JudgedArticle> earlierVisible(JudgedArticle article) {
        found.clear();
        epochs.of(article).index.collectVisible(article, found);
        Epoch previous = epochs.before(article);
        if (previous != null) {
            previous.index.collectVisible(article, found);
        }
        return found.inOrder(
                other -> epochs.isWithinReach(other, article) && !Likeness.isOutOfQuestion(other, article));
    }

    private void placeAsOriginal(JudgedArticle article, List<JudgedArticle> sources) {
        article.placeAsOriginal(sources);
        epochs.of(article).index.add(article, this::enqueueDependants);
        enqueueLater(article);
    }

    /** Queues those whose verdict names this original. */
    private void enqueueDependants(JudgedArticle original) {
        original.copies().forEach(this::enqueue);
        original.digests().forEach(this::enqueue);
    }

    /**
     * Queues the later articles that can see this original and are like it, unless they are copies of an earlier one;
     * but of those too whoever may turn out to be a digest.
     */
    private void enqueueLater(JudgedArticle original) {
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
    private void enqueueLater(Map<JudgedArticle, List<Integer>> revealed) {
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

    private void enqueueFoundLike(JudgedArticle original) {
        for (JudgedArticle other : found.all()) {
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

    private void enqueueCopies(JudgedArticle original, JudgedArticle other) {
        other.copies().forEach(copy -> enqueueIfLike(original, copy));
    }

    private boolean enqueueIfLike(JudgedArticle original, JudgedArticle later) {
        boolean like = epochs.isWithinReach(original, later) && Judgement.concerns(original, later);
        if (like) {
            enqueue(later);
        }
        return like;
    }

    /** If another part of the article is furniture now, queues it and whoever may be affected to be judged again. */
    private void reshape(JudgedArticle article) {
        Epoch epoch = epochs.of(article);
        long mask = epoch.furniture.mask(article);
        if (mask == article.mask()) {
            return;
        }
        if (article.isOriginal()) {
            enqueueDependants(article);
            Map<JudgedArticle, List<Integer>> revealed = new LinkedHashMap<>();
            epoch.index.remask(article, mask, this::enqueueDependants, noteIn(revealed));
            article.sortOutExtensions();
            enqueueLater(article);
            enqueueLater(revealed);
        } else {
            if (article.isPlaced()) {
                displace(article);
            }
            article.leaveOut(mask);
        }
        enqueue(article);
    }

    private void displace(JudgedArticle article) {
        before.putIfAbsent(article, verdict(article));
        Map<JudgedArticle, List<Integer>> revealed = new LinkedHashMap<>();
        if (article.isOriginal()) {
            article.digests().forEach(this::enqueue);
            epochs.of(article).index.remove(article, noteIn(revealed));
        }
        article.displace().forEach(queue::postpone);
        enqueueLater(revealed);
    }

    private static ShingleIndex.Revealed noteIn(Map<JudgedArticle, List<Integer>> revealed) {
        return (original, key) ->
                revealed.computeIfAbsent(original, now -> new ArrayList<>()).add(key);
    }

    private void enqueue(JudgedArticle article) {
        before.putIfAbsent(article, verdict(article));
        queue.add(article);
    }

    static Verdict verdict(JudgedArticle article) {
        return verdict(article.id(), article.match(), article.sources());
    }

    private static Verdict verdict(String id, Optional<Verdict.Match> match, List<JudgedArticle> sources) {
        return new Verdict(
                id,
                match,
                sources.isEmpty()
                        ? List.of()
                        : sources.stream().map(source -> source.id()).toList());
    }
}
