package broadsheet.stories.traits;

/**
 * One word as it stands in a text.
 *
 * @param text in small letters; of a number its digits, without marks between thousands
 * @param kind what it is
 * @param capital whether it begins with a capital letter
 * @param fresh whether a sentence or a quotation begins with it, so that its capital tells nothing
 */
record NewsWord(String text, Kind kind, boolean capital, boolean fresh) {

    enum Kind {
        WORD,
        NUMBER,
        /** Two letters that follow each other in a script without spaces between words. */
        PAIR
    }
}
