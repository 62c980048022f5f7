package broadsheet.enrich.tagging;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the lists of one language say of a single word: is it a common word, does it stand in the name of a place, is it a
 * given name and so on. Immutable.
 *
 * <p>A word is looked up as it is and then with up to {@value #LONGEST_ENDING} letters cut off, since most languages
 * decline names ({@code Londýně} for {@code Londýn}). Words are kept as hashes; see {@link KnownNames}.
 */
public final class WordKinds {
    /** Nothing is known. */
    static final WordKinds NONE = new WordKinds(new KnownNames(new int[0], new byte[0]));

    private static final int LONGEST_ENDING = 3;
    private static final int SHORTEST_STEM = 3;
    private static final int KINDS = 0xFF;

    private final KnownNames words;

    WordKinds(KnownNames words) {
        this.words = words;
    }

    /**
     * Compacts lists.
     *
     * @param kinds of each word in lower case what it is, one bit a kind, at most {@value KnownNames#KINDS}
     */
    public static WordKinds of(Map<String, Integer> kinds) {
        Map<Integer, Integer> hashed = new TreeMap<>(Integer::compareUnsigned);
        kinds.forEach((word, kind) -> hashed.merge(Hashing.of(word), kind, (first, second) -> first | second));
        return new WordKinds(KnownNames.of(hashed));
    }

    KnownNames words() {
        return words;
    }

    boolean isEmpty() {
        return words.names().length == 0;
    }

    /** The kinds of a word in lower case, and above them how many letters were cut off to find it; 0 if unknown. */
    int of(String word) {
        int shortest = Math.max(SHORTEST_STEM, word.length() - LONGEST_ENDING);
        for (int length = word.length(); length >= Math.min(shortest, word.length()); length--) {
            int kinds = words.kinds(Hashing.of(word, 0, length));
            if (kinds != 0) {
                return (kinds & KINDS) | (word.length() - length) << KnownNames.KINDS;
            }
        }
        return 0;
    }
}
