package broadsheet.ingest.html;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Some words that containers are asked for. Nearly all names of a page's containers are none of them, which a table of
 * the words' hashes says for most before the set itself is asked.
 */
public final class WordSet {
    private static final int PLACES = 1 << 10;

    private final Set<String> words;
    private final boolean[] taken = new boolean[PLACES];

    /** @param words in lower case */
    public WordSet(Collection<String> words) {
        this.words = Set.copyOf(words);
        this.words.forEach(word -> taken[place(word)] = true);
    }

    /** These words, in lower case. */
    public static WordSet of(String... words) {
        return new WordSet(List.of(words));
    }

    /** Whether a word is one of them. */
    public boolean contains(String word) {
        return taken[place(word)] && words.contains(word);
    }

    /** Whether a word at a place may be one of them. */
    boolean mayHold(int place) {
        return taken[place];
    }

    /** The place of a word in the table of any set; several words share one. */
    static int place(String word) {
        int hash = word.hashCode();
        return (hash ^ (hash >>> 15)) & (PLACES - 1);
    }
}
