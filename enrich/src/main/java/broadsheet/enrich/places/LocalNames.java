package broadsheet.enrich.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one language calls countries and large cities. Names are compared as {@link Gazetteer} does; in a language that declines
 * them a form ({@code Polsce}) counts for the one name that it shares most of its beginning with ({@code Polska}).
 *
 * @param codes ISO 3166-1 code or GeoNames id by name
 * @param endings what the language does to a name in a sentence
 */
record LocalNames(Map<String, String> codes, Endings endings) {
    /** What a language does to the end of a name. */
    enum Endings {
        /** Nothing. */
        NONE,
        /** Puts letters behind it: {@code Ruotsissa} for {@code Ruotsi}. */
        ADDED,
        /** Puts letters behind a consonant, and others in the place of a vowel: {@code Polsce} for {@code Polska}, but never {@code Malibu} for {@code Mali}. */
        CHANGED
    }

    /** Nothing: English, and languages without a list. */
    static final LocalNames NONE = new LocalNames(Map.of(), Endings.NONE);

    private static final Set<String> ADDING = Set.of("et", "fi", "hu", "tr");
    private static final Set<String> CHANGING = Set.of("bs", "cs", "hr", "lv", "pl", "ru", "sk", "sl", "sr", "uk");
    private static final String VOWELS = "aeiouyäöüőűаеиоуыэюяіїє";
    private static final int SHORTEST_STEM = 4;
    private static final int LONGEST_ENDING = 4;
    private static final int LONGEST_LOSS = 2;

    LocalNames {
        codes = Map.copyOf(codes);
    }

    /** The lists of all languages, by BCP 47 primary subtag. */
    static Map<String, LocalNames> read() {
        var lists = new HashMap<String, Map<String, String>>();
        Gazetteer.lines("local-names.tsv.gz").forEach(field -> {
            Map<String, String> names = lists.computeIfAbsent(field[0], language -> new HashMap<>());
            // a country and its capital may share a name (Singapore): the country is meant
            for (String name : field[2].split("; ", -1)) {
                names.merge(Gazetteer.key(name), field[1], LocalNames::country);
            }
        });
        var read = new HashMap<String, LocalNames>();
        lists.forEach((language, names) -> read.put(language, new LocalNames(names, endings(language))));
        return Map.copyOf(read);
    }

    private static Endings endings(String language) {
        return ADDING.contains(language) ? Endings.ADDED : CHANGING.contains(language) ? Endings.CHANGED : Endings.NONE;
    }

    private static String country(String first, String second) {
        return Character.isLetter(second.charAt(0)) ? second : first;
    }

    /** The code or id of what goes by this name; empty if nothing does, or more than one thing might. */
    Optional<String> code(String name) {
        String key = Gazetteer.key(name);
        String exact = codes.get(key);
        return exact != null || endings == Endings.NONE ? Optional.ofNullable(exact) : declined(key);
    }

    private Optional<String> declined(String form) {
        int longest = SHORTEST_STEM - 1;
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, String> name : codes.entrySet()) {
            int shared = shared(form, name.getKey());
            if (shared >= Math.max(longest, SHORTEST_STEM) && isForm(form, name.getKey(), shared)) {
                if (shared > longest) {
                    found.clear();
                }
                longest = shared;
                found.add(name.getValue());
            }
        }
        return found.stream().distinct().count() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private boolean isForm(String form, String name, int shared) {
        boolean vowel = VOWELS.indexOf(name.charAt(name.length() - 1)) >= 0;
        boolean stays = endings == Endings.ADDED ? shared > SHORTEST_STEM : !vowel;
        return form.length() - shared <= LONGEST_ENDING
                && name.length() - shared <= LONGEST_LOSS
                && (stays || shared < name.length());
    }

    private static int shared(String first, String second) {
        int length = Math.min(first.length(), second.length());
        int at = 0;
        while (at < length && first.charAt(at) == second.charAt(at)) {
            at++;
        }
        return at;
    }
}
