package broadsheet.stories.traits;

import java.util.List;

/**
 * Takes the endings off words, so that forms of one word are one term. Light on purpose: it must not take apart what tells
 * two events apart, and what it misses costs a little likeness only.
 */
final class Stems {

    private static final int SHORTEST = 3;

    /** Of Russian, Ukrainian, Bulgarian and their like, the longest first; й has lost its mark with the accents. */
    private static final List<String> CYRILLIC = List.of(
            "иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "иях", "ием", "ией", "иеи", "еи", "ои",
            "ии", "ыи", "ая", "яя", "ое", "ее", "ые", "ие", "ов", "ев", "ах", "ях", "ам", "ям", "ом", "ем", "ым", "им",
            "ых", "их", "ую", "юю", "ою", "ею", "ью", "ия", "ья", "ию", "а", "о", "у", "ы", "и", "е", "ю", "я", "ь",
            "і");

    private Stems() {}

    /** The stem of a word in small letters. */
    static String of(String word, String language) {
        char first = word.charAt(0);
        if (first >= '\u0400' && first < '\u0530') {
            return cyrillic(word);
        }
        if (language.equals("en") || language.equals("und")) {
            return english(word);
        }
        return word.length() > 5 ? word.substring(0, Math.max(5, word.length() - 2)) : word;
    }

    private static String cyrillic(String word) {
        for (String ending : CYRILLIC) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    private static String english(String word) {
        int length = word.length();
        if (length > 4 && word.endsWith("ies")) {
            return word.substring(0, length - 3) + "y";
        }
        if (length > 5 && word.endsWith("ing")) {
            return word.substring(0, length - 3);
        }
        if (length > 4 && word.endsWith("ed")) {
            return word.substring(0, length - 2);
        }
        if (length > 3 && word.endsWith("s") && !word.endsWith("ss")) {
            return word.substring(0, length - 1);
        }
        return word;
    }
}
