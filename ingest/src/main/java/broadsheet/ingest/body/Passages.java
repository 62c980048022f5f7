package broadsheet.ingest.body;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a text contains another, asked for each block of a page. Looking through the text for each of them takes
 * time in proportion to the product of both on text that repeats itself; here each question takes the length of what is
 * looked for, times the logarithm of the text's.
 *
 * <p>To put the places of a text in order costs as much as hundreds of looks through it. So a text of usual length is looked
 * through, as long as the questions are few and what they ask for does not begin in many places; for all others there is the order. It is
 * a suffix array, made by doubling: the places of the text in the order of what begins there, known for 1, 2, 4, …
 * characters, until no two are alike (Manber and Myers, "Suffix Arrays: A New Method for On-Line String Searches", 1993).
 */
final class Passages {
    /** Characters; a shorter text is a teaser, and tells nothing. */
    private static final int SHORTEST = 200;

    /** Characters of a text that is looked through. */
    private static final int LOOKED_THROUGH = 20_000;

    /** So often. */
    private static final int QUESTIONS = 400;

    /** Characters of a passage that are looked for first, and in how many places they are followed further. */
    private static final int BEGINNING = 16;

    private static final int TRIES = 8;

    private final String text;
    private int looks;
    private int @Nullable [] places;

    Passages(String text) {
        this.text = text;
        looks = text.length() <= LOOKED_THROUGH ? QUESTIONS : 0;
    }

    /** Whether there is enough text to ask. */
    boolean tell() {
        return text.length() >= SHORTEST;
    }

    boolean contain(String passage) {
        if (looks > 0) {
            looks--;
            int length = Math.min(BEGINNING, passage.length());
            String beginning = passage.substring(0, length);
            int at = text.indexOf(beginning);
            for (int tries = 0; tries < TRIES; tries++) {
                if (at < 0 || text.startsWith(passage, at)) {
                    return at >= 0;
                }
                at = text.indexOf(beginning, at + 1);
            }
        }
        return containInOrder(passage);
    }

    private boolean containInOrder(String passage) {
        if (places == null) {
            places = sorted(text);
        }
        int[] order = places;
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(order[middle], passage) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < order.length && text.startsWith(passage, order[low]);
    }

    private int compare(int place, String passage) {
        int most = Math.min(passage.length(), text.length() - place);
        for (int i = 0; i < most; i++) {
            int difference = text.charAt(place + i) - passage.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return most < passage.length() ? -1 : 0;
    }

    private static int[] sorted(String text) {
        int[] ranks = letters(text);
        for (int length = 1; ; length *= 2) {
            int[] places = counted(counted(inOrder(ranks.length), ranks, length), ranks, 0);
            if (rank(ranks, places, length) == ranks.length) {
                return places;
            }
        }
    }

    /** The rank of each character among those of the text. */
    private static int[] letters(String text) {
        var used = new BitSet();
        text.chars().forEach(used::set);
        int[] number = new int[used.length()];
        int numbers = 0;
        for (int c = used.nextSetBit(0); c >= 0; c = used.nextSetBit(c + 1)) {
            number[c] = numbers++;
        }
        return text.chars().map(c -> number[c]).toArray();
    }

    private static int[] inOrder(int size) {
        int[] places = new int[size];
        for (int i = 0; i < size; i++) {
            places[i] = i;
        }
        return places;
    }

    /** The places in the order of the ranks that stand so far behind them; those alike stay in their order. */
    private static int[] counted(int[] places, int[] ranks, int ahead) {
        int[] starts = new int[ranks.length + 2];
        for (int place : places) {
            starts[rank(ranks, place + ahead) + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] sorted = new int[places.length];
        for (int place : places) {
            sorted[starts[rank(ranks, place + ahead)]++] = place;
        }
        return sorted;
    }

    /** From 1; what lies behind the end comes before everything. */
    private static int rank(int[] ranks, int place) {
        return place < ranks.length ? ranks[place] + 1 : 0;
    }

    /** Ranks the places by twice as many characters, like ones the same; returns how many ranks there are. */
    private static int rank(int[] ranks, int[] places, int length) {
        int rank = 0;
        int[] next = new int[ranks.length];
        for (int i = 1; i < places.length; i++) {
            boolean same = ranks[places[i]] == ranks[places[i - 1]]
                    && rank(ranks, places[i] + length) == rank(ranks, places[i - 1] + length);
            rank += same ? 0 : 1;
            next[places[i]] = rank;
        }
        System.arraycopy(next, 0, ranks, 0, ranks.length);
        return rank + 1;
    }
}
