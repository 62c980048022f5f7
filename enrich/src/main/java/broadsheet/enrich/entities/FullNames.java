package broadsheet.enrich.entities;

import broadsheet.enrich.entities.Grouping.Group;
import broadsheet.model.Entity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the full name that a short one stands for in the same document.
 *
 * <p>Full names are indexed by what a short one can be, so that a text with many thousand names costs no more than linear
 * time; of one key at most {@value #MAX_CANDIDATES} are looked at.
 */
final class FullNames {
    private static final int MAX_CANDIDATES = 20;

    private final Map<String, List<FullName>> byKey = new HashMap<>();

    FullNames(List<Group> groups) {
        for (Group group : groups) {
            List<String> words = Names.words(group.name());
            if (words.size() > 1) {
                FullName name = new FullName(group, words);
                keys(group, words).forEach(key -> index(key, name));
            }
        }
    }

    /** The best full name for a short one; empty if none fits. */
    Optional<Group> of(Group group) {
        boolean person = group.type() == Entity.Type.PERSON;
        List<String> words = Names.words(group.name());
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String key = group.type() + " "
                + (person ? words.get(words.size() - 1) : group.name().replace(".", ""));
        List<FullName> candidates = new ArrayList<>(byKey.getOrDefault(key, List.of()));
        if (person && words.size() > 1) {
            candidates.addAll(byKey.getOrDefault(group.type() + " " + words.get(0), List.of()));
        }
        Group best = null;
        int bestRank = 0;
        for (FullName candidate : candidates) {
            int rank = candidate.group.equals(group) ? 0 : rank(group, words, candidate);
            if (rank > bestRank) {
                best = candidate.group;
                bestRank = rank;
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<String> keys(Group group, List<String> words) {
        String prefix = group.type() + " ";
        if (group.type() == Entity.Type.PERSON) {
            return List.of(prefix + words.get(0), prefix + words.get(words.size() - 1));
        }
        return Names.acronyms(group.name()).stream()
                .map(letters -> prefix + letters)
                .toList();
    }

    private void index(String key, FullName name) {
        List<FullName> names = byKey.computeIfAbsent(key, none -> new ArrayList<>());
        if (names.size() < MAX_CANDIDATES) {
            names.add(name);
        }
    }

    /** How well {@code full} does as the full name; 0 if not at all. */
    private static int rank(Group group, List<String> part, FullName full) {
        if (group.type() != Entity.Type.PERSON) {
            // what shares a key has these initials
            return 1;
        }
        List<String> words = full.words;
        if (!Names.isShortPerson(part, words)) {
            return 0;
        }
        boolean family = part.get(part.size() - 1).equals(words.get(words.size() - 1));
        boolean before = full.group.first() < group.first();
        return 1 + (family ? 2 : 0) + (before ? 4 : 0);
    }

    private record FullName(Group group, List<String> words) {}
}
