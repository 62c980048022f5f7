package broadsheet.console.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A search, read. All of its parts must hold; of several sources, or several languages, one.
 *
 * @param clauses at most {@link SearchQueryReader#MOST_CLAUSES}; those of time are in {@code after} and {@code before}
 * @param after not before that time; empty for no bound
 * @param before before that time; empty for no bound
 * @param notes what of it was not understood, a sentence each
 * @param parts as they were written, those of time included
 */
public record SearchQuery(
        List<QueryClause> clauses,
        Optional<Instant> after,
        Optional<Instant> before,
        List<String> notes,
        List<String> parts) {

    /** Everything. */
    public static final SearchQuery ALL =
            new SearchQuery(List.of(), Optional.empty(), Optional.empty(), List.of(), List.of());

    public SearchQuery {
        clauses = List.copyOf(clauses);
        notes = List.copyOf(notes);
        parts = List.copyOf(parts);
    }

    /** As a person would write it. */
    public String text() {
        return String.join(" ", parts);
    }

    /** The text of the same search without its part of that number. */
    public String without(int part) {
        List<String> others = new ArrayList<>(parts);
        others.remove(part);
        return String.join(" ", others);
    }

    /** The text of the same search with one part more. */
    public String with(QueryField field, String value) {
        String part = written(field, value);
        return parts.contains(part) ? text() : (text() + " " + part).strip();
    }

    /**
     * The text of the same search within other bounds.
     *
     * @param after a day, not before it
     * @param before a day, before it
     */
    public String between(String after, String before) {
        List<String> others = new ArrayList<>(parts);
        others.removeIf(part -> isOf(part, QueryField.AFTER) || isOf(part, QueryField.BEFORE));
        others.add(QueryField.AFTER.word() + ":" + after);
        others.add(QueryField.BEFORE.word() + ":" + before);
        return String.join(" ", others);
    }

    private static boolean isOf(String part, QueryField field) {
        return part.toLowerCase(Locale.ROOT).startsWith(field.word() + ":");
    }

    /** A part as the reader takes it. */
    public static String written(QueryField field, String value) {
        boolean isWord = !value.isEmpty() && value.chars().noneMatch(SearchQuery::separates);
        String plain = value.codePoints()
                .map(c -> SearchQueryReader.isQuote(c) ? ' ' : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return field.word() + ":" + (isWord ? value : '"' + plain.strip() + '"');
    }

    private static boolean separates(int c) {
        return Character.isWhitespace(c) || SearchQueryReader.isQuote(c);
    }
}
