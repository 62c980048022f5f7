package broadsheet.sink.copies;

/**
 * How alike an earlier article, that may be the original, and a later one are.
 *
 * <p>The measure is the share of the shorter text's word 4-grams that are in the longer one: it sees a text that was cut
 * or extended, which resemblance does not. How much is needed grows with what speaks against a copy:
 *
 * <ul>
 *   <li>lengths that differ, since then more is shared by chance or by quotation;
 *   <li>numbers that were replaced by others, and to a lesser degree names: markets, weather, results and lotteries are
 *       one text with other numbers. In a short text few decide;
 *   <li>more than three days in between: what is published anew then is a series more often than a copy;
 *   <li>sentences that a text repeats within itself, as horoscopes do: its 4-grams say less about it.
 * </ul>
 */
final class Likeness {

    private static final int FEWEST_SHARED = 3;
    private static final double LEAST = 0.33;
    private static final double MOST = 0.97;
    private static final double BASE = 0.17;
    private static final double PER_LENGTH = 0.35;
    private static final double PER_NUMBER = 1;
    private static final double PER_NAME = 0.1;
    private static final double PER_REPETITION = 1.2;
    private static final double WHEN_FAR = 0.5;
    private static final long FAR = 72 * 3_600_000L;

    private static final double SAME_NUMBERS = 0.6;
    private static final int SHORT_TEXT = 80;
    private static final double OTHER_MARKS = 0.45;

    private static final double PART = 0.6;
    private static final double QUOTED = 0.4;
    private static final int FEWEST_QUOTED = 5;

    private final Entry original;
    private final Entry later;
    private final Sample.Overlap shingles;
    private final int originalSize;
    private final int laterSize;

    private Likeness(Entry original, Entry later) {
        this.original = original;
        this.later = later;
        shingles = shingles(original, later);
        originalSize = original.claim.fingerprint().size(original.mask);
        laterSize = later.claim.fingerprint().size(later.mask);
    }

    static Likeness of(Entry original, Entry later) {
        return new Likeness(original, later);
    }

    private static Sample.Overlap shingles(Entry one, Entry other) {
        return one.claim
                .fingerprint()
                .shingles()
                .overlap(one.mask, other.claim.fingerprint().shingles(), other.mask);
    }

    /** Whether the two have hardly anything in common. */
    static boolean areUnlike(Entry one, Entry other) {
        return shingles(one, other).containment() < 0.2;
    }

    /** Whether the later one is a copy of the earlier one. */
    boolean isCopy() {
        // Before the dearer comparisons: no more could be needed of it.
        if (shingles.shared() < FEWEST_SHARED || shingles.containment() < LEAST) {
            return false;
        }
        return !isTemplate() && shingles.containment() >= needed();
    }

    private double needed() {
        Sample.Overlap numbers = numbers();
        Sample.Overlap names = names();
        double needed = BASE
                + PER_LENGTH * (1 - ratio())
                + PER_NUMBER * replaced(numbers) / (numbers.smaller() + 1)
                + PER_NAME * replaced(names) / (names.smaller() + 2)
                + PER_REPETITION * repetition()
                + (later.firstSeen - original.firstSeen > FAR ? WHEN_FAR : 0);
        return Math.min(MOST, needed);
    }

    /** One text with other numbers in it. */
    private boolean isTemplate() {
        Sample.Overlap numbers = numbers();
        if (numbers.smaller() >= 3 && numbers.containment() < SAME_NUMBERS) {
            return true;
        }
        Sample.Overlap names = names();
        return Math.min(originalSize, laterSize) < SHORT_TEXT
                && replaced(numbers) > 0
                && replaced(numbers) + replaced(names) >= OTHER_MARKS * (numbers.smaller() + names.smaller());
    }

    private static int replaced(Sample.Overlap marks) {
        return marks.smaller() - marks.shared();
    }

    private Sample.Overlap numbers() {
        return original.claim
                .fingerprint()
                .numbers()
                .overlap(original.mask, later.claim.fingerprint().numbers(), later.mask);
    }

    private Sample.Overlap names() {
        return original.claim
                .fingerprint()
                .names()
                .overlap(original.mask, later.claim.fingerprint().names(), later.mask);
    }

    private double repetition() {
        return Math.max(
                        original.claim.fingerprint().repetition(),
                        later.claim.fingerprint().repetition())
                / 100.0;
    }

    private double ratio() {
        return (double) Math.min(originalSize, laterSize) / Math.max(1, Math.max(originalSize, laterSize));
    }

    /** Whether the earlier one is much shorter than the later one. */
    boolean isPart() {
        return originalSize < PART * laterSize;
    }

    /** The same, without comparing them. */
    static boolean isPart(Entry earlier, Entry later) {
        return earlier.claim.fingerprint().size(earlier.mask)
                < PART * later.claim.fingerprint().size(later.mask);
    }

    /** Whether the earlier one is much longer than the later one. */
    boolean isWhole() {
        return laterSize < PART * originalSize;
    }

    /** Whether the later one quotes the much shorter earlier one at length. */
    boolean isQuotation() {
        return isPart() && shingles.shared() >= FEWEST_QUOTED && shingles.containment() >= QUOTED;
    }

    /** What is said downstream. */
    Verdict.Match match() {
        double similarity = Math.round(shingles.containment() * 1000) / 1000.0;
        return new Verdict.Match(original.claim.id(), similarity, laterSize >= originalSize * 1.2);
    }
}
