package broadsheet.enrich.entities;

import broadsheet.model.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts the mentions of one thing in one group.
 *
 * <p>First, spellings with the same {@link Names#key} and type. Then short names join long ones: "Kozlov" the person whose
 * family or given name it is, "WHO" the organisation with these initials. Where several would do, a person's family name
 * goes before a given name, and then the one named last before the short mention's first place.
 */
final class Grouping {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Grouping() {}

    /**
     * The mentions of one thing, in order of place.
     *
     * @param name the fullest of their names
     */
    record Group(String name, Entity.Type type, List<Span> spans) {
        /** Where it is first named. */
        int first() {
            return spans.get(0).start();
        }
    }

    /** The groups in order of their first mention. */
    static List<Group> of(String text, List<Span> spans) {
        List<Group> groups = sameNames(text, spans);
        FullNames fullNames = new FullNames(groups);
        // By identity: to compare groups is to go through all their mentions.
        IdentityHashMap<Group, Group> homes = new IdentityHashMap<>();
        for (Group group : groups) {
            fullNames.of(group).ifPresent(home -> homes.put(group, home));
        }
        IdentityHashMap<Group, List<Span>> merged = new IdentityHashMap<>();
        for (Group group : groups) {
            merged.computeIfAbsent(root(group, homes), root -> new ArrayList<>())
                    .addAll(group.spans());
        }
        List<Group> result = new ArrayList<>();
        merged.forEach((root, all) -> result.add(new Group(root.name(), root.type(), inOrder(all))));
        result.sort(Comparator.comparingInt(Group::first));
        return result;
    }

    private static List<Group> sameNames(String text, List<Span> spans) {
        Map<String, List<Span>> byKey = new LinkedHashMap<>();
        for (Span span : spans) {
            String key = span.type() + " " + Names.key(name(text, span));
            byKey.computeIfAbsent(key, none -> new ArrayList<>()).add(span);
        }
        List<Group> groups = new ArrayList<>();
        for (List<Span> same : byKey.values()) {
            String longest = same.stream()
                    .map(span -> name(text, span))
                    .max(Comparator.comparingInt(String::length))
                    .orElseThrow();
            groups.add(new Group(longest, same.get(0).type(), same));
        }
        return groups;
    }

    private static Group root(Group group, IdentityHashMap<Group, Group> homes) {
        Group root = group;
        // a home has more words or letters than its guest, so this ends
        for (Group home = homes.get(root); home != null; home = homes.get(root)) {
            root = home;
        }
        return root;
    }

    private static List<Span> inOrder(List<Span> spans) {
        return spans.stream().sorted(Comparator.comparingInt(Span::start)).toList();
    }

    /** The characters of a span, with line breaks and runs of spaces as one space. */
    static String name(String text, Span span) {
        return SPACES.matcher(text.substring(span.start(), span.end())).replaceAll(" ");
    }
}
