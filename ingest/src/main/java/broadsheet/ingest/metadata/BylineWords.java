package broadsheet.ingest.metadata;

import java.util.HashMap;
import java.util.HashSet;
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
}
