package broadsheet.enrich.tagging;

/** The outline of a word: which of its characters are capitals, small letters, digits or marks. */
final class Shape {
    /** Han, Kana, Hangul and what is above them: there the script is the outline. */
    static final char FIRST_CHARACTER = '\u2E80';

    private Shape() {}

    /**
     * The outline with runs shortened: {@code Xx} for "Moscow", {@code X} for "NATO", {@code d} for "2024", {@code XxXx}
     * for "McDonald". At most 8 runs are told apart.
     */
    static int of(String word) {
        if (word.charAt(0) >= FIRST_CHARACTER && Character.isLetter(word.codePointAt(0))) {
            return Hashing.of(Character.UnicodeScript.of(word.codePointAt(0)).name());
        }
        int shape = 1;
        int last = 0;
        int runs = 0;
        for (int i = 0; i < word.length() && runs < 8; i++) {
            int kind = kind(word.charAt(i));
            if (kind != last) {
                shape = shape * 5 + kind;
                last = kind;
                runs++;
            }
        }
        int size = word.length() == 1 ? 0 : word.length() <= 3 ? 1 : 2;
        return shape * 3 + size;
    }

    /** Whether the word has letters and all of them are capitals. */
    static boolean isAllCapitals(String word) {
        boolean capital = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            capital |= Character.isUpperCase(c);
        }
        return capital;
    }

    private static int kind(char c) {
        if (c >= 'a' && c <= 'z') {
            return 2;
        }
        if (c >= 'A' && c <= 'Z') {
            return 1;
        }
        if (c >= '0' && c <= '9') {
            return 3;
        }
        return Character.isUpperCase(c) ? 1 : Character.isLetter(c) ? 2 : Character.isDigit(c) ? 3 : 4;
    }
}
