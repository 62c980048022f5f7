package broadsheet.ingest.html;

import broadsheet.ingest.limits.Lower;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Class, id and role of elements of the same making. Unchangeable. */
final class ScopeNames {
    private static final String[] NO_WORDS = {};

    private final String text;
    private final Set<String> words;
    /** The same, faster to go through: every rule asks every container for its names. */
    private final String[] listed;
    /** Where a {@link WordSet} would have each of them. */
    private final int[] places;

    /** @param text class, id and role as written */
    ScopeNames(String text) {
        this.text = text;
        words = text.isEmpty() ? Set.of() : words(text);
        listed = words.toArray(NO_WORDS);
        places = new int[listed.length];
        Arrays.setAll(places, i -> WordSet.place(listed[i]));
    }

    String text() {
        return text;
    }

    Set<String> words() {
        return words;
    }

    /** Whether any of these words is among theirs. */
    boolean areAnyOf(WordSet wanted) {
        for (int i = 0; i < places.length; i++) {
            if (wanted.mayHold(places[i]) && wanted.contains(listed[i])) {
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
            if (c >= 'a' && c <= 'z') {
                continue;
            }
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
