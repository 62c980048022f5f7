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
 * <p>The evidence for a form is a weighted sum of the slots; numbers by the share of those at common places that differ,
 * since a table of which most figures agree is one table. It is lessened by what speaks of editing. It must pass what
 * chance and editors do to a true copy: the more, the longer the text, the more places were compared, and the less alike
 * the lengths. The weights are those of a logistic regression on 9,800 pairs of copies and 2,400 of forms, rounded (see
 * bench/README.md, "Forms"). One word in a report of twenty is enough, two in one of sixty; in one of three hundred it
 * takes five. The sample is of 48 words (of characters 96): in a long text one slot may be missed, several hardly.
 *
 * <p>Rejected: exchanged words as such (any light edit has some); rare words by a list of frequencies (needs one for each
 * language); comparing texts instead of samples (a judge that holds millions of them cannot keep them).
 */
final class Differences {

    private static final double NUMBER = 8;
    private static final double NAME = 1.8;
    private static final double WORD = 1.2;
    private static final double NEGATION = 4;
    private static final double SAME_NUMBER = 1.5;
    private static final int SAME_BY_CHANCE = 2;
    private static final int MOST_SAME = 9;
    private static final double RESPELT = 0.8;
    private static final double INSERTED = 0.8;
    private static final double PARTED = 0.5;

    private static final double LEAST = 0.5;
    private static final double PER_LOG_OF_SIZE = 2.8;
    private static final double PER_HALF_PLACE = 0.035;
    private static final double PER_LENGTH = 6;
    private static final double OFFSET = 11.8;

    private static final int ONE = Slotting.lettersOfNumber(Hash.of("1"));

    /** Places that both have; a character counts as one, a word as two. */
    private int halfPlaces;

    private int numbers;
    private int sameNumbers;
    private int names;
    private int words;
    private int negations;
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

    /**
     * Whether they are those of one form with other contents.
     *
     * @param size of the smaller text, in 4-grams
     * @param ratio of the sizes, at most 1
     */
    boolean areOfOneForm(int size, double ratio) {
        if (numbers + names + words + negations == 0) {
            return false;
        }
        double figures = NUMBER * numbers * numbers / Math.max(1, numbers + sameNumbers);
        double agreed = SAME_NUMBER * Math.max(0, Math.min(MOST_SAME, sameNumbers) - SAME_BY_CHANCE);
        double form = Math.max(0, figures + NAME * names + WORD * words - agreed) + NEGATION * negations;
        double edited = RESPELT * respelt + INSERTED * inserted + PARTED * parted;
        double expected = PER_LOG_OF_SIZE * StrictMath.log(size)
                + PER_HALF_PLACE * halfPlaces
                + PER_LENGTH * (1 - ratio)
                - OFFSET;
        return form - edited > Math.max(LEAST, expected);
    }

    private void compare(long slot, long other) {
        halfPlaces += Slotting.isCharacter(slot) ? 1 : 2;
        if (isSameWord(slot, other)) {
            boolean negated = Slotting.kind(slot) == Slotting.NEGATED;
            negations += negated != (Slotting.kind(other) == Slotting.NEGATED) ? 1 : 0;
            // The number one is an article in many languages.
            sameNumbers += Slotting.kind(slot) == Slotting.NUMBER && Slotting.letters(slot) != ONE ? 1 : 0;
        } else if (isNew((Slotting.exchange(slot, other) << 1) | (isLonger(slot, other) ? 1 : 0))) {
            classify(slot, other, Slotting.isCharacter(slot) ? 4 : 2);
        }
    }

    private static boolean isSameWord(long slot, long other) {
        return Slotting.word(slot, 0) == Slotting.word(other, 0)
                && (Slotting.isCharacter(slot) || Slotting.letters(slot) == Slotting.letters(other));
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

    private void classify(long slot, long other, int ahead) {
        if (goesOn(slot, other, ahead) || goesOn(other, slot, ahead)) {
            inserted++;
        } else if (!meet(slot, other, ahead)) {
            parted++;
        } else {
            count(slot, other);
            words += isLonger(slot, other) ? 1 : 0;
        }
    }

    /** Whether more than a word is another. */
    private static boolean isLonger(long slot, long other) {
        return Slotting.word(slot, 1) != Slotting.word(other, 1)
                && Slotting.word(slot, 1) != Slotting.word(other, 2)
                && Slotting.word(slot, 2) != Slotting.word(other, 1);
    }

    private void count(long slot, long other) {
        int kind = Slotting.kind(slot);
        int otherKind = Slotting.kind(other);
        if (kind == Slotting.NUMBER && otherKind == Slotting.NUMBER) {
            numbers++;
        } else if (isRespelt(slot, other)) {
            respelt++;
        } else if (kind == Slotting.NAME && otherKind == Slotting.NAME) {
            names++;
        } else {
            words++;
        }
    }

    private static boolean isRespelt(long slot, long other) {
        return !Slotting.isCharacter(slot)
                && Slotting.kind(slot) != Slotting.NUMBER
                && Slotting.kind(other) != Slotting.NUMBER
                && Letters.areAlike(Slotting.letters(slot), Slotting.letters(other));
    }

    /** Whether the one goes on at once with what comes a little later in the other. */
    private static boolean goesOn(long slot, long other, int ahead) {
        for (int at = 1; at <= ahead; at++) {
            if (areSame(slot, 0, other, at, ahead)) {
                return true;
            }
        }
        return false;
    }

    /** Whether both go on alike after a word or a few. */
    private static boolean meet(long slot, long other, int ahead) {
        for (int at = 1; at <= ahead; at++) {
            if (areSame(slot, at, other, at, ahead)
                    || (at < ahead
                            && (areSame(slot, at, other, at + 1, ahead) || areSame(slot, at + 1, other, at, ahead)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words are the same; of characters two are looked at, if so many are known. */
    private static boolean areSame(long slot, int at, long other, int otherAt, int ahead) {
        return Slotting.word(slot, at) == Slotting.word(other, otherAt)
                && (ahead == 2
                        || Math.max(at, otherAt) == ahead
                        || Slotting.word(slot, at + 1) == Slotting.word(other, otherAt + 1));
    }
}
