package broadsheet.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How names of one thing differ: short forms, initials, acronyms, legal forms, abbreviations of countries. */
final class Names {
    private static final Pattern WORD_BREAK = Pattern.compile("[\\s\\-–/]+");
    private static final Set<String> LEGAL_FORMS = Set.of(
            "inc corp corporation co company ltd limited plc llc group holdings ag sa nv gmbh se spa".split(" "));
    private static final Set<String> SMALL_WORDS = Set.of("of", "the", "and", "for", "in", "on", "to", "de", "&");
    private static final Map<String, String> ALIASES = Map.of(
            "us", "united states",
            "usa", "united states",
            "united states of america", "united states",
            "uk", "united kingdom",
            "uae", "united arab emirates",
            "un", "united nations",
            "eu", "european union");

    private Names() {}

    /** The words of a name without full stops, in lower case; a leading "the" is dropped. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : WORD_BREAK.split(name, -1)) {
            String bare = word.replace(".", "").replace("’", "'").toLowerCase(Locale.ROOT);
            if (!bare.isEmpty() && !(words.isEmpty() && bare.equals("the"))) {
                words.add(bare);
            }
        }
        return words;
    }

    /** One key for all spellings of the same name: case, full stops, legal forms and known abbreviations aside. */
    static String key(String name) {
        List<String> words = words(name);
        while (words.size() > 1 && LEGAL_FORMS.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        String key = String.join(" ", words).replace(" ,", "");
        // "US" is a country, "us" is not
        boolean capitals = name.equals(name.toUpperCase(Locale.ROOT)) || words.size() > 1;
        return capitals ? ALIASES.getOrDefault(key, key) : key;
    }

    /**
     * Whether {@code part} is a shorter name of the person {@code full}: family name, given name, or both without what
     * stands between.
     */
    static boolean isShortPerson(List<String> part, List<String> full) {
        if (part.isEmpty() || part.size() >= full.size()) {
            return false;
        }
        if (part.size() == 1) {
            return isFirstOrLast(part.get(0), full);
        }
        boolean sameEnds =
                part.get(0).equals(full.get(0)) && part.get(part.size() - 1).equals(last(full));
        return sameEnds
                || full.subList(full.size() - part.size(), full.size()).equals(part)
                || full.subList(0, part.size()).equals(part);
    }

    /** The acronyms that a name may be known by: the initials of all its words, and of its main words. */
    static Set<String> acronyms(String name) {
        StringBuilder all = new StringBuilder();
        StringBuilder main = new StringBuilder();
        for (String word : WORD_BREAK.split(name, -1)) {
            if (word.isEmpty()) {
                continue;
            }
            char initial = Character.toUpperCase(word.charAt(0));
            all.append(initial);
            if (!SMALL_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                main.append(initial);
            }
        }
        return main.length() < 2 ? Set.of() : new TreeSet<>(List.of(all.toString(), main.toString()));
    }

    private static boolean isFirstOrLast(String word, List<String> full) {
        return word.length() > 1 && (word.equals(full.get(0)) || word.equals(last(full)));
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }
}
