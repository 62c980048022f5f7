package broadsheet.enrich.entities;

import broadsheet.model.Entity;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One type for one name in one document: spans with the same characters take the type that most of them have.
 *
 * <p>On a tie the type of the first one wins. A document rarely means two things by the same name (Gale, Church and
 * Yarowsky, "One Sense Per Discourse", 1992).
 */
final class Consistency {
    private Consistency() {}

    /** The spans with their types made to agree, in the order given. */
    static List<Span> agree(String text, List<Span> spans) {
        Map<String, Map<Entity.Type, Integer>> counts = new HashMap<>();
        for (Span span : spans) {
            counts.computeIfAbsent(name(text, span), name -> new EnumMap<>(Entity.Type.class))
                    .merge(span.type(), 1, Integer::sum);
        }
        Map<String, Entity.Type> types = new HashMap<>();
        for (Span span : spans) {
            String name = name(text, span);
            Map<Entity.Type, Integer> count = counts.getOrDefault(name, Map.of());
            types.merge(
                    name,
                    span.type(),
                    (first, next) -> count.getOrDefault(next, 0) > count.getOrDefault(first, 0) ? next : first);
        }
        return spans.stream()
                .map(span -> span.as(types.getOrDefault(name(text, span), span.type())))
                .toList();
    }

    private static String name(String text, Span span) {
        return text.substring(span.start(), span.end());
    }
}
