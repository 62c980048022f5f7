package broadsheet.sink.copies;

/**
 * A story of a paper that goes on where an earlier one of the same paper left off: what they share is the background, and
 * the news is at the beginning.
 */
final class FollowUp {

    /** Of a text that begins otherwise, so much is in an earlier one of its paper if it is that one again. */
    private static final double WITH_OTHER_LEAD = 0.75;

    /** What a paper prints sooner than that is the same story, with another lead or cut in another way. */
    private static final long NEXT_EDITION = 12 * 3_600_000L;

    private static final double OTHER_LEAD = 0.2;
    private static final int FEWEST_IN_LEAD = 6;

    private FollowUp() {}

    /**
     * Whether the later one begins with news of its own, so that what it shares is background.
     *
     * @param shingles of both
     */
    static boolean is(JudgedArticle original, JudgedArticle later, SampleOverlap shingles) {
        if (shingles.containment() >= WITH_OTHER_LEAD
                || later.firstSeen() - original.firstSeen() < NEXT_EDITION
                || !later.furnishes()
                || later.host().isBlank()
                || !later.host().equals(original.host())) {
            return false;
        }
        long rest = ~later.fingerprint().lead(later.mask());
        SampleOverlap lead = later.fingerprint()
                .shingles()
                .overlap(later.mask() | rest, original.fingerprint().shingles(), original.mask());
        return lead.left() >= FEWEST_IN_LEAD && lead.shared() < OTHER_LEAD * lead.left();
    }
}
