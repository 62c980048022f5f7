package broadsheet.sink.copies;

/** What two texts have at one place, each a slot of its {@link SlotSample}, and how they go on from there. */
record SlotPair(long one, long other) {

    SlotPair turned() {
        return new SlotPair(/* one= */ other, /* other= */ one);
    }

    boolean isSameWord() {
        return SlotSample.word(one, 0) == SlotSample.word(other, 0)
                && (SlotSample.isCharacter(one) || SlotSample.letters(one) == SlotSample.letters(other));
    }

    boolean areBoth(int kind) {
        return SlotSample.kind(one) == kind && SlotSample.kind(other) == kind;
    }

    /** Whether a number stands for a word: no form has that, but who rewrites a text does it. */
    boolean isNumberInOneOnly() {
        return (SlotSample.kind(one) == SlotSample.NUMBER) != (SlotSample.kind(other) == SlotSample.NUMBER);
    }

    /** Whether they are one word with a letter or two changed. */
    boolean isRespelt() {
        return !SlotSample.isCharacter(one)
                && SlotSample.kind(one) != SlotSample.NUMBER
                && SlotSample.kind(other) != SlotSample.NUMBER
                && Letters.areAlike(SlotSample.letters(one), SlotSample.letters(other));
    }

    /** Whether more than a word is another. */
    boolean isLonger() {
        return SlotSample.word(one, 1) != SlotSample.word(other, 1)
                && SlotSample.word(one, 1) != SlotSample.word(other, 2)
                && SlotSample.word(one, 2) != SlotSample.word(other, 1);
    }

    /** Whether the one goes on at once with what comes a little later in the other. The last character says too little. */
    boolean goesOn() {
        int most = SlotSample.isCharacter(one) ? ahead() - 1 : ahead();
        for (int at = 1; at <= most; at++) {
            if (isSame(0, at)) {
                return true;
            }
        }
        return false;
    }

    /**
     * If so after one word more, negations that the one has there, less those of the other: of the word with which they go
     * on, or before. After several it is not known whether one between is negated.
     */
    int denied() {
        if (!isSame(0, 1)) {
            return 0;
        }
        boolean then = SlotSample.word(one, 0) != SlotSample.word(other, 1);
        return (SlotSample.isNegated(one) ? 1 : 0) - (then || SlotSample.isNegated(other) ? 1 : 0);
    }

    /**
     * Whether one word is another for certain, since both words after it are the same, or since two names changed places
     * about one word: who beat whom.
     */
    boolean isExchange() {
        boolean turned = areBoth(SlotSample.NAME)
                && (SlotSample.word(one, 0) == SlotSample.word(other, 2)
                        || SlotSample.word(one, 2) == SlotSample.word(other, 0));
        return isSame(1, 1) && (turned || SlotSample.word(one, 2) == SlotSample.word(other, 2));
    }

    /** Whether both go on alike after a word or a few. */
    boolean meets() {
        for (int at = 1; at <= ahead(); at++) {
            if (isSame(at, at) || (at < ahead() && (isSame(at, at + 1) || isSame(at + 1, at)))) {
                return true;
            }
        }
        return false;
    }

    /** How many words, or characters, after the place are known. */
    private int ahead() {
        return SlotSample.isCharacter(one) ? 4 : 2;
    }

    /**
     * Whether the words are the same, one of them perhaps negated. Of characters two are looked at, if so many are known; and
     * so are of words, where one is negated: a byte is soon the same by chance.
     */
    private boolean isSame(int at, int otherAt) {
        int word = SlotSample.word(one, at);
        int otherWord = SlotSample.word(other, otherAt);
        boolean last = Math.max(at, otherAt) == ahead();
        if (word == otherWord && (last || !SlotSample.isCharacter(one))) {
            return true;
        }
        return (word == otherWord || word == (otherWord ^ SlotSample.DENIAL))
                && !last
                && SlotSample.word(one, at + 1) == SlotSample.word(other, otherAt + 1);
    }
}
