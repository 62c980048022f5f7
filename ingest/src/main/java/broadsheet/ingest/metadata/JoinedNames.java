package broadsheet.ingest.metadata;

import broadsheet.ingest.limits.Lower;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Parts names that markup has joined: the blank between two elements was in neither. */
final class JoinedNames {
    /** "SmithJane": where one ends and the next begins. */
    private static final Pattern JOINED = Pattern.compile("(?<=\\p{Ll}{2})(?=\\p{Lu}\\p{Ll})");

    private static final Set<String> PREFIXES = Set.of(
            "mac", "mc", "fitz", "de", "la", "le", "di", "du", "da", "del", "van", "von", "o", "vande", "vander");
    private static final int MOST_WORDS = 12;

    private JoinedNames() {}

    /** "John SmithJane Doe": two whole names; what is none of this kind stays one. */
    static List<String> part(String name) {
        String[] words = name.split(" ", 0);
        for (int i = 1; i < words.length - 1; i++) {
            String[] both = JOINED.split(words[i], 2);
            if (both.length == 2 && !PREFIXES.contains(Lower.of(both[0])) && words.length <= MOST_WORDS) {
                List<String> names = new ArrayList<>();
                names.add(String.join(" ", List.of(words).subList(0, i)) + " " + both[0]);
                names.addAll(part(
                        both[1] + " " + String.join(" ", List.of(words).subList(i + 1, words.length))));
                return names;
            }
        }
        return List.of(name);
    }
}
