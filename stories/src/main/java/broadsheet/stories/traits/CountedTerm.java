package broadsheet.stories.traits;

/** A term while an article is read: how often it stands where, and how it is written. */
final class CountedTerm {

    /** So rare a term may well be a name. */
    static final double RARE = 4.5;

    private final int hash;
    private final double rarity;
    private final NewsWord.Kind kind;
    private int count;
    private int capitals;
    private int smalls;
    private boolean untold;
    private boolean headline;
    private boolean early;

    CountedTerm(int hash, double rarity, NewsWord.Kind kind) {
        this.hash = hash;
        this.rarity = rarity;
        this.kind = kind;
    }

    void addToHeadline(int times) {
        count += times;
        headline = true;
        early = true;
    }

    void addToText(boolean isEarly) {
        count++;
        early |= isEarly;
    }

    /**
     * Takes note of how it is written.
     *
     * @param capitalsTell whether only names have a capital there
     */
    void see(NewsWord word, boolean capitalsTell) {
        if (!word.capital()) {
            smalls++;
        } else if (word.fresh() || !capitalsTell) {
            untold = true;
        } else {
            capitals++;
        }
    }

    int hash() {
        return hash;
    }

    double rarity() {
        return rarity;
    }

    boolean isInHeadline() {
        return headline;
    }

    float weight() {
        return (float) ((1 + StrictMath.log(count)) * rarity);
    }

    /** Where it stands and what it is, as {@link StoryTraits} has it. */
    byte places() {
        return (byte) ((headline ? StoryTraits.HEADLINE : 0)
                | (early ? StoryTraits.EARLY : 0)
                | (isName() ? StoryTraits.NAME : 0)
                | (kind == NewsWord.Kind.NUMBER ? StoryTraits.NUMBER : 0));
    }

    /** Written as one, or, where the writing leaves it open, too rare for a common word. */
    private boolean isName() {
        return kind == NewsWord.Kind.WORD
                && (capitals > smalls || (untold && capitals == 0 && smalls == 0 && rarity >= RARE));
    }
}
