package broadsheet.stories.traits;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The places of a text where a name or a number stands, by the words around them: {@code a high of _ in the}. Two articles that
 * share places and fill them otherwise are made from one template, about two days or two towns, and no one event; two reports
 * of one event share few places, and copies fill them alike.
 *
 * <p>At most {@value #MOST} are kept, those with the smallest hashes, so that two texts keep the same ones. Immutable.
 */
public final class Slots {

    static final int MOST = 24;
    /** So many words on either side. */
    private static final int AROUND = 2;
    /** A place or two that are filled otherwise may be a correction. */
    private static final int FEWEST = 3;

    private static final int ANY_NAME = 1;
    private static final int ANY_NUMBER = 2;

    private final int[] places;
    private final int[] fillings;

    private Slots(int[] places, int[] fillings) {
        this.places = places;
        this.fillings = fillings;
    }

    static Slots of(List<NewsWord> words) {
        Map<Integer, Integer> found = new TreeMap<>();
        for (int i = 0; i < words.size(); i++) {
            NewsWord word = words.get(i);
            if (word.kind() == NewsWord.Kind.NUMBER || (word.capital() && !word.fresh())) {
                place(words, i)
                        .ifPresent(place -> found.putIfAbsent(place, word.text().hashCode()));
            }
        }
        int size = Math.min(MOST, found.size());
        var places = new int[size];
        var fillings = new int[size];
        int at = 0;
        for (Map.Entry<Integer, Integer> slot : found.entrySet()) {
            if (at < size) {
                places[at] = slot.getKey();
                fillings[at++] = slot.getValue();
            }
        }
        return new Slots(places, fillings);
    }

    /** The hash of what stands around; empty where there is no common word. */
    private static OptionalInt place(List<NewsWord> words, int at) {
        int hash = 7;
        int common = 0;
        for (int i = at - AROUND; i <= at + AROUND; i++) {
            int part = 0;
            if (i != at && i >= 0 && i < words.size()) {
                NewsWord word = words.get(i);
                boolean isNumber = word.kind() == NewsWord.Kind.NUMBER;
                boolean isOpen = isNumber || word.capital();
                part = isNumber ? ANY_NUMBER : isOpen ? ANY_NAME : word.text().hashCode();
                common += isOpen ? 0 : 1;
            }
            hash = (hash ^ part) * 0x01000193;
        }
        hash ^= hash >>> 15;
        hash *= 0x2c1b3c6d;
        return common < AROUND ? OptionalInt.empty() : OptionalInt.of(hash ^ hash >>> 13);
    }

    /** Whether two texts fill the places that they share so differently that they are made from one template. */
    public boolean areFilledOtherwise(Slots other) {
        int same = 0;
        int different = 0;
        int i = 0;
        int j = 0;
        while (i < places.length && j < other.places.length) {
            int order = Integer.compare(places[i], other.places[j]);
            if (order == 0 && fillings[i] == other.fillings[j]) {
                same++;
            } else if (order == 0) {
                different++;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return different >= FEWEST && different * 2 > same;
    }
}
