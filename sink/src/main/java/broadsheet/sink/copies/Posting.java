package broadsheet.sink.copies;

import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What stands under one key: the originals that can be seen, the others, and originals whose copies have the key. In bare
 * arrays: each object in between is one more wait for main memory, twenty times an article.
 */
final class Posting {

    private static final int LOOK_BACK = 8;
    private static final Entry[] NOBODY = {};

    /** In order; at most {@link Index#VISIBLE}. */
    private Entry[] visible = NOBODY;

    private @Nullable Hidden hidden;
    /** In no order; may hold some twice, or some that are originals no more. */
    private Entry[] groups = NOBODY;

    private int groupCount;

    /** Adds an original; returns the one that cannot be seen for it, or itself, or null if all can be seen. */
    @Nullable
    Entry add(Entry original) {
        int at = visible.length;
        while (at > 0 && original.compareTo(visible[at - 1]) < 0) {
            at--;
        }
        if (at == Index.VISIBLE) {
            hide(original);
            return original;
        }
        if (visible.length < Index.VISIBLE) {
            insert(at, original, visible.length + 1);
            return null;
        }
        Entry last = visible[Index.VISIBLE - 1];
        insert(at, original, Index.VISIBLE);
        hide(last);
        return last;
    }

    private void insert(int at, Entry original, int length) {
        var longer = new Entry[length];
        System.arraycopy(visible, 0, longer, 0, at);
        longer[at] = original;
        System.arraycopy(visible, at, longer, at + 1, length - at - 1);
        visible = longer;
    }

    private void hide(Entry original) {
        if (hidden == null) {
            hidden = new Hidden();
        }
        hidden.add(original);
    }

    /**
     * Removes an original; returns the one that can be seen in its place, or null.
     *
     * @param key under which all this stands
     */
    @Nullable
    Entry remove(int key, Entry original) {
        boolean seen = sees(original);
        if (seen) {
            visible = Arrays.stream(visible)
                    .filter(entry -> !entry.equals(original))
                    .toArray(Entry[]::new);
        }
        if (hidden == null) {
            return null;
        }
        if (!seen) {
            hidden.remove(key);
            return null;
        }
        Entry first = hidden.takeFirst(entry -> !entry.equals(original) && !sees(entry) && Index.isUnder(key, entry));
        if (first != null) {
            insert(visible.length, first, visible.length + 1);
        }
        return first;
    }

    void addGroup(Entry original) {
        for (int i = groupCount - 1; i >= 0 && i >= groupCount - LOOK_BACK; i--) {
            if (groups[i].equals(original)) {
                return;
            }
        }
        groups = withRoom(groups, groupCount);
        groups[groupCount++] = original;
    }

    boolean sees(Entry original) {
        for (Entry entry : visible) {
            if (entry.equals(original)) {
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
        for (Entry entry : visible) {
            found.add(entry);
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

    private static Entry[] withRoom(Entry[] entries, int count) {
        return count < entries.length ? entries : Arrays.copyOf(entries, count + 1 + (count >> 1));
    }

    /**
     * The later originals: in a flood of templates, most of them, and each comes and goes as its host makes furniture.
     * Who goes stays in the list until it is swept, and whether somebody still belongs there is asked of himself. So one
     * may stand here twice, or be visible too.
     */
    private static final class Hidden {

        private Entry[] all = NOBODY;
        private int count;
        private int gone;
        /** First seen of the last that was added, kept here so that adding the next need not look at him. */
        private long latest = Long.MIN_VALUE;

        private boolean inOrder = true;

        void add(Entry original) {
            inOrder &= latest < original.firstSeen();
            latest = original.firstSeen();
            all = withRoom(all, count);
            all[count++] = original;
        }

        /** Counts one that is gone; when they may be the half they are swept out. */
        void remove(int key) {
            if (++gone * 2 > count) {
                keep(entry -> Index.isUnder(key, entry));
                gone = 0;
            }
        }

        private void keep(Predicate<Entry> which) {
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
        Entry takeFirst(Predicate<Entry> eligible) {
            if (!inOrder) {
                Arrays.sort(all, 0, count);
                inOrder = true;
            }
            int at = 0;
            while (at < count && !eligible.test(all[at])) {
                at++;
            }
            Entry first = at == count ? null : all[at];
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
}
