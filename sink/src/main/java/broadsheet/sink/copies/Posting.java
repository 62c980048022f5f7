package broadsheet.sink.copies;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What stands under one key: the originals that can be seen, the others, and originals whose copies have the key. In bare
 * arrays: each object in between is one more wait for main memory, twenty times an article.
 */
final class Posting {

    private static final int LOOK_BACK = 8;
    static final JudgedArticle[] NOBODY = {};

    /** In order; at most {@link ShingleIndex#VISIBLE}. */
    private JudgedArticle[] visible = NOBODY;

    private @Nullable HiddenOriginals hidden;
    /** In no order; may hold some twice, or some that are originals no more. */
    private JudgedArticle[] groups = NOBODY;

    private int groupCount;

    /** Adds an original; returns the one that cannot be seen for it, or itself, or null if all can be seen. */
    @Nullable
    JudgedArticle add(JudgedArticle original) {
        int at = visible.length;
        while (at > 0 && original.compareTo(visible[at - 1]) < 0) {
            at--;
        }
        if (at == ShingleIndex.VISIBLE) {
            hide(original);
            return original;
        }
        if (visible.length < ShingleIndex.VISIBLE) {
            insert(at, original, visible.length + 1);
            return null;
        }
        JudgedArticle last = visible[ShingleIndex.VISIBLE - 1];
        insert(at, original, ShingleIndex.VISIBLE);
        hide(last);
        return last;
    }

    private void insert(int at, JudgedArticle original, int length) {
        var longer = new JudgedArticle[length];
        System.arraycopy(visible, 0, longer, 0, at);
        longer[at] = original;
        System.arraycopy(visible, at, longer, at + 1, length - at - 1);
        visible = longer;
    }

    private void hide(JudgedArticle original) {
        if (hidden == null) {
            hidden = new HiddenOriginals();
        }
        hidden.add(original);
    }

    /**
     * Removes an original; returns the one that can be seen in its place, or null.
     *
     * @param key under which all this stands
     */
    @Nullable
    JudgedArticle remove(int key, JudgedArticle original) {
        boolean seen = sees(original);
        if (seen) {
            visible = Arrays.stream(visible)
                    .filter(article -> !article.equals(original))
                    .toArray(JudgedArticle[]::new);
        }
        if (hidden == null) {
            return null;
        }
        if (!seen) {
            hidden.remove(key);
            return null;
        }
        JudgedArticle first = hidden.takeFirst(
                article -> !article.equals(original) && !sees(article) && ShingleIndex.isUnder(key, article));
        if (first != null) {
            insert(visible.length, first, visible.length + 1);
        }
        return first;
    }

    void addGroup(JudgedArticle original) {
        for (int i = groupCount - 1; i >= 0 && i >= groupCount - LOOK_BACK; i--) {
            if (groups[i].equals(original)) {
                return;
            }
        }
        groups = withRoom(groups, groupCount);
        groups[groupCount++] = original;
    }

    boolean sees(JudgedArticle original) {
        for (JudgedArticle article : visible) {
            if (article.equals(original)) {
                return true;
            }
        }
        return false;
    }

    /** Reads what {@link #collectVisible} will read of each, all at once; returns what must not go unused. */
    static int warm(Posting[] postings, int count) {
        int read = 0;
        for (int i = 0; i < count; i++) {
            read += postings[i].visible.length;
        }
        return read;
    }

    void collectVisible(Candidates found) {
        for (JudgedArticle article : visible) {
            found.add(article);
        }
    }

    /** Those that were removed may be among them. */
    void collectAll(Candidates found) {
        collectVisible(found);
        if (hidden != null) {
            hidden.collect(found);
        }
        int kept = 0;
        for (int i = 0; i < groupCount; i++) {
            // Where each newcomer is the original of all before it, each was one.
            if (!groups[i].copies().isEmpty()) {
                found.add(groups[i]);
                groups[kept++] = groups[i];
            }
        }
        groupCount = kept;
    }

    static JudgedArticle[] withRoom(JudgedArticle[] articles, int count) {
        return count < articles.length ? articles : Arrays.copyOf(articles, count + 1 + (count >> 1));
    }
}
