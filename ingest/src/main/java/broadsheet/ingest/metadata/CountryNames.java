package broadsheet.ingest.metadata;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names of countries in the larger languages of the press, in lower case. Each language is read when it is first asked
 * for: to read all takes longer than a page.
 *
 * <p>Source: the JDK's data of Unicode CLDR.
 */
final class CountryNames {
    private static final String ENGLISH = "en";
    private static final List<String> LANGUAGES =
            List.of("en de fr es it pt nl pl cs sv da nb fi tr hu ro ru uk el ar he hi id vi ja zh ko".split(" ", 0));
    private static final Set<String> ALSO_ENGLISH =
            Set.of("usa", "uk", "u.s.", "u.k.", "uae", "england", "scotland", "wales", "america");
    private static final Map<String, Set<String>> BY_LANGUAGE = new ConcurrentHashMap<>();

    private CountryNames() {}

    /** Whether a text is the name of a country in English or in a language: "Dominique" is one to the French alone. */
    static boolean contain(String text, String language) {
        return of(ENGLISH).contains(text)
                || (LANGUAGES.contains(language) && of(language).contains(text));
    }

    /** Whether a text is the name of a country in any of the languages. */
    static boolean contain(String text) {
        return LANGUAGES.stream().anyMatch(language -> of(language).contains(text));
    }

    private static Set<String> of(String language) {
        return BY_LANGUAGE.computeIfAbsent(language, CountryNames::read);
    }

    private static Set<String> read(String language) {
        Locale in = Locale.forLanguageTag(language);
        Set<String> names = new HashSet<>(language.equals(ENGLISH) ? ALSO_ENGLISH : Set.of());
        for (String country : Locale.getISOCountries()) {
            names.add(new Locale("", country).getDisplayCountry(in).toLowerCase(Locale.ROOT));
        }
        return Set.copyOf(names);
    }
}
