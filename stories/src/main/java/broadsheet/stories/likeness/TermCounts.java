package broadsheet.stories.likeness;

/** How often each of some terms was added: a table without boxes, as thousands are counted for each article. Not thread-safe. */
final class TermCounts {

    private final int[] terms;
    /** 0 where no term is. */
    private final int[] counts;

    /**
     * @param most how many are added at most
     */
    TermCounts(int most) {
        int size = Integer.highestOneBit(most + 1) * 4;
        terms = new int[size];
        counts = new int[size];
    }

    void add(int term) {
        int place = place(term);
        terms[place] = term;
        counts[place]++;
    }

    int of(int term) {
        return counts[place(term)];
    }

    /** Where it is, or would be. Terms are hashes, so their last bits are spread. */
    private int place(int term) {
        int place = term & (terms.length - 1);
        while (counts[place] != 0 && terms[place] != term) {
            place = (place + 1) & (terms.length - 1);
        }
        return place;
    }
}
