package broadsheet.sink.copies;

/**
 * In what two texts differ that are otherwise alike: whether a few words in the slots of one form, or what editing,
 * misreading and cutting do.
 *
 * <p>Both kinds of pairs share most of their 4-grams. But a form has other words at places around which all is the same,
 * and hardly any other changes; and the words are numbers, names, a negation or nouns. Who edits also adds and takes away
 * words, and respells them. So at each place that both {@link Slotting}s have, it is looked at how the texts go on:
 *
 * <ul>
 *   <li>the same word, perhaps negated in one of them;
 *   <li>another word, after which, or after a few more, they meet again: a slot. It counts by what stands in it, an
 *       exchange that occurs again only once. Words with almost the same letters are one word, respelt;
 *   <li>a word or two that the other has not: inserted;
 *   <li>they do not meet: parted.
 * </ul>
 *
 * <p>A negation that only moved, from one place to another of the same text, denies nothing.
 *
 * <p>The evidence for a form is a weighted sum of the slots; numbers by the share of those at common places that differ,
 * since a table of which most figures agree is one table. It is lessened by what speaks of editing. It must pass what
 * chance and editors do to a true copy: the more, the longer the text, the more places were compared, and the less alike
 * the lengths. The weights are those of a logistic regression on 9,800 pairs of copies and 2,400 of forms, rounded (see
 * bench/README.md, "Forms"). One word in a report of twenty is enough, two in one of sixty; in one of three hundred it
 * takes five. The sample is of 48 words (of characters 96): in a long text one slot may be missed, several hardly.
 *
 * <p>Each slot takes at least one 4-gram from what the texts share, most of them four, or eight of characters. Where fewer
 * are lost, sentences only changed places. What is lost beyond that speaks of editing or misreading, if the texts are as
 * long as each other, and more words than names and numbers differ; half as much if nothing else speaks of it, since of two
 * slots that are near the one hides the other. Where very many more are lost, a text was rewritten, and the slots that were
 * found are a part of that.
 *
 * <p>Rejected: exchanged words as such (any light edit has some); rare words by a list of frequencies (needs one for each
 * language); comparing texts instead of samples (a judge that holds millions of them cannot keep them).
 */
final class Differences {

    private static final double NUMBER = 7;
    private static final double NAME = 1.8;
    private static final double WORD = 1.2;
    private static final double NEGATION = 3.7;
    private static final double SAME_NUMBER = 1.5;
    private static final int SAME_BY_CHANCE = 2;
    private static final int MOST_SAME = 9;
    private static final double RESPELT = 0.8;
    private static final double INSERTED = 0.8;
    private static final double PARTED = 0.5;

    private static final int MOST_LOST = 16;
    private static final int TAKEN = 4;
    private static final int TAKEN_OF_CHARACTERS = 8;
    private static final double PER_LOST = 0.1;
    private static final double PER_LOST_ALONE = 0.05;
    private static final double AS_LONG = 0.8;
    private static final int TABLE = 9;
    private static final double LEAST = 0.35;
    private static final double PER_LOG_OF_SIZE = 2.8;
    private static final double PER_HALF_PLACE = 0.035;
    private static final double PER_LENGTH = 6;
    private static final double OFFSET = 11.7;

    private static final long ONE = Hash.of("1");

    /** Places that both have; a character counts as one, a word as two. */
    private int halfPlaces;

    /** 4-grams that a slot takes. */
    private int taken = TAKEN;

    private int numbers;
    private int sameNumbers;
    private int names;
    private int words;
    /** Negations that only the one has, less those that only the other has: one that moved denies nothing. */
    private int denied;

    private int respelt;
    private int inserted;
    private int parted;

    private final long[] exchanges = new long[Slotting.KEPT_CHARACTERS];
    private int exchangeCount;

    private Differences() {}

    /** Compares where both have the same place outside the masked sentences. */
    static Differences between(Slotting one, long mask, Slotting other, long otherMask) {
        var differences = new Differences();
        int limit = Math.min(one.ceiling(), other.ceiling());
        int i = 0;
        int j = 0;
        while (i < one.count() && j < other.count()) {
            int place = Slotting.place(one.slot(i));
            int otherPlace = Slotting.place(other.slot(j));
            if (Math.min(place, otherPlace) > limit) {
                break;
            }
            if (place == otherPlace && !one.isMasked(i, mask) && !other.isMasked(j, otherMask)) {
                differences.compare(one.slot(i), other.slot(j));
            }
            i += place <= otherPlace ? 1 : 0;
            j += otherPlace <= place ? 1 : 0;
        }
        return differences;
    }

    /** Counts the numbers that both have wherever they stand, if they are most: of a table, few places have no second. */
    Differences withSameNumbers(Sample.Overlap anywhere) {
        if (anywhere.smaller() >= TABLE && anywhere.shared() * 2 > anywhere.smaller()) {
            sameNumbers = Math.max(sameNumbers, anywhere.shared());
        }
        return this;
    }

    /**
     * Whether they are those of one form with other contents.
     *
     * @param size of the smaller text, in 4-grams
     * @param ratio of the sizes, at most 1
     * @param lost 4-grams of the smaller text that the larger has not
     */
    boolean areOfOneForm(int size, double ratio, double lost) {
        int slots = numbers + names + words + Math.abs(denied);
        if (slots == 0 || lost < slots - 0.5 || lost > MOST_LOST * slots) {
            return false;
        }
        double figures = NUMBER * numbers * numbers / Math.max(1, numbers + sameNumbers);
        double agreed = SAME_NUMBER * Math.max(0, Math.min(MOST_SAME, sameNumbers) - SAME_BY_CHANCE);
        double form = Math.max(0, figures + NAME * names + WORD * words - agreed) + NEGATION * Math.abs(denied);
        double edited = RESPELT * respelt + INSERTED * inserted + PARTED * parted;
        boolean maybeMisread = ratio >= AS_LONG && words > names + numbers + Math.abs(denied);
        double expected = PER_LOG_OF_SIZE * StrictMath.log(size)
                + PER_HALF_PLACE * halfPlaces
                + PER_LENGTH * (1 - ratio)
                + (maybeMisread ? (edited > 0 ? PER_LOST : PER_LOST_ALONE) * Math.max(0, lost - taken * slots) : 0)
                - OFFSET;
        return form - edited > Math.max(LEAST, expected);
    }

    private void compare(long slot, long other) {
        boolean character = Slotting.isCharacter(slot);
        halfPlaces += character ? 1 : 2;
        taken = character ? TAKEN_OF_CHARACTERS : TAKEN;
        var pair = new SlotPair(slot, other);
        if (pair.isSameWord()) {
            denied += (Slotting.isNegated(slot) ? 1 : 0) - (Slotting.isNegated(other) ? 1 : 0);
            sameNumbers += Slotting.kind(slot) == Slotting.NUMBER && !isOne(slot) ? 1 : 0;
        } else if (isNew((Slotting.exchange(slot, other) << 1) | (pair.isLonger() ? 1 : 0))) {
            classify(pair);
        }
    }

    /** The number one is an article in many languages. */
    private static boolean isOne(long slot) {
        return Slotting.isCharacter(slot)
                ? Slotting.word(slot, 0) == ((int) ONE & 0xFF)
                : Slotting.letters(slot) == Slotting.lettersOfNumber(ONE);
    }

    private boolean isNew(long exchange) {
        for (int i = 0; i < exchangeCount; i++) {
            if (exchanges[i] == exchange) {
                return false;
            }
        }
        exchanges[exchangeCount++] = exchange;
        return true;
    }

    private void classify(SlotPair pair) {
        if (pair.isExchange()) {
            count(pair);
        } else if (pair.goesOn()) {
            insert(pair.other());
            denied += pair.denied();
        } else if (pair.turned().goesOn()) {
            insert(pair.one());
            denied -= pair.turned().denied();
        } else if (!pair.meets()) {
            parted++;
        } else {
            count(pair);
            words += pair.isLonger() && !pair.isNumberInOneOnly() ? 1 : 0;
        }
    }

    /** A name of two words in the place of one of one word has a word more too. */
    private void insert(long slot) {
        inserted += Slotting.kind(slot) == Slotting.NAME ? 0 : 1;
    }

    private void count(SlotPair pair) {
        if (pair.areBoth(Slotting.NUMBER)) {
            numbers++;
        } else if (pair.isRespelt()) {
            respelt++;
        } else if (pair.isNumberInOneOnly()) {
            parted++;
        } else if (pair.areBoth(Slotting.NAME)) {
            names++;
        } else {
            words++;
        }
    }
}
