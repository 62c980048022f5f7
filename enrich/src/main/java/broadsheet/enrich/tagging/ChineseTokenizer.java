package broadsheet.enrich.tagging;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts Chinese into characters, and runs of other letters and digits into words. Where a word of Chinese begins is often open, and a
 * name that is not in the dictionary is cut anywhere; so the word that a character is in, its place there and the word's part
 * of speech, all by HanLP, are clues only.
 *
 * <p>Traditional characters are read as their simplified ones, a character for a character.
 */
final class ChineseTokenizer implements Tokenizer {
    /** Characters that are cut at once, so that a megabyte in one line takes no more memory than other text. */
    private static final int PIECE = 2000;

    @Override
    public List<Token> tokens(CharSequence text, int start, int end) {
        List<Token> tokens = new ArrayList<>(end - start);
        for (int from = start; from < end; from += PIECE) {
            piece(text, from, Math.min(end, from + PIECE), tokens);
        }
        return tokens;
    }

    private static void piece(CharSequence text, int start, int end, List<Token> tokens) {
        String simplified = Dictionary.simplified(text, start, end);
        for (Term term : Dictionary.WORDS.seg(simplified)) {
            int from = start + term.offset;
            String word = simplified.substring(term.offset, term.offset + term.word.length());
            String sort = String.valueOf(term.nature);
            if (word.isBlank()) {
                continue;
            }
            int length = Character.isIdeographic(word.codePointAt(0)) ? 1 : word.length();
            for (int at = 0; at < word.length(); at += length) {
                String seen = word.substring(at, at + length);
                boolean glued =
                        !tokens.isEmpty() && tokens.get(tokens.size() - 1).end() == from + at;
                tokens.add(new Token(from + at, from + at + length, seen, glued, place(at, length, word) + sort, word));
            }
        }
    }

    /** Whether a character begins, ends, is, or stands within its word. */
    private static char place(int at, int length, String word) {
        if (at == 0) {
            return length == word.length() ? 'S' : 'B';
        }
        return at + length == word.length() ? 'E' : 'M';
    }

    /** Read when the first Chinese text comes. */
    private static final class Dictionary {
        private static final Segment WORDS =
                HanLP.newSegment().enableOffset(true).enablePartOfSpeechTagging(true);

        private static final char FIRST = '\u4E00';
        private static final char[] SIMPLE = simple();

        static String simplified(CharSequence text, int start, int end) {
            char[] simple = text.subSequence(start, end).toString().toCharArray();
            for (int at = 0; at < simple.length; at++) {
                int number = simple[at] - FIRST;
                simple[at] = number >= 0 && number < SIMPLE.length ? SIMPLE[number] : simple[at];
            }
            return new String(simple);
        }

        private static char[] simple() {
            char[] simple = new char[0x5200];
            for (int number = 0; number < simple.length; number++) {
                char character = (char) (FIRST + number);
                String other = HanLP.convertToSimplifiedChinese(String.valueOf(character));
                simple[number] = other.length() == 1 ? other.charAt(0) : character;
            }
            return simple;
        }
    }
}
