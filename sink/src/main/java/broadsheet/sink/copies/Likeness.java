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
 *   <li>other numbers in the same place, between the same words: markets, weather, results and lotteries are one text with
 *       other numbers. A number that merely is not in the other text says little: a cut, a dateline or a notice takes or
 *       adds one too;
 *   <li>other names;
 *   <li>more than three days in between: what is published anew then is a series more often than a copy;
 *   <li>sentences that a text repeats within itself, as horoscopes do: its 4-grams say less about it.
 * </ul>
 *
 * <p>The weights were chosen on the shared data together with twins of it (bench/README.md, "A twin"): around these the
 * figures hardly change.
 */
final class Likeness {

    private static final int FEWEST_SHARED = 3;
    private static final double LEAST = 0.33;
    private static final double MOST = 0.97;
    private static final double BASE = 0.2;
    private static final double PER_LENGTH = 0.35;
    private static final double PER_OTHER_IN_PLACE = 0.7;
    private static final double PER_NUMBER = 0.2;
    private static final double PER_NAME = 0.4;
    private static final double PER_REPETITION = 1.4;
    private static final double WHEN_FAR = 0.45;
    private static final long FAR = 72 * 3_600_000L;

    private static final int FEWEST_NUMBERS = 4;
    private static final double SAME_NUMBERS = 0.5;
    private static final int FEWEST_PLACES = 2;
    private static final double OTHERS_IN_PLACE = 0.4;

    private static final double PART = 0.6;
    private static final double MUCH = 0.3;
    private static final double QUOTED = 0.2;
    private static final int FEWEST_QUOTED = 5;

    private final JudgedArticle original;
    private final JudgedArticle later;
    private final int originalSize;
    private final int laterSize;
    private @Nullable SampleOverlap shingles;
    private @Nullable SampleOverlap numbers;
    private @Nullable SampleOverlap names;
    private @Nullable SampleOverlap places;

    private Likeness(JudgedArticle original, JudgedArticle later) {
        this.original = original;
        this.later = later;
        originalSize = original.size();
        laterSize = later.size();
    }

    /**
     * Whether the later one is neither a copy nor a quotation of the earlier one, as far as a glance can tell. In a flood
     * of templates this is what is asked most.
     */
    static boolean isOutOfQuestion(JudgedArticle original, JudgedArticle later) {
        return !isPart(original, later) && original.hasOtherNumbers(later, FEWEST_NUMBERS, SAME_NUMBERS);
    }

    static Likeness of(JudgedArticle original, JudgedArticle later) {
        return new Likeness(original, later);
    }

    /** Whether the two have hardly anything in common. */
    static boolean areUnlike(JudgedArticle one, JudgedArticle other) {
        return overlap(Fingerprint::shingles, one, other).containment() < 0.2;
    }

    /** Whether the later one is a copy of the earlier one. */
    boolean isCopy() {
        // The cheapest comparisons first: in a flood of templates they are the last ones too.
        return !hasOtherNumbers()
                && !hasOthersInPlace()
                && shingles().shared() >= FEWEST_SHARED
                && shingles().containment() >= LEAST
                && shingles().containment() >= needed()
                && !FollowUp.is(original, later, shingles())
                && !isOfOneForm();
    }

    /** Whether the two are one form with other contents. */
    private boolean isOfOneForm() {
        return Differences.between(
                        original.fingerprint().slots(),
                        original.mask(),
                        later.fingerprint().slots(),
                        later.mask())
                .withSameNumbers(numbers())
                .areOfOneForm(
                        Math.min(originalSize, laterSize),
                        ratio(),
                        (1 - shingles().containment()) * Math.min(originalSize, laterSize));
    }

    private double needed() {
        double needed = BASE
                + PER_LENGTH * (1 - ratio())
                + PER_OTHER_IN_PLACE * othersInPlace()
                + PER_NUMBER * replaced(numbers(), 2)
                + PER_NAME * replaced(names(), 2)
                + PER_REPETITION * repetition()
                + (later.firstSeen() - original.firstSeen() > FAR ? WHEN_FAR : 0);
        return Math.min(MOST, needed);
    }

    /** One text with other numbers in it. What is surely so at a glance is out of question. */
    private boolean hasOtherNumbers() {
        return numbers().smaller() >= FEWEST_NUMBERS && numbers().containment() < SAME_NUMBERS;
    }

    private boolean hasOthersInPlace() {
        return places().smaller() >= FEWEST_PLACES && othersInPlace() > OTHERS_IN_PLACE;
    }

    /**
     * How much of the numbers was replaced: the geometric mean of the share at places that both have and that of all. The
     * first alone would find other numbers in a table that is broken into other lines, since most of its places are alike.
     */
    private double othersInPlace() {
        return Math.sqrt(replaced(places(), 1) * replaced(numbers(), 1));
    }

    /** Share of the marks that the other has not; {@code more}, as if so many were the same, lets few say less. */
    private static double replaced(SampleOverlap marks, int more) {
        return (double) Math.max(0, marks.smaller() - marks.shared()) / (marks.smaller() + more);
    }

    private SampleOverlap shingles() {
        if (shingles == null) {
            shingles = overlap(Fingerprint::shingles, original, later);
        }
        return shingles;
    }

    private SampleOverlap numbers() {
        if (numbers == null) {
            numbers = overlap(Fingerprint::numbers, original, later);
        }
        return numbers;
    }

    private SampleOverlap names() {
        if (names == null) {
            names = overlap(Fingerprint::names, original, later);
        }
        return names;
    }

    private SampleOverlap places() {
        if (places == null) {
            places = original.fingerprint()
                    .places()
                    .overlapAtPlaces(original.mask(), later.fingerprint().places(), later.mask());
        }
        return places;
    }

    private static SampleOverlap overlap(Function<Fingerprint, Sample> what, JudgedArticle one, JudgedArticle other) {
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
    static boolean isPart(JudgedArticle earlier, JudgedArticle later) {
        return earlier.size() < PART * later.size();
    }

    /** Whether the earlier one is much longer than the later one. */
    boolean isWhole() {
        return laterSize < PART * originalSize;
    }

    /** Whether so much of the later one is the earlier one that it is no digest, even if it has another text in it too. */
    boolean isMuch() {
        return shingles().containment() * originalSize >= MUCH * laterSize;
    }

    /** Whether the later one quotes the much shorter earlier one at length. */
    boolean isQuotation() {
        return isPart() && shingles().shared() >= FEWEST_QUOTED && shingles().containment() >= QUOTED;
    }

    /** What is said downstream. */
    Verdict.Match match() {
        double similarity = Math.round(shingles().containment() * 1000) / 1000.0;
        return new Verdict.Match(
                original.id(),
                similarity,
                laterSize >= originalSize * 1.2,
                CopyRelation.kind(original, later),
                CopyRelation.isOfOneSite(original, later));
    }
}
