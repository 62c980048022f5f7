package broadsheet.fetch.host;

import java.util.Base64;
import java.util.BitSet;
import java.util.TreeSet;

/**
 * Which requests of a partition are done. They are taken in order and finished in any, since each host goes at its own
 * pace; the offset that is committed is that of the first one that is not done, and those beyond it that are stand as bits
 * in the metadata of the offset. So no request is carried out twice for having stood behind a slow one.
 *
 * <p>The window is bounded: Kafka takes 4,096 characters of metadata.
 */
final class Windows {

    /** How far beyond the first open request others may be taken. */
    static final int WIDTH = 16_000;

    private final TreeSet<Long> open = new TreeSet<>();
    private final BitSet done = new BitSet();
    private long base;
    private long end;

    private Windows(long base) {
        this.base = base;
        this.end = base;
    }

    /**
     * As it was committed.
     *
     * @param metadata of the offset; blank or another's means that nothing beyond is done
     */
    static Windows of(long offset, String metadata) {
        var window = new Windows(offset);
        try {
            window.done.or(BitSet.valueOf(Base64.getDecoder().decode(metadata)));
        } catch (IllegalArgumentException foreign) {
            window.done.clear();
        }
        return window;
    }

    /** Takes a request; false if it is done already. */
    boolean take(long offset) {
        if (open.isEmpty() && done.isEmpty() && offset > base) {
            // What lay before is not there any more, or never was a request.
            base = offset;
        }
        end = Math.max(end, offset + 1);
        if (offset < base || done.get((int) Math.min(Integer.MAX_VALUE, offset - base))) {
            return false;
        }
        open.add(offset);
        return true;
    }

    /** A request is done. */
    void finish(long offset) {
        open.remove(offset);
        done.set((int) (offset - base));
        long next = open.isEmpty() ? end : open.first();
        if (next > base) {
            BitSet rest = done.get((int) (next - base), Math.max((int) (next - base), done.length()));
            done.clear();
            done.or(rest);
            base = next;
        }
    }

    /** The offset to commit. */
    long offset() {
        return base;
    }

    /** What to commit with it. */
    String metadata() {
        return Base64.getEncoder().encodeToString(done.toByteArray());
    }

    /** Whether no more may be taken for now. */
    boolean isFull() {
        return end - base >= WIDTH;
    }

    /** How many are taken and not done. */
    int size() {
        return open.size();
    }
}
