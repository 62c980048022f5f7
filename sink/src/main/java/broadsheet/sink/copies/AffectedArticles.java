package broadsheet.sink.copies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds whom an original may affect by being one, or by being one no more. Whoever may have another verdict by it is
 * queued; whoever is queued by mistake only costs time.
 */
final class AffectedArticles {

    private final Epochs epochs;
    private final Candidates found;
    private final Consumer<JudgedArticle> enqueue;
    /** By a queued original: new ones that are like it, and may be like its copies, if it stays their original. */
    private final Map<JudgedArticle, List<JudgedArticle>> unlooked = new HashMap<>();

    /**
     * @param epochs of the articles
     * @param found of the same articles, for all searches there are: an article knows only the last that found it
     * @param enqueue takes whoever may be affected
     */
    AffectedArticles(Epochs epochs, Candidates found, Consumer<JudgedArticle> enqueue) {
        this.epochs = epochs;
        this.found = found;
        this.enqueue = enqueue;
    }

    /** An article is gone. */
    void remove(JudgedArticle article) {
        unlooked.remove(article);
    }

    /** Queues whoever was not looked at before the article was judged, since it might have become a copy itself. */
    void enqueueUnlooked(JudgedArticle judged) {
        List<JudgedArticle> others = unlooked.remove(judged);
        if (others != null && judged.isOriginal()) {
            others.stream().filter(JudgedArticle::isOriginal).forEach(other -> enqueueCopies(other, judged));
        }
    }

    /** Queues those whose verdict names this original. */
    void enqueueByVerdict(JudgedArticle original) {
        original.copies().forEach(enqueue);
        original.digests().forEach(enqueue);
    }

    /**
     * Queues the later articles that can see this original and are like it, unless they are copies of an earlier one;
     * but of those too whoever may turn out to be a digest.
     */
    void enqueueLater(JudgedArticle original) {
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
    void enqueueLater(Map<JudgedArticle, List<Integer>> revealed) {
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
            enqueue.accept(later);
        }
        return like;
    }
}
