package broadsheet.ingest.html;

/**
 * Counts the clauses of a text in a script without spaces between words: a space ends one, and so does a length that no
 * label has. Asked for each letter and space, in their order.
 */
final class Clauses {
    /** Letters before a space: less is a word that stands alone, in a menu or before a number. */
    private static final int SHORTEST = 12;

    private static final int LONGEST = 60;

    private int letters;
    private boolean spaced;

    /** Notes a letter of such a script; returns whether it begins another clause. */
    boolean letter() {
        letters++;
        if (spaced || letters > LONGEST) {
            reset();
            return true;
        }
        return false;
    }

    /** Notes a space. */
    void space() {
        spaced |= letters >= SHORTEST;
    }

    void reset() {
        letters = 0;
        spaced = false;
    }
}
