package broadsheet.sink.copies;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is still to be judged, the earliest first.
 *
 * <p>Who may have another verdict by what just came is judged at once. Only those whose original is one no more may have
 * to wait: in a flood that comes the latest first each newcomer is the original of all before it, and if all of them were
 * judged each time, that would take the square of their number, and each would be announced as often. So to judge them
 * takes credit, of which each input brings a little; and in between, some are judged as time allows. Of the few hundred
 * copies that the largest stories have, none waits.
 *
 * <p>A verdict that waits stands as it was. Nothing else is judged wrongly by that in the end: who waits is not found by
 * others, and when his turn comes, is judged by what there is then, and whoever is affected after him.
 */
final class JudgementQueue {

    /** How many copies of what is no original any more are judged at each input; a flood announces each so often. */
    private static final int EACH = 4;

    private static final int MOST = 256;

    private final TreeSet<JudgedArticle> now = new TreeSet<>();
    private final TreeSet<JudgedArticle> later = new TreeSet<>();
    private int credit = MOST;

    /** Brings the credit of one input. */
    void earn() {
        credit = Math.min(MOST, credit + EACH);
    }

    /** Brings credit for at least so many. */
    void allow(int most) {
        credit = Math.max(credit, most);
    }

    /** Puts an article down to be judged at once. */
    void add(JudgedArticle article) {
        later.remove(article);
        now.add(article);
    }

    /** Puts an article down to be judged when there is credit. */
    void postpone(JudgedArticle article) {
        if (!now.contains(article)) {
            later.add(article);
        }
    }

    void remove(JudgedArticle article) {
        now.remove(article);
        later.remove(article);
    }

    /** Takes the earliest whose turn it is; null if nobody's is. */
    @Nullable
    JudgedArticle next() {
        if (credit == 0 || later.isEmpty()) {
            return now.pollFirst();
        }
        if (!now.isEmpty() && now.first().compareTo(later.first()) < 0) {
            return now.pollFirst();
        }
        credit--;
        return later.pollFirst();
    }

    /** Whether somebody waits. */
    boolean isBehind() {
        return !later.isEmpty();
    }
}
