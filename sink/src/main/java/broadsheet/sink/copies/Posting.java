package broadsheet.sink.copies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands under one key: the originals that can be seen, the others, and originals whose copies have the key. */
final class Posting {

    private static final int LOOK_BACK = 8;

    /** In order; at most {@link Index#VISIBLE}. */
    private final List<Entry> visible = new ArrayList<>(2);

    private @Nullable Hidden hidden;
    /** In no order; may hold some twice, or some that are originals no more. */
    private @Nullable List<Entry> groups;

    /** Adds an original; returns the one that cannot be seen for it, or itself, or null if all can be seen. */
    @Nullable
    Entry add(Entry original) {
        int at = visible.size();
        while (at > 0 && original.compareTo(visible.get(at - 1)) < 0) {
            at--;
        }
        if (at == Index.VISIBLE) {
            hide(original);
            return original;
        }
        visible.add(at, original);
        if (visible.size() <= Index.VISIBLE) {
            return null;
        }
        Entry last = visible.remove(Index.VISIBLE);
        hide(last);
        return last;
    }

    private void hide(Entry original) {
        if (hidden == null) {
            hidden = new Hidden();
        }
        hidden.add(original);
    }

    /** Removes an original; returns the one that can be seen in its place, or null. */
    @Nullable
    Entry remove(Entry original) {
        boolean seen = visible.remove(original);
        if (hidden == null) {
            return null;
        }
        if (!seen) {
            hidden.remove(original);
            return null;
        }
        Entry first = hidden.takeFirst();
        if (first != null) {
            visible.add(first);
        }
        return first;
    }

    void addGroup(Entry original) {
        if (groups == null) {
            groups = new ArrayList<>(1);
        }
        for (int i = groups.size() - 1; i >= 0 && i >= groups.size() - LOOK_BACK; i--) {
            if (groups.get(i).equals(original)) {
                return;
            }
        }
        groups.add(original);
    }

    boolean sees(Entry original) {
        return visible.contains(original);
    }

    void collectVisible(Candidates found) {
        for (int i = 0; i < visible.size(); i++) {
            found.add(visible.get(i));
        }
    }

    /** Those that were removed may be among them. */
    void collectAll(Candidates found) {
        collectVisible(found);
        if (hidden != null) {
            hidden.all.forEach(found::add);
        }
        if (groups != null) {
            groups.forEach(found::add);
        }
    }

    /** The later originals: in a flood of templates, most of them, and each comes and goes as its host makes furniture. */
    private static final class Hidden {

        private final List<Entry> all = new ArrayList<>();
        /** Those of them that are to be swept out; they are when they are the half. */
        private Set<Entry> removed = Set.of();

        private boolean inOrder = true;

        void add(Entry original) {
            if (removed.isEmpty() || !removed.remove(original)) {
                inOrder &= all.isEmpty() || all.get(all.size() - 1).compareTo(original) < 0;
                all.add(original);
            }
        }

        void remove(Entry original) {
            if (removed.isEmpty()) {
                removed = new HashSet<>();
            }
            removed.add(original);
            if (removed.size() * 2 > all.size()) {
                all.removeIf(removed::contains);
                removed = Set.of();
            }
        }

        /** Takes the earliest, or returns null. Who asks will look at all of them next, and so may this. */
        @Nullable
        Entry takeFirst() {
            Entry first = null;
            for (int i = 0; i < all.size() && !(inOrder && first != null); i++) {
                Entry entry = all.get(i);
                if ((first == null || entry.compareTo(first) < 0) && !removed.contains(entry)) {
                    first = entry;
                }
            }
            all.remove(first);
            return first;
        }
    }
}
