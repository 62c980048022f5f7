package broadsheet.enrich.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Which script a text is mostly in, and the language where the script alone tells it. */
final class Script {

    /** Scripts in which, among languages with newspapers, only one is common. */
    private static final Map<UnicodeScript, String> ONE_LANGUAGE = Map.ofEntries(
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.ORIYA, "or"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"));

    /** Share of kana above which a text in Han characters is Japanese; Chinese quotes a brand name at most. */
    private static final double KANA = 0.1;

    private final Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);

    /** Counts one code point; what is no letter or mark is passed over. */
    void add(int codePoint) {
        if (Character.isLetter(codePoint)) {
            letters.merge(UnicodeScript.of(codePoint), 1, Integer::sum);
        }
    }

    /** The one language that this script is used for; empty if the script is shared, or there are no letters. */
    Optional<String> language() {
        int kana = count(UnicodeScript.HIRAGANA) + count(UnicodeScript.KATAKANA);
        int eastAsian = count(UnicodeScript.HAN) + kana;
        UnicodeScript main = main();
        // A syllable or ideograph carries about as much as two or three letters.
        if (2 * eastAsian >= count(main) && 2 * eastAsian > 2 * count(UnicodeScript.HANGUL)) {
            return eastAsian == 0 ? Optional.empty() : Optional.of(kana > KANA * eastAsian ? "ja" : "zh");
        }
        if (2 * count(UnicodeScript.HANGUL) >= count(main) && count(UnicodeScript.HANGUL) > 0) {
            return Optional.of("ko");
        }
        return Optional.ofNullable(ONE_LANGUAGE.get(main));
    }

    private UnicodeScript main() {
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.COMMON);
    }

    private int count(UnicodeScript script) {
        return letters.getOrDefault(script, 0);
    }
}
