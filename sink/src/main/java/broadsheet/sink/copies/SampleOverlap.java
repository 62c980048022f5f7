package broadsheet.sink.copies;

/**
 * What two samples have in common.
 *
 * @param left features of the one
 * @param right features of the other
 * @param shared features of both
 */
record SampleOverlap(int left, int right, int shared) {

    private static final int NO_PLACE = Integer.MIN_VALUE;

    /**
     * Counts.
     *
     * @param atPlaces see {@link Sample#overlapAtPlaces}
     */
    static SampleOverlap of(Sample one, long mask, Sample other, long otherMask, boolean atPlaces) {
        int limit = Math.min(one.ceiling(), other.ceiling());
        int left = 0;
        int right = 0;
        int shared = 0;
        int passed = NO_PLACE;
        int otherPassed = NO_PLACE;
        int i = one.next(0, mask);
        int j = other.next(0, otherMask);
        while (true) {
            boolean more = i < one.count() && one.hash(i) <= limit;
            boolean otherMore = j < other.count() && other.hash(j) <= limit;
            if (!more && !otherMore) {
                return new SampleOverlap(left, right, shared);
            }
            int order = !more ? 1 : !otherMore ? -1 : Integer.compare(one.hash(i), other.hash(j));
            int place = more ? one.hash(i) >> 16 : NO_PLACE;
            int otherPlace = otherMore ? other.hash(j) >> 16 : NO_PLACE;
            // They are sorted: what one has at a place is the last that was passed, or the next.
            if (order <= 0) {
                left += !atPlaces || place == otherPlace || place == otherPassed ? 1 : 0;
                passed = place;
                i = one.next(i + 1, mask);
            }
            if (order >= 0) {
                right += !atPlaces || otherPlace == place || otherPlace == passed ? 1 : 0;
                otherPassed = otherPlace;
                j = other.next(j + 1, otherMask);
            }
            shared += order == 0 ? 1 : 0;
        }
    }

    int smaller() {
        return Math.min(left, right);
    }

    /** Share of the smaller set that the other has too; 0 if it is empty. */
    double containment() {
        return smaller() == 0 ? 0 : (double) shared / smaller();
    }
}
