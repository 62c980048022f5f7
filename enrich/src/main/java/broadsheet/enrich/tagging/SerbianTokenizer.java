package broadsheet.enrich.tagging;

import java.util.List;
import java.util.Locale;

/**
 * Reads Serbian in Cyrillic letters as the same words in Latin ones, letter by letter, as Serbian papers themselves do; so one model
 * serves both, and Croatian.
 */
final class SerbianTokenizer implements Tokenizer {
    private static final String CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш";
    private static final String[] LATIN =
            "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split(" ", -1);

    private final Tokenizer words;

    SerbianTokenizer(Orthography orthography) {
        this.words = new SpacedTokenizer(orthography);
    }

    @Override
    public List<Token> tokens(CharSequence text, int start, int end) {
        List<Token> tokens = words.tokens(text, start, end);
        tokens.replaceAll(token -> isCyrillic(token.text()) ? token.reading(latin(token.text())) : token);
        return tokens;
    }

    private static boolean isCyrillic(String word) {
        return CYRILLIC.indexOf(Character.toLowerCase(word.charAt(0))) >= 0;
    }

    private static String latin(String word) {
        StringBuilder latin = new StringBuilder(word.length() + 2);
        boolean shouted = Shape.isAllCapitals(word) && word.length() > 1;
        for (int at = 0; at < word.length(); at++) {
            char c = word.charAt(at);
            int letter = CYRILLIC.indexOf(Character.toLowerCase(c));
            String plain = letter < 0 ? String.valueOf(c) : LATIN[letter];
            latin.append(letter >= 0 && Character.isUpperCase(c) ? capital(plain, shouted) : plain);
        }
        return latin.toString();
    }

    private static String capital(String letters, boolean all) {
        return all ? letters.toUpperCase(Locale.ROOT) : Character.toUpperCase(letters.charAt(0)) + letters.substring(1);
    }
}
