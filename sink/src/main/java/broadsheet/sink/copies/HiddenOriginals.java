package broadsheet.sink.copies;

import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The originals under one key that are too late to be seen: in a flood of templates, most of them, and each comes and
 * goes as its host makes furniture. Who goes stays in the list until it is swept, and whether somebody still belongs there
 * is asked of himself. So one may stand here twice, or be visible too.
 */
final class HiddenOriginals {

    private JudgedArticle[] all = Posting.NOBODY;
    private int count;
    private int gone;
    /** First seen of the last that was added, kept here so that adding the next need not look at him. */
    private long latest = Long.MIN_VALUE;

    private boolean inOrder = true;

    void add(JudgedArticle original) {
        inOrder &= latest < original.firstSeen();
        latest = original.firstSeen();
        all = Posting.withRoom(all, count);
        all[count++] = original;
    }

    /** Counts one that is gone; when they may be the half they are swept out. */
    void remove(int key) {
        if (++gone * 2 > count) {
            keep(article -> ShingleIndex.isUnder(key, article));
            gone = 0;
        }
    }

    private void keep(Predicate<JudgedArticle> which) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (which.test(all[i])) {
                all[kept++] = all[i];
            }
        }
        all = Arrays.copyOf(all, kept);
        count = kept;
    }

    /** Takes the earliest of those that can take the place, or returns null. */
    @Nullable
    JudgedArticle takeFirst(Predicate<JudgedArticle> eligible) {
        if (!inOrder) {
            Arrays.sort(all, 0, count);
            inOrder = true;
        }
        int at = 0;
        while (at < count && !eligible.test(all[at])) {
            at++;
        }
        JudgedArticle first = at == count ? null : all[at];
        all = Arrays.copyOfRange(all, first == null ? at : at + 1, count);
        count = all.length;
        latest = count == 0 ? Long.MIN_VALUE : all[count - 1].firstSeen();
        return first;
    }

    void collect(Candidates found) {
        for (int i = 0; i < count; i++) {
            found.add(all[i]);
        }
    }
}
