package broadsheet.enrich.entities;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A name that was found once is found wherever the document writes it the same way, if it has several words: those that a
 * hyphen, a space or a mark joins are hardly ever something else.
 *
 * <p>Each occurrence of a name's first word is looked at once; linear in the text but for names that begin alike, of which
 * {@value #MOST_ALIKE} are kept.
 */
final class Repeats {
    private static final int MOST_ALIKE = 20;

    private final String text;
    private final Marked marked;
    private final Map<String, Set<String>> byFirstWord = new HashMap<>();
    private final Map<String, Span> names = new HashMap<>();

    Repeats(String text, Marked marked) {
        this.text = text;
        this.marked = marked;
    }

    /** Marks the others. */
    void mark() {
        for (Span span : marked.spans()) {
            String name = text.substring(span.start(), span.end());
            int first = wordEnd(name, 0);
            if (first > 0 && first < name.length()) {
                Set<String> alike = byFirstWord.computeIfAbsent(name.substring(0, first), none -> new TreeSet<>());
                if (alike.size() < MOST_ALIKE) {
                    alike.add(name);
                    names.putIfAbsent(name, span);
                }
            }
        }
        if (!names.isEmpty()) {
            search();
        }
    }

    private void search() {
        int at = 0;
        while (at < text.length()) {
            int end = wordEnd(text, at);
            if (end == at) {
                at++;
                continue;
            }
            if (Character.isUpperCase(text.charAt(at)) || Character.isDigit(text.charAt(at))) {
                for (String name : byFirstWord.getOrDefault(text.substring(at, end), Set.of())) {
                    markIfFree(name, at);
                }
            }
            at = end;
        }
    }

    private void markIfFree(String name, int start) {
        int end = start + name.length();
        boolean whole = text.startsWith(name, start)
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))
                && (start == 0 || text.charAt(start - 1) != '-');
        Span known = names.get(name);
        if (whole
                && known != null
                && marked.over(start, end).stream().allMatch(span -> span.start() >= start && span.end() <= end)) {
            marked.put(new Span(start, end, known.type()));
        }
    }

    private static int wordEnd(String text, int start) {
        int at = start;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
