package broadsheet.sink.copies;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The articles of one language, each with its verdict: an article is an original unless an earlier original is like it;
 * then it is a copy of the earliest such. Earlier is by first seen, then id.
 *
 * <p>So a verdict depends on earlier originals only, and the whole is a function of the set of articles by recursion
 * along that order. When an article comes, goes or changes, whoever may be affected ({@link AffectedArticles}) is put into
 * the {@link JudgementQueue}, which is worked off in that order: an effect goes to later articles only, so each is settled
 * for good when its turn comes. Whoever is not in it has the verdict that the originals of now give; so once it is empty,
 * all have the one that the set gives, by whatever steps it was come to.
 */
final class LanguageShard {

    private final String language;
    private final Epochs epochs;
    private final JudgementQueue queue = new JudgementQueue();
    private final Map<JudgedArticle, Verdict> before = new LinkedHashMap<>();
    private final Candidates found = new Candidates();
    private final AffectedArticles affected;
    private long turn;

    /**
     * @param language BCP 47
     * @param horizon how far apart in content time two articles can be and still be copies
     */
    LanguageShard(String language, Duration horizon) {
        this.language = language;
        epochs = new Epochs(horizon);
        affected = new AffectedArticles(epochs, found, this::enqueue);
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
        before.put(article, Verdict.of(article));
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
        affected.remove(article);
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
            before.putIfAbsent(next, Verdict.of(next));
            if (!next.isLetGo()) {
                judge(next);
            }
        }
        var changed = new ArrayList<JudgedArticle>();
        before.forEach((article, verdict) -> {
            // Whoever takes over is to know that an original was none for a moment: its copies may still wait.
            if (!Verdict.of(article).equals(verdict) || (article.isOriginal() && article.turn() == turn)) {
                changed.add(article);
            }
        });
        before.clear();
        return changed;
    }

    private void judge(JudgedArticle article) {
        place(article, Judgement.of(article, earlierVisible(article)));
        affected.enqueueUnlooked(article);
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
        epochs.of(article).index.add(article, affected::enqueueByVerdict);
        affected.enqueueLater(article);
    }

    /** If another part of the article is furniture now, queues it and whoever may be affected to be judged again. */
    private void reshape(JudgedArticle article) {
        Epoch epoch = epochs.of(article);
        long mask = epoch.furniture.mask(article);
        if (mask == article.mask()) {
            return;
        }
        if (article.isOriginal()) {
            affected.enqueueByVerdict(article);
            Map<JudgedArticle, List<Integer>> revealed = new LinkedHashMap<>();
            epoch.index.remask(article, mask, affected::enqueueByVerdict, noteIn(revealed));
            article.sortOutExtensions();
            affected.enqueueLater(article);
            affected.enqueueLater(revealed);
        } else {
            if (article.isPlaced()) {
                displace(article);
            }
            article.leaveOut(mask);
        }
        enqueue(article);
    }

    private void displace(JudgedArticle article) {
        before.putIfAbsent(article, Verdict.of(article));
        Map<JudgedArticle, List<Integer>> revealed = new LinkedHashMap<>();
        if (article.isOriginal()) {
            article.digests().forEach(this::enqueue);
            epochs.of(article).index.remove(article, noteIn(revealed));
        }
        article.displace().forEach(queue::postpone);
        affected.enqueueLater(revealed);
    }

    private static ShingleIndex.Revealed noteIn(Map<JudgedArticle, List<Integer>> revealed) {
        return (original, key) ->
                revealed.computeIfAbsent(original, now -> new ArrayList<>()).add(key);
    }

    private void enqueue(JudgedArticle article) {
        before.putIfAbsent(article, Verdict.of(article));
        queue.add(article);
    }
}
