package broadsheet.ingest.body;

/**
 * The blocks of a stretch that have not been taken yet. Containers lie in each other, hundreds deep, and a rule drops the
 * text of each: what the outer one has taken, the inner ones pass over in one step.
 *
 * <p>Each taken block points to the next that may stand; ways that were gone are halved (Tarjan and van Leeuwen, "Worst-case
 * Analysis of Set Union Algorithms", 1984), so that all passes together take next to linear time.
 */
final class StandingBlocks {
    private final int first;
    private final int end;
    private final int[] next;

    StandingBlocks(int first, int end) {
        this.first = first;
        this.end = end;
        next = new int[end - first + 1];
        putAllBack();
    }

    /** The first that stands at this place or after it; the end of the stretch without one. */
    int from(int place) {
        if (place >= end) {
            return end;
        }
        int at = place - first;
        while (next[at] != at) {
            next[at] = next[next[at]];
            at = next[at];
        }
        return at + first;
    }

    void take(int place) {
        next[place - first] = place - first + 1;
    }

    /** One that was taken stands again, and so may all: whoever takes them once more finds them gone already. */
    void putBack(int place) {
        if (place >= first && place < end && next[place - first] != place - first) {
            putAllBack();
        }
    }

    private void putAllBack() {
        for (int i = 0; i < next.length; i++) {
            next[i] = i;
        }
    }
}
