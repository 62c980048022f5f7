package broadsheet.sink.copies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands under one key: the originals that can be seen, the others, and originals whose copies have the key. */
final class Posting {

    private static final int LOOK_BACK = 8;

    /** In order; at most {@link Index#VISIBLE}. */
    private final List<Entry> visible = new ArrayList<>(2);
    /** In order. */
    private @Nullable List<Entry> hidden;
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

    /** Removes an original; returns the one that can be seen in its place, or null. */
    @Nullable
    Entry remove(Entry original) {
        if (!visible.remove(original)) {
            unhide(original);
            return null;
        }
        if (hidden == null || hidden.isEmpty()) {
            return null;
        }
        Entry first = hidden.remove(0);
        visible.add(first);
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
        visible.forEach(found::add);
    }

    void collectAll(Candidates found) {
        visible.forEach(found::add);
        if (hidden != null) {
            hidden.forEach(found::add);
        }
        if (groups != null) {
            groups.forEach(found::add);
        }
    }

    private void unhide(Entry original) {
        if (hidden != null) {
            int at = Collections.binarySearch(hidden, original);
            if (at >= 0) {
                hidden.remove(at);
            }
        }
    }

    private void hide(Entry original) {
        if (hidden == null) {
            hidden = new ArrayList<>();
        }
        int last = hidden.size() - 1;
        // Most come in order: then there is nothing to search and nothing to move.
        int at = last < 0 || hidden.get(last).compareTo(original) < 0
                ? last + 1
                : -1 - Collections.binarySearch(hidden, original);
        if (at >= 0) {
            hidden.add(at, original);
        }
    }
}
