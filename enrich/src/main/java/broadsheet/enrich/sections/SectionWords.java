package broadsheet.enrich.sections;

import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;

/**
 * The words of a headline and the body below it, in lower case: letters, with an apostrophe inside ({@code didn't}) but
 * without the possessive ({@code bank's} is {@code bank}). Numbers are no words. A run of letters beyond
 * {@value #LONGEST} is the empty word.
 *
 * <p>Public so that the model is trained on the words that it will see.
 */
public final class SectionWords implements Iterator<String> {

    private static final int LONGEST = 40;

    private final String text;
    private int at;

    public SectionWords(String headline, String body) {
        text = headline + "\n" + body;
        skipToLetter();
    }

    @Override
    public boolean hasNext() {
        return at < text.length();
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more words");
        }
        int start = at;
        skipLetters();
        if (at + 1 < text.length() && isApostrophe(text.charAt(at)) && Character.isLetter(text.codePointAt(at + 1))) {
            at++;
            skipLetters();
        }
        int end = at;
        skipToLetter();
        return end - start > LONGEST ? "" : normalise(text.substring(start, end));
    }

    private static String normalise(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        return lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
    }

    private void skipLetters() {
        while (at < text.length() && Character.isLetter(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
    }

    private void skipToLetter() {
        while (at < text.length() && !Character.isLetter(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }
}
