package broadsheet.sink.copies;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    private static final int FEWEST_NUMBERS = 3;
    private static final double SAME_NUMBERS = 0.6;
    private static final int SHORT_TEXT = 80;
    private static final double OTHER_MARKS = 0.45;

    private static final double PART = 0.6;
    private static final double QUOTED = 0.4;
    private static final int FEWEST_QUOTED = 5;

    private final Entry original;
    private final Entry later;
    private final int originalSize;
    private final int laterSize;
    private Sample.@Nullable Overlap shingles;
    private Sample.@Nullable Overlap numbers;
    private Sample.@Nullable Overlap names;

    private Likeness(Entry original, Entry later) {
        this.original = original;
        this.later = later;
        originalSize = original.size();
        laterSize = later.size();
    }

    /**
     * Whether the later one is neither a copy nor a quotation of the earlier one, as far as a glance can tell. In a flood
     * of templates this is what is asked most.
     */
    static boolean isOutOfQuestion(Entry original, Entry later) {
        return !isPart(original, later) && original.hasOtherNumbers(later, FEWEST_NUMBERS, SAME_NUMBERS);
    }

    static Likeness of(Entry original, Entry later) {
        return new Likeness(original, later);
    }

    /** Whether the two have hardly anything in common. */
    static boolean areUnlike(Entry one, Entry other) {
        return overlap(Fingerprint::shingles, one, other).containment() < 0.2;
    }

    /** Whether the later one is a copy of the earlier one. */
    boolean isCopy() {
        // The cheapest comparison first: in a flood of templates it is the last one too.
        return !hasOtherNumbers()
                && shingles().shared() >= FEWEST_SHARED
                && shingles().containment() >= LEAST
                && !isShortTemplate()
                && shingles().containment() >= needed();
    }

    private double needed() {
        double needed = BASE
                + PER_LENGTH * (1 - ratio())
                + PER_NUMBER * replaced(numbers()) / (numbers().smaller() + 1)
                + PER_NAME * replaced(names()) / (names().smaller() + 2)
                + PER_REPETITION * repetition()
                + (later.firstSeen() - original.firstSeen() > FAR ? WHEN_FAR : 0);
        return Math.min(MOST, needed);
    }

    /** One text with other numbers in it. */
    private boolean hasOtherNumbers() {
        return numbers().smaller() >= FEWEST_NUMBERS && numbers().containment() < SAME_NUMBERS;
    }

    /** One short text with other numbers and names in it: few decide. */
    private boolean isShortTemplate() {
        return Math.min(originalSize, laterSize) < SHORT_TEXT
                && replaced(numbers()) > 0
                && replaced(numbers()) + replaced(names())
                        >= OTHER_MARKS * (numbers().smaller() + names().smaller());
    }

    private static int replaced(Sample.Overlap marks) {
        return marks.smaller() - marks.shared();
    }

    private Sample.Overlap shingles() {
        if (shingles == null) {
            shingles = overlap(Fingerprint::shingles, original, later);
        }
        return shingles;
    }

    private Sample.Overlap numbers() {
        if (numbers == null) {
            numbers = overlap(Fingerprint::numbers, original, later);
        }
        return numbers;
    }

    private Sample.Overlap names() {
        if (names == null) {
            names = overlap(Fingerprint::names, original, later);
        }
        return names;
    }

    private static Sample.Overlap overlap(Function<Fingerprint, Sample> what, Entry one, Entry other) {
        return what.apply(one.fingerprint()).overlap(one.mask(), what.apply(other.fingerprint()), other.mask());
    }

    private double repetition() {
        return Math.max(original.fingerprint().repetition(), later.fingerprint().repetition()) / 100.0;
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
        return earlier.size() < PART * later.size();
    }

    /** Whether the earlier one is much longer than the later one. */
    boolean isWhole() {
        return laterSize < PART * originalSize;
    }

    /** Whether the later one quotes the much shorter earlier one at length. */
    boolean isQuotation() {
        return isPart() && shingles().shared() >= FEWEST_QUOTED && shingles().containment() >= QUOTED;
    }

    /** What is said downstream. */
    Verdict.Match match() {
        double similarity = Math.round(shingles().containment() * 1000) / 1000.0;
        return new Verdict.Match(original.id(), similarity, laterSize >= originalSize * 1.2);
    }
}
