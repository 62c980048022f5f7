package broadsheet.ingest.body;

import broadsheet.ingest.html.Scope;
import broadsheet.ingest.html.WordSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the words of class, id and role are about, in groups: the second scorer sees how near an element of each group
 * is, and not the single words, so that it learns from one site what holds on another. Confined to one page.
 */
final class NameGroups {
    /** In the order of the file: the model counts on it. */
    static final List<Set<String>> GROUPS = PhraseList.lines("name-groups.txt").stream()
            .map(line -> Set.of(line.substring(line.indexOf(':') + 1).strip().split(" ", 0)))
            .toList();

    private static final int FAR = 9;
    /** For each word a bit for each group that it is in. */
    private static final Map<String, Integer> BITS = bits();

    private static final WordSet KNOWN = new WordSet(BITS.keySet());

    /** Of each scope of the page, where it was asked for. */
    private final int[][] steps;
    /** For class, id and role as written a bit for each group: most elements have the same as others. */
    private final Map<String, Integer> named = new HashMap<>();

    NameGroups(int scopes) {
        steps = new int[scopes][];
    }

    /**
     * Steps up from a scope to the nearest one named from each group, at most {@value #FAR}; scopes above {@code top}
     * count, those above the body do not exist.
     */
    void distances(Scope scope, float[] into, int at) {
        int[] groups = groups(scope);
        for (int i = 0; i < groups.length; i++) {
            into[at + i] = groups[i];
        }
    }

    private int[] groups(Scope scope) {
        List<Scope> unknown = new ArrayList<>();
        int @Nullable [] above = null;
        for (Optional<Scope> at = Optional.of(scope);
                at.isPresent() && above == null;
                at = at.get().parent()) {
            above = steps[at.get().index()];
            if (above == null) {
                unknown.add(at.get());
            }
        }
        int[] groups = above == null ? new int[GROUPS.size()] : above;
        for (int i = unknown.size() - 1; i >= 0; i--) {
            groups = own(unknown.get(i), above);
            steps[unknown.get(i).index()] = groups;
            above = groups;
        }
        return groups;
    }

    private int[] own(Scope scope, int @Nullable [] above) {
        int bits = named.computeIfAbsent(scope.names(), none -> bits(scope));
        int[] own = new int[GROUPS.size()];
        for (int i = 0; i < own.length; i++) {
            boolean isNamed = (bits >> i & 1) == 1;
            own[i] = isNamed ? 0 : above == null ? FAR : Math.min(FAR, above[i] + 1);
        }
        return own;
    }

    private static int bits(Scope scope) {
        int bits = 0;
        for (String word : scope.words()) {
            String bare = withoutNumber(word);
            bits |= KNOWN.contains(bare) ? BITS.getOrDefault(bare, 0) : 0;
        }
        return bits;
    }

    /** Sites number what they have several of: {@code cta3} is a {@code cta}. */
    private static String withoutNumber(String word) {
        int end = word.length();
        while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        return end == word.length() ? word : word.substring(0, end);
    }

    private static Map<String, Integer> bits() {
        Map<String, Integer> bits = new HashMap<>();
        for (int i = 0; i < GROUPS.size(); i++) {
            for (String word : GROUPS.get(i)) {
                bits.merge(word, 1 << i, (one, other) -> one | other);
            }
        }
        return Map.copyOf(bits);
    }
}
