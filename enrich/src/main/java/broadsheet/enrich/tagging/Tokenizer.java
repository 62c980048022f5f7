package broadsheet.enrich.tagging;

import java.util.List;

/** Cuts a line of text into the tokens that the tagger labels. Used by one thread, for one text. */
interface Tokenizer {
    /** Characters of a token that are looked at; no word has so many. */
    int LONGEST = 500;

    /** The tokens of the part of {@code text} from {@code start} to {@code end}, in order and apart from each other. */
    List<Token> tokens(CharSequence text, int start, int end);

    /** The one for a language. */
    static Tokenizer of(Orthography orthography) {
        return switch (orthography.words()) {
            case SPACED -> new SpacedTokenizer(orthography);
            case SERBIAN -> new SerbianTokenizer(orthography);
            case JAPANESE -> MorphemeTokenizer.japanese();
            case KOREAN -> MorphemeTokenizer.korean();
            case CHINESE -> new ChineseTokenizer();
        };
    }

    /** The characters of a token that are looked at. */
    static String seen(CharSequence text, int start, int end) {
        return text.subSequence(start, Math.min(end, start + LONGEST)).toString();
    }

    /** Whether the character sets tokens apart and is in none. */
    static boolean isSpace(char c) {
        return c <= ' '
                || c == '\u00A0'
                || c == '\u200B'
                || c == '\uFEFF'
                || (c > 127 && Character.isWhitespace(c))
                || (c >= '\u2000' && c <= '\u200F')
                || c == '\u202F'
                || c == '\u2028'
                || c == '\u2029';
    }
}
