package broadsheet.sink.copies;

import java.util.Locale;

/** What a text says of itself at its very beginning, as agencies have it: "CORRECTED-", "UPDATE 2-", "(Corrects age)". */
enum EditorialNotice {
    NONE(0),
    UPDATE(1),
    CORRECTION(2);

    static final int HIGHEST_CODE = 2;

    private static final int HEADLINE_WORDS = 2;
    private static final int TEXT_WORDS = 4;
    private static final int LONGEST = 20;

    private final int code;

    EditorialNotice(int code) {
        this.code = code;
    }

    /** What stands for it in the bytes of a fingerprint. */
    int code() {
        return code;
    }

    static EditorialNotice ofCode(int code) {
        return switch (code) {
            case 0 -> NONE;
            case 1 -> UPDATE;
            case 2 -> CORRECTION;
            default -> throw new IllegalArgumentException("no notice has the code " + code);
        };
    }

    static EditorialNotice of(String headline, String text) {
        EditorialNotice said = in(headline, HEADLINE_WORDS);
        return said == NONE ? in(text, TEXT_WORDS) : said;
    }

    private static EditorialNotice in(String text, int words) {
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
            EditorialNotice said = meaning(text.substring(start, position));
            if (said != NONE) {
                return said;
            }
        }
        return NONE;
    }

    private static EditorialNotice meaning(String word) {
        long meaning = TellingWords.meaning(Hash.of(word.toLowerCase(Locale.ROOT)));
        // Chinese and Japanese put no space after it.
        if (meaning == TellingWords.UNKNOWN && word.length() > 2) {
            meaning = TellingWords.meaning(Hash.of(word.substring(0, 2)));
        }
        return meaning == TellingWords.CORRECTION ? CORRECTION : meaning == TellingWords.UPDATE ? UPDATE : NONE;
    }
}
