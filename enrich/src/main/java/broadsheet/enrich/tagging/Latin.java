package broadsheet.enrich.tagging;

import java.text.Normalizer;

/**
 * The Latin form of a word, under which an English list may know it: letters without their accents ({@code París} is
 * {@code Paris}), Cyrillic and Greek ones by the sound that English writes ({@code Путин} is {@code Putin}).
 *
 * <p>One table for all languages of a script: where they differ ({@code г} in Ukrainian) the form misses the list, and
 * the word is unknown.
 */
final class Latin {
    private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяёђѓєѕіїјљњћќўџґ";
    private static final String[] CYRILLIC_LATIN =
            ("a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu"
                            + " ya e dj g ye dz i yi j lj nj c k u dz g")
                    .split(" ", -1);
    private static final String GREEK = "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋ";
    private static final String[] GREEK_LATIN =
            "a v g d e z i th i k l m n x o p r s t y f ch ps o s a e i i o y o i y".split(" ", -1);
    private static final String BARE = "ßßøØđĐłŁıİæÆœŒðÐþÞ";
    private static final String[] BARE_LATIN = "ss ss o O d D l L i I ae Ae oe Oe d D th Th".split(" ", -1);

    private Latin() {}

    /** The form, with a capital where the word has one; the word itself if it is plain or in another script. */
    static String of(String word) {
        int at = 0;
        while (at < word.length() && word.charAt(at) < 128) {
            at++;
        }
        if (at == word.length()) {
            return word;
        }
        StringBuilder latin = new StringBuilder(word.length() + 8);
        for (int i = 0; i < word.length(); i++) {
            append(word.charAt(i), latin);
        }
        return latin.isEmpty() ? word : latin.toString();
    }

    private static void append(char c, StringBuilder latin) {
        if (c < 128) {
            latin.append(c);
            return;
        }
        int bare = BARE.indexOf(c);
        if (bare >= 0) {
            latin.append(BARE_LATIN[bare]);
            return;
        }
        char small = Character.toLowerCase(c);
        int cyrillic = CYRILLIC.indexOf(small);
        int greek = cyrillic < 0 ? GREEK.indexOf(small) : -1;
        if (cyrillic >= 0 || greek >= 0) {
            String letters = cyrillic >= 0 ? CYRILLIC_LATIN[cyrillic] : GREEK_LATIN[greek];
            boolean capital = c != small && !letters.isEmpty();
            latin.append(capital ? Character.toUpperCase(letters.charAt(0)) + letters.substring(1) : letters);
            return;
        }
        latin.append(
                c < 0x250
                        ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                                .charAt(0)
                        : c);
    }
}
