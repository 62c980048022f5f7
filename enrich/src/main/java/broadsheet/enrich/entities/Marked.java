package broadsheet.enrich.entities;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The names marked in a text so far, apart from each other; rules add to them. Used by one thread. */
final class Marked {
    private final TreeMap<Integer, Span> byStart = new TreeMap<>();

    Marked(Collection<Span> spans) {
        spans.forEach(span -> byStart.put(span.start(), span));
    }

    /** In order. */
    List<Span> spans() {
        return List.copyOf(byStart.values());
    }

    /** Those that share a character with the stretch, in order. */
    List<Span> over(int start, int end) {
        List<Span> over = new ArrayList<>();
        Map.Entry<Integer, Span> before = byStart.lowerEntry(start);
        if (before != null && before.getValue().end() > start) {
            over.add(before.getValue());
        }
        over.addAll(byStart.subMap(start, end).values());
        return over;
    }

    /** Marks a name in place of all that it shares a character with. */
    void put(Span span) {
        over(span.start(), span.end()).forEach(other -> byStart.remove(other.start()));
        byStart.put(span.start(), span);
    }

    /** Marks a name if nothing longer holds it. */
    void putUnlessWithin(Span span) {
        boolean within = over(span.start(), span.end()).stream()
                .anyMatch(other -> other.start() <= span.start()
                        && other.end() >= span.end()
                        && other.end() - other.start() > span.end() - span.start());
        if (!within) {
            put(span);
        }
    }

    /** Marks those names that share nothing with what is marked. */
    void addFree(List<Span> spans) {
        spans.stream()
                .sorted(Comparator.comparingInt(Span::start))
                .filter(span -> over(span.start(), span.end()).isEmpty())
                .forEach(this::put);
    }
}
