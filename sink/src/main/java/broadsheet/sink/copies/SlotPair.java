package broadsheet.sink.copies;

/** What two texts have at one place, each a slot of its {@link Slotting}, and how they go on from there. */
record SlotPair(long one, long other) {

    SlotPair turned() {
        return new SlotPair(/* one= */ other, /* other= */ one);
    }

    boolean isSameWord() {
        return Slotting.word(one, 0) == Slotting.word(other, 0)
                && (Slotting.isCharacter(one) || Slotting.letters(one) == Slotting.letters(other));
    }

    boolean areBoth(int kind) {
        return Slotting.kind(one) == kind && Slotting.kind(other) == kind;
    }

    /** Whether a number stands for a word: no form has that, but who rewrites a text does it. */
    boolean isNumberInOneOnly() {
        return (Slotting.kind(one) == Slotting.NUMBER) != (Slotting.kind(other) == Slotting.NUMBER);
    }

    /** Whether they are one word with a letter or two changed. */
    boolean isRespelt() {
        return !Slotting.isCharacter(one)
                && Slotting.kind(one) != Slotting.NUMBER
                && Slotting.kind(other) != Slotting.NUMBER
                && Letters.areAlike(Slotting.letters(one), Slotting.letters(other));
    }

    /** Whether more than a word is another. */
    boolean isLonger() {
        return Slotting.word(one, 1) != Slotting.word(other, 1)
                && Slotting.word(one, 1) != Slotting.word(other, 2)
                && Slotting.word(one, 2) != Slotting.word(other, 1);
    }

    /** Whether the one goes on at once with what comes a little later in the other. The last character says too little. */
    boolean goesOn() {
        int most = Slotting.isCharacter(one) ? ahead() - 1 : ahead();
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
        boolean then = Slotting.word(one, 0) != Slotting.word(other, 1);
        return (Slotting.isNegated(one) ? 1 : 0) - (then || Slotting.isNegated(other) ? 1 : 0);
    }

    /**
     * Whether one word is another for certain, since both words after it are the same, or since two names changed places
     * about one word: who beat whom.
     */
    boolean isExchange() {
        boolean turned = areBoth(Slotting.NAME)
                && (Slotting.word(one, 0) == Slotting.word(other, 2)
                        || Slotting.word(one, 2) == Slotting.word(other, 0));
        return isSame(1, 1) && (turned || Slotting.word(one, 2) == Slotting.word(other, 2));
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
        return Slotting.isCharacter(one) ? 4 : 2;
    }

    /**
     * Whether the words are the same, one of them perhaps negated. Of characters two are looked at, if so many are known; and
     * so are of words, where one is negated: a byte is soon the same by chance.
     */
    private boolean isSame(int at, int otherAt) {
        int word = Slotting.word(one, at);
        int otherWord = Slotting.word(other, otherAt);
        boolean last = Math.max(at, otherAt) == ahead();
        if (word == otherWord && (last || !Slotting.isCharacter(one))) {
            return true;
        }
        return (word == otherWord || word == (otherWord ^ Slotting.DENIAL))
                && !last
                && Slotting.word(one, at + 1) == Slotting.word(other, otherAt + 1);
    }
}
