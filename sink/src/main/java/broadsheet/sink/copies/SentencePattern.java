package broadsheet.sink.copies;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The sentences of one host that are alike but for their numbers. */
final class SentencePattern {

    /** A sentence that is furniture is at least one of so many of its pattern, or of twice as many. */
    private static final int VARIANTS = 8;

    private final List<SentenceCarriers> variants = new ArrayList<>(1);
    private int counted;

    /**
     * @param counted how many there are so far
     */
    SentencePattern(int counted) {
        this.counted = counted;
    }

    void addVariant(SentenceCarriers carriers) {
        variants.add(carriers);
    }

    /**
     * How many pages make one of them furniture. It is another only when there are twice as many, so that one
     * does not become furniture by one article and none by the next.
     */
    int least() {
        return Math.max(Furniture.PAGES, Integer.highestOneBit(counted) / VARIANTS);
    }

    /** Counts more or fewer; collects the carriers of what is furniture no more, or is now. */
    void count(int more, Set<JudgedArticle> others) {
        int before = least();
        counted += more;
        int least = least();
        if (least != before) {
            for (SentenceCarriers variant : variants) {
                if (variant.areAtLeast(Math.min(before, least)) && !variant.areAtLeast(Math.max(before, least))) {
                    variant.collect(others);
                }
            }
        }
    }
}
