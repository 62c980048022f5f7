package broadsheet.export.opensearch;

import broadsheet.export.Bookmark;

/**
 * Versions that the cluster compares: what is newer than what is there is done, everything else is a conflict and leaves
 * what is there. A later reading of the topics is newer than all of an earlier one, and in a reading the later offset:
 * records of one key are in one partition.
 */
final class ExternalVersion {

    /** Enough for 17 million million records in a partition, and half a million readings. */
    private static final int BITS_OF_OFFSET = 44;

    private ExternalVersion() {}

    /** That of a record. */
    static long of(int reading, long offset) {
        return of((long) reading, offset + 1);
    }

    /** That of what no record of this reading stands for: before all of its records, after all earlier ones. */
    static long before(int reading) {
        return of((long) reading, 0);
    }

    /** That of a bookmark. It is the greater, the more is read. */
    static long of(Bookmark bookmark) {
        return of(
                (long) bookmark.reading(),
                bookmark.offsets().values().stream().mapToLong(Long::longValue).sum());
    }

    private static long of(long reading, long place) {
        if (place >= 1L << BITS_OF_OFFSET || reading >= 1L << (Long.SIZE - 1 - BITS_OF_OFFSET)) {
            throw new ArithmeticException("no version for reading " + reading + ", place " + place);
        }
        return (reading << BITS_OF_OFFSET) + place;
    }
}
