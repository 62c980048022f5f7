package broadsheet.ingest.html;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Finds whether any of some phrases stands in a text, letters in either case. A regular expression of alternatives would
 * try each of them at each letter; this one looks only at those that begin with the two letters that stand there, and only
 * where the third may be theirs too: at most places no phrase is.
 */
public final class AnyOf {
    /** Two letters are a place in a table; those beyond its size share one with others, so a hit is only a hint. */
    private static final int PLACES = 1 << 13;

    /** Letters by which phrases are told apart before they are compared. */
    private static final int START = 3;

    private static final String[] NONE = {};
    private static final char[] LOWER = lowerOfAscii();

    private final String[][] byStart = new String[PLACES][];
    /** A bit for the first three letters of each: small enough to stay at hand. */
    private final long[] begun = new long[PLACES / Long.SIZE];
    /** Characters of the shortest of them. */
    private final int shortest;

    /** @param phrases in lower case, each of two characters or more; of three to be looked for anywhere in a text */
    public AnyOf(Collection<String> phrases) {
        Arrays.fill(byStart, NONE);
        for (String phrase : phrases) {
            int place = place(phrase.charAt(0), phrase.charAt(1));
            String[] longer = Arrays.copyOf(byStart[place], byStart[place].length + 1);
            longer[longer.length - 1] = phrase;
            byStart[place] = longer;
            if (phrase.length() > 2) {
                int third = place(place, phrase.charAt(2));
                begun[third / Long.SIZE] |= 1L << third;
            }
        }
        shortest = phrases.stream().mapToInt(String::length).min().orElse(START);
    }

    /** @param phrases separated by {@code |} */
    public AnyOf(String phrases) {
        this(List.of(phrases.split("\\|", 0)));
    }

    /** Whether one of them stands anywhere in the text. */
    public boolean isIn(String text) {
        if (shortest < START) {
            throw new IllegalStateException("a phrase of " + shortest + " characters is looked for anywhere");
        }
        if (text.length() < START) {
            return false;
        }
        int start = place(lower(text.charAt(0)), lower(text.charAt(1)));
        char second = lower(text.charAt(1));
        for (int i = START - 1; i < text.length(); i++) {
            char third = lower(text.charAt(i));
            int place = place(start, third);
            if ((begun[place / Long.SIZE] >>> place & 1) != 0 && anyStandsAt(i + 1 - START, byStart[start], text)) {
                return true;
            }
            start = place(second, third);
            second = third;
        }
        return false;
    }

    private static boolean anyStandsAt(int start, String[] phrases, String text) {
        for (String phrase : phrases) {
            if (standsAt(start, phrase, text)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text begins with one of them, be it a part of a longer word. */
    public boolean begins(String text) {
        return end(text) >= 0;
    }

    /** Whether the text begins with one of them as a whole word. */
    public boolean isFirstWordOf(String text) {
        int end = end(text);
        return end == text.length() || (end > 0 && !Character.isLetterOrDigit(text.charAt(end)));
    }

    /** Where the longest of them that the text begins with ends; -1 without one. */
    private int end(String text) {
        int end = -1;
        if (text.length() > 1) {
            for (String phrase : byStart[place(lower(text.charAt(0)), lower(text.charAt(1)))]) {
                end = standsAt(0, phrase, text) ? Math.max(end, phrase.length()) : end;
            }
        }
        return end;
    }

    private static boolean standsAt(int start, String phrase, String text) {
        if (start + phrase.length() > text.length()) {
            return false;
        }
        // From behind: that the first two letters stand there is known but for places that several share.
        for (int i = phrase.length() - 1; i >= 0; i--) {
            if (lower(text.charAt(start + i)) != phrase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int place(int first, char second) {
        return (first * 67 + second) & (PLACES - 1);
    }

    private static char lower(char c) {
        return c < LOWER.length ? LOWER[c] : Character.toLowerCase(c);
    }

    private static char[] lowerOfAscii() {
        char[] lower = new char[128];
        for (char c = 0; c < lower.length; c++) {
            lower[c] = Character.toLowerCase(c);
        }
        return lower;
    }
}
