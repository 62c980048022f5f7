package broadsheet.ingest.html;

import broadsheet.ingest.limits.Lower;
import java.util.HashSet;
import java.util.Set;

/** Class, id and role of elements of the same making. Unchangeable. */
final class ScopeNames {
    private static final String[] NO_WORDS = {};

    private final String text;
    private final Set<String> words;
    /** The same, faster to go through: every rule asks every container for its names. */
    private final String[] listed;
    /** A bit for each of the words, see {@link WordSet#bits}. */
    private final long bits;

    /** @param text class, id and role as written */
    ScopeNames(String text) {
        this.text = text;
        words = text.isEmpty() ? Set.of() : words(text);
        listed = words.toArray(NO_WORDS);
        bits = WordSet.bits(words);
    }

    String text() {
        return text;
    }

    Set<String> words() {
        return words;
    }

    /** Whether any of these words is among theirs. */
    boolean areAnyOf(WordSet wanted) {
        if (!wanted.mayHoldAnyOf(bits)) {
            return false;
        }
        for (String word : listed) {
            if (wanted.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean boundary = !Character.isLetterOrDigit(c);
            boolean hump =
                    !boundary && i > start && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1));
            if (boundary || hump) {
                if (i > start) {
                    words.add(Lower.of(text.substring(start, i)));
                }
                start = boundary ? i + 1 : i;
            }
        }
        return words;
    }
}
