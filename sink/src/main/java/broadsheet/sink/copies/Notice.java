package broadsheet.sink.copies;

import java.util.Locale;

/** What a text says of itself at its very beginning, as agencies have it: "CORRECTED-", "UPDATE 2-", "(Corrects age)". */
enum Notice {
    NONE(0),
    UPDATE(1),
    CORRECTION(2);

    private static final int HEADLINE_WORDS = 2;
    private static final int TEXT_WORDS = 4;
    private static final int LONGEST = 20;

    private final byte code;

    Notice(int code) {
        this.code = (byte) code;
    }

    /** By which a fingerprint that is kept knows it. */
    byte code() {
        return code;
    }

    static boolean isCode(byte code) {
        return code >= NONE.code && code <= CORRECTION.code;
    }

    /** The one with that code, which must be one. */
    static Notice coded(byte code) {
        return code == UPDATE.code ? UPDATE : code == CORRECTION.code ? CORRECTION : NONE;
    }

    static Notice of(String headline, String text) {
        Notice said = in(headline, HEADLINE_WORDS);
        return said == NONE ? in(text, TEXT_WORDS) : said;
    }

    private static Notice in(String text, int words) {
        int position = 0;
        for (int word = 0; word < words && position < text.length(); word++) {
            while (position < text.length() && !Character.isLetter(text.charAt(position))) {
                position++;
            }
            int start = position;
            while (position < text.length()
                    && position - start < LONGEST
                    && Character.isLetter(text.charAt(position))) {
                position++;
            }
            Notice said = meaning(text.substring(start, position));
            if (said != NONE) {
                return said;
            }
        }
        return NONE;
    }

    private static Notice meaning(String word) {
        long meaning = Vocabulary.meaning(Hash.of(word.toLowerCase(Locale.ROOT)));
        // Chinese and Japanese put no space after it.
        if (meaning == Vocabulary.UNKNOWN && word.length() > 2) {
            meaning = Vocabulary.meaning(Hash.of(word.substring(0, 2)));
        }
        return meaning == Vocabulary.CORRECTION ? CORRECTION : meaning == Vocabulary.UPDATE ? UPDATE : NONE;
    }
}
