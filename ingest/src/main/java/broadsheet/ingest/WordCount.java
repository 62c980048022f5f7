package broadsheet.ingest;

import broadsheet.ingest.html.Writing;

/**
 * Counts words: runs of letters and digits with the signs on them, two ideographs, kana or syllables of Yi for one, and four letters for
 * one in a script that puts no spaces between words.
 */
public final class WordCount {
    private static final int LETTERS_OF_A_WORD = 4;

    private WordCount() {}

    public static int count(String text) {
        int words = 0;
        int ideographs = 0;
        int unspaced = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.charAt(i);
            if (c < 0x80) {
                i++;
                boolean letter = Writing.weight(c) > 0;
                words += letter && !inWord ? 1 : 0;
                inWord = letter || (inWord && joins(c));
                continue;
            }
            c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isIdeographic(c) || (c >= 0x3040 && c <= 0x30ff) || (c >= 0xa000 && c <= 0xa48f)) {
                ideographs++;
                inWord = false;
            } else if (Writing.isUnspaced(c)) {
                unspaced += Writing.isMark(c) ? 0 : 1;
                inWord = false;
            } else if (Character.isLetterOrDigit(c)) {
                words += inWord ? 0 : 1;
                inWord = true;
            } else if (!joins(c)) {
                inWord = false;
            }
        }
        return words + (ideographs + 1) / 2 + (unspaced + LETTERS_OF_A_WORD - 1) / LETTERS_OF_A_WORD;
    }

    /** Whether a word goes on behind it: a hyphen, an apostrophe, a vowel sign, or what joins letters unseen. */
    private static boolean joins(int c) {
        return c == '\'' || c == '’' || c == '-' || (c >= 128 && (c == 0x200c || c == 0x200d || Writing.isMark(c)));
    }
}
