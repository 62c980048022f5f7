package broadsheet.ledger;

import java.util.function.LongPredicate;

/**
 * Counts what has left a partition without a word, as what retention takes before it is read. Single ones are taken for
 * transaction markers, which cannot be told from records any more. Not thread-safe.
 */
final class Unspoken {

    private long lowest = Long.MAX_VALUE;
    private long judged;
    private long deleted;

    /** That offset is, or was, on the topic. */
    void mayBeginAt(long offset) {
        lowest = Math.min(lowest, offset);
    }

    /** Nothing below that offset is missed. */
    void forgive(long offset) {
        judged = Math.max(judged, offset);
    }

    /**
     * Judges what has not been judged before.
     *
     * @param end up to and without that offset; what has left since the last look may still be spoken of
     * @param isSilent whether nothing has been said of an offset at which a record may have been
     */
    void judge(long end, LongPredicate isSilent) {
        long run = 0;
        judged = Math.max(judged, lowest);
        for (; judged < end; judged++) {
            if (isSilent.test(judged)) {
                run++;
            } else {
                deleted += run > 1 ? run : 0;
                run = 0;
            }
        }
        deleted += run > 1 ? run : 0;
    }

    /** Below it all is judged. */
    long judged() {
        return judged;
    }

    /** How many have left without a word. */
    long deleted() {
        return deleted;
    }
}
