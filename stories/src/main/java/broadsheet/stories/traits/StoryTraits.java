package broadsheet.stories.traits;

/**
 * What an article shows of its event: up to {@value #MOST} terms in the order of their hashes, each with its weight, its
 * rarity and where it stands. All that is kept of a text; immutable.
 */
public final class StoryTraits {

    /** Terms of one article. */
    public static final int MOST = 96;

    /** The term stands in the headline. */
    public static final int HEADLINE = 1;
    /** It is written as a name. */
    public static final int NAME = 2;
    /** It is a number. */
    public static final int NUMBER = 4;
    /** It stands in the headline or among the first words of the text. */
    public static final int EARLY = 8;

    private final int[] terms;
    private final float[] weights;
    private final float[] rarities;
    private final byte[] places;
    private final Slots slots;
    private final int standingHeadline;

    /**
     * @param terms hashes of terms with their language, ascending
     * @param weights of each term: by how often it stands there, and how rare it is
     * @param rarities of each term
     * @param places of each term: bits as named here
     * @param slots where names and numbers stand
     * @param standingHeadline the hash of a headline that names nobody and no number; 0 for another
     */
    StoryTraits(int[] terms, float[] weights, float[] rarities, byte[] places, Slots slots, int standingHeadline) {
        this.terms = terms;
        this.weights = weights;
        this.rarities = rarities;
        this.places = places;
        this.slots = slots;
        this.standingHeadline = standingHeadline;
    }

    public int size() {
        return terms.length;
    }

    public int term(int at) {
        return terms[at];
    }

    public float weight(int at) {
        return weights[at];
    }

    public float rarity(int at) {
        return rarities[at];
    }

    public Slots slots() {
        return slots;
    }

    /** Whether both stand under one headline that names nobody and no number, as columns and bulletins do. */
    public boolean hasStandingHeadlineOf(StoryTraits other) {
        return standingHeadline != 0 && standingHeadline == other.standingHeadline;
    }

    /** Whether all those bits are set for a term. */
    public boolean is(int at, int bits) {
        return (places[at] & bits) == bits;
    }
}
