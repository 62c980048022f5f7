package broadsheet.ingest.metadata;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of by-lines that are no names, in the languages of the press; all in lower case. */
final class BylineWords {
    private static final WordLists LISTS = WordLists.read("byline-words.txt");

    /** Before a name: "by", "Autor". */
    static final Set<String> BY = LISTS.under("by");

    /** A kind of text, before the word for by. */
    static final Set<String> WORK = LISTS.under("work");

    /** Work that is not the text's, before the name of who did it. */
    static final Set<String> CREDIT = LISTS.under("credit");

    /** Offices, teams and what buttons say. */
    static final Set<String> ROLE = LISTS.under("role");

    /** Roles that a name may stand before. */
    static final Set<String> OFFICE = LISTS.under("office");

    static final Set<String> AGENCY = LISTS.under("agency");

    /** What stands after a comma behind a name and is none. */
    static final Set<String> TITLE = LISTS.under("title");

    /** Words of the names of papers. */
    static final Set<String> PRESS = LISTS.under("press");

    /** Names of countries by language. */
    private static final Map<String, Set<String>> COUNTRIES = countries();

    private static final Set<String> AND = LISTS.under("and");
    private static final Map<String, Set<String>> AND_OF_LANGUAGES = andOfLanguages();

    private BylineWords() {}

    /** Whether a word means "and" in every by-line. */
    static boolean isAnd(String word) {
        return AND.contains(word);
    }

    /** Whether a word means "and" in a language, and may be part of a name elsewhere. */
    static boolean isAnd(String word, String language) {
        return AND_OF_LANGUAGES.getOrDefault(language, Set.of()).contains(word);
    }

    /** Whether one of the words of a text is among these. */
    static boolean holdsAny(String[] words, Set<String> among) {
        for (String word : words) {
            if (among.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Set<String>> andOfLanguages() {
        Map<String, Set<String>> words = new HashMap<>();
        for (String entry : LISTS.under("and of a language")) {
            String[] parts = entry.split(" ", 2);
            words.computeIfAbsent(parts[0], none -> new HashSet<>()).add(parts[1]);
        }
        return words.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** Whether a text is the name of a country in English or in a language: "Dominique" is one to the French alone. */
    static boolean isCountry(String text, String language) {
        return COUNTRIES.getOrDefault("en", Set.of()).contains(text)
                || COUNTRIES.getOrDefault(language, Set.of()).contains(text);
    }

    /** Whether a text is the name of a country in any of the languages. */
    static boolean isCountry(String text) {
        return COUNTRIES.values().stream().anyMatch(names -> names.contains(text));
    }

    private static Map<String, Set<String>> countries() {
        Map<String, Set<String>> names = new HashMap<>();
        for (String language :
                "en de fr es it pt nl pl cs sv da nb fi tr hu ro ru uk el ar he hi id vi ja zh ko".split(" ", 0)) {
            Locale in = Locale.forLanguageTag(language);
            Set<String> own = new HashSet<>();
            for (String country : Locale.getISOCountries()) {
                own.add(new Locale("", country).getDisplayCountry(in).toLowerCase(Locale.ROOT));
            }
            if (language.equals("en")) {
                own.addAll(Set.of("usa", "uk", "u.s.", "u.k.", "uae", "england", "scotland", "wales", "america"));
            }
            names.put(language, Set.copyOf(own));
        }
        return Map.copyOf(names);
    }
}
