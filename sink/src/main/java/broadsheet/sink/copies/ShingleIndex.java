package broadsheet.sink.copies;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds by shared key those whose texts may be alike: an inverted index from the smallest 4-grams of a text to articles.
 *
 * <p>Under one key only the {@link #VISIBLE} earliest originals can be seen. So a phrase that thousands of originals
 * share costs no more than a rare one, and whether an original is seen depends on earlier originals alone, which keeps
 * the verdicts a function of the set of articles.
 */
final class ShingleIndex {

    /** Keys of an article. */
    static final int KEYS = 20;
    /** Originals that can be seen under a key. */
    static final int VISIBLE = 8;

    /** Takes the originals that can be seen now, each with the key under which. */
    @FunctionalInterface
    interface Revealed {
        void add(JudgedArticle original, int key);
    }

    /** By key: the one original that has it, or the group of the one whose copy has it, or whatever else, as a posting. */
    private final KeyTable<Object> postings = new KeyTable<>();

    private final int[] keys = new int[KEYS];
    private final int[] other = new int[KEYS];
    private final Posting[] shared = new Posting[KEYS];
    /** Nobody reads it: see {@link KeyTable#warm}. */
    @SuppressWarnings("unused")
    private int warmed;

    /** Adds an original; tells whom it hides under a key, and who therefore may lose copies. */
    void add(JudgedArticle original, Consumer<JudgedArticle> hidden) {
        int count = keysOf(original);
        for (int i = 0; i < count; i++) {
            add(keys[i], original, hidden);
        }
    }

    /** Removes what was added as an original, under the mask that it was added with; tells whom that lets be seen. */
    void remove(JudgedArticle original, Revealed revealed) {
        int count = keysOf(original);
        for (int i = 0; i < count; i++) {
            remove(keys[i], original, revealed);
        }
    }

    /**
     * Gives an original another mask. Most of its keys stay; in a flood of templates of which all hosts make furniture in
     * turn, that is what keeps the cost of one within bounds.
     */
    void remask(JudgedArticle original, long mask, Consumer<JudgedArticle> hidden, Revealed revealed) {
        int before = original.fingerprint().shingles().smallest(original.mask(), other);
        original.leaveOut(mask);
        int count = keysOf(original);
        int i = 0;
        int j = 0;
        // Both are sorted.
        while (i < before || j < count) {
            int order = i == before ? 1 : j == count ? -1 : Integer.compare(other[i], keys[j]);
            if (order < 0) {
                remove(other[i++], original, revealed);
            } else if (order > 0) {
                add(keys[j++], original, hidden);
            } else {
                i++;
                j++;
            }
        }
    }

    private void add(int key, JudgedArticle original, Consumer<JudgedArticle> hidden) {
        Object known = postings.putIfAbsent(key, original);
        if (known != null) {
            JudgedArticle loser = posting(key, known).add(original);
            if (loser != null && !loser.equals(original)) {
                hidden.accept(loser);
            }
        }
    }

    private void remove(int key, JudgedArticle original, Revealed revealed) {
        Object known = postings.get(key);
        if (original.equals(known)) {
            postings.remove(key);
        } else if (known instanceof Posting posting) {
            JudgedArticle winner = posting.remove(key, original);
            if (winner != null) {
                revealed.add(winner, key);
            }
        }
    }

    /** Notes under a copy's keys whose copy it is, so that it can be found when an earlier article arrives late. */
    void addCopy(JudgedArticle copy, JudgedArticle original) {
        int count = keysOf(copy);
        for (int i = 0; i < count; i++) {
            Object known = postings.get(keys[i]);
            if (known == null || (known instanceof CopyGroup group && group.isEmpty())) {
                postings.put(keys[i], original.group());
            } else if (!original.equals(known) && !original.group().equals(known)) {
                posting(keys[i], known).addGroup(original);
            }
        }
    }

    /** Collects the originals that {@code article} can see. */
    void collectVisible(JudgedArticle article, Candidates found) {
        int count = keysOf(article);
        postings.warm(keys, count);
        int several = 0;
        for (int i = 0; i < count; i++) {
            Object known = postings.get(keys[i]);
            if (known instanceof JudgedArticle original) {
                found.add(original);
            } else if (known instanceof Posting posting) {
                shared[several++] = posting;
            }
        }
        warmed = Posting.warm(shared, several);
        for (int i = 0; i < several; i++) {
            shared[i].collectVisible(found);
        }
    }

    /**
     * Collects the originals here that share a key with {@code article}, or have a copy that does, if {@code article} can be
     * seen under that key in {@code home}, its own index; some may be originals no more.
     */
    void collectWhoSees(JudgedArticle article, ShingleIndex home, Candidates found) {
        int count = keysOf(article);
        postings.warm(keys, count);
        for (int i = 0; i < count; i++) {
            if (home.shows(keys[i], article)) {
                collectUnder(keys[i], found);
            }
        }
    }

    /** Collects the originals that have this key, or have a copy that does; some may be originals no more. */
    void collectUnder(int key, Candidates found) {
        Object known = postings.get(key);
        if (known instanceof JudgedArticle original) {
            found.add(original);
        } else if (known instanceof CopyGroup group) {
            if (!group.isEmpty()) {
                found.add(group.original());
            }
        } else if (known instanceof Posting posting) {
            posting.collectAll(found);
        }
    }

    private boolean shows(int key, JudgedArticle original) {
        return !(postings.get(key) instanceof Posting posting) || posting.sees(original);
    }

    /** Whether an article is an original that stands under this key. */
    static boolean isUnder(int key, JudgedArticle article) {
        return article.isOriginal() && article.fingerprint().shingles().isAmongSmallest(key, article.mask(), KEYS);
    }

    private int keysOf(JudgedArticle article) {
        return article.fingerprint().shingles().smallest(article.mask(), keys);
    }

    private Posting posting(int key, @Nullable Object known) {
        if (known instanceof Posting posting) {
            return posting;
        }
        var posting = new Posting();
        if (known instanceof JudgedArticle original) {
            posting.add(original);
        } else if (known instanceof CopyGroup group) {
            posting.addGroup(group.original());
        }
        postings.put(key, posting);
        return posting;
    }
}
