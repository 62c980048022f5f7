package broadsheet.ingest.body;

import java.util.Arrays;

/**
 * Finds whether any of some words stands in a text, ASCII letters in either case. A regular expression of alternatives
 * would try each of them at each letter; this one looks only at those that begin with the letter.
 */
final class AnyOf {
    private static final String[] NONE = {};

    /** The words by their first character, the last place for all beyond ASCII. */
    private final String[][] byFirst = new String[129][];

    /**
     * @param words in lower case, separated by {@code |}
     */
    AnyOf(String words) {
        Arrays.fill(byFirst, NONE);
        for (String word : words.split("\\|", 0)) {
            int place = place(word.charAt(0));
            String[] longer = Arrays.copyOf(byFirst[place], byFirst[place].length + 1);
            longer[longer.length - 1] = word;
            byFirst[place] = longer;
        }
    }

    boolean isIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            for (String word : byFirst[place(lower(text.charAt(i)))]) {
                if (standsAt(i, word, text)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean standsAt(int start, String word, String text) {
        if (start + word.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (lower(text.charAt(start + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int place(char first) {
        return Math.min(first, 128);
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}
