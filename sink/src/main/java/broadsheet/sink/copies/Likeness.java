package broadsheet.sink.copies;

/**
 * Whether one article's text is another's. It is if enough of the shorter one's 4-grams are in the longer one, the more
 * the more their lengths differ, and if their numbers and names do not speak against it.
 */
final class Likeness {

    private static final double BASE = 0.40;
    private static final double SLOPE = 0.25;
    private static final double NUM = 0.6;
    private static final double NAME = 0.5;
    private static final double FAR = 0.7;
    private static final long FAR_MILLIS = 72 * 3_600_000L;

    final Entry original;
    final Entry later;
    final Sample.Overlap shingles;
    final Sample.Overlap numbers;
    final Sample.Overlap names;
    final int originalSize;
    final int laterSize;

    private Likeness(Entry original, Entry later) {
        this.original = original;
        this.later = later;
        Fingerprint one = original.claim.fingerprint();
        Fingerprint other = later.claim.fingerprint();
        shingles = one.shingles().overlap(original.mask, other.shingles(), later.mask);
        numbers = one.numbers().overlap(original.mask, other.numbers(), later.mask);
        names = one.names().overlap(original.mask, other.names(), later.mask);
        originalSize = one.size(original.mask);
        laterSize = other.size(later.mask);
    }

    static Likeness of(Entry original, Entry later) {
        return new Likeness(original, later);
    }

    double ratio() {
        return (double) Math.min(originalSize, laterSize) / Math.max(1, Math.max(originalSize, laterSize));
    }

    boolean isCopy() {
        if (shingles.shared() < 3) {
            return false;
        }
        double need = BASE + SLOPE * (1 - ratio());
        if (later.firstSeen - original.firstSeen > FAR_MILLIS) {
            need = Math.max(need, FAR);
        }
        return shingles.containment() >= need
                && (numbers.smaller() < 3 || numbers.containment() >= NUM)
                && (names.smaller() < 3 || names.containment() >= NAME);
    }

    Verdict.Match match() {
        double similarity = Math.round(shingles.containment() * 1000) / 1000.0;
        return new Verdict.Match(original.claim.id(), similarity, laterSize >= originalSize * 1.2);
    }
}
