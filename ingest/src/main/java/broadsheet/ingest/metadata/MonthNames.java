package broadsheet.ingest.metadata;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of months, whole and short, in the languages in which most news is written; from the JDK's CLDR data. */
final class MonthNames {
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "ru", "uk", "sv", "da", "nb", "fi", "tr", "id",
            "ro", "hu", "el", "bg", "hr", "sr", "ca", "lt", "lv", "et", "sl", "ar", "he", "hi", "bn", "ms", "sw", "sq",
            "mk", "be", "eu", "gl", "is", "az", "kk", "uz", "ka", "hy", "ta", "te", "mr", "gu", "ml", "kn", "pa");
    /** Hebrew writes "in" and the month as one word. */
    private static final String HEBREW_IN = "\u05d1";

    private static final Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {}

    /** The number of a month, from 1; empty for any other word. */
    static Optional<Integer> number(String word) {
        return Optional.ofNullable(NUMBERS.get(word.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> names = new HashMap<>();
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    String name = month.getDisplayName(style, locale)
                            .toLowerCase(Locale.ROOT)
                            .replace(".", "");
                    if (name.length() >= 3 && !Character.isDigit(name.charAt(0))) {
                        names.putIfAbsent(name, month.getValue());
                        names.putIfAbsent(HEBREW_IN + name, month.getValue());
                    }
                }
            }
        }
        names.put("sept", 9);
        names.put("jänner", 1);
        names.put("märz", 3);
        return Map.copyOf(names);
    }
}
