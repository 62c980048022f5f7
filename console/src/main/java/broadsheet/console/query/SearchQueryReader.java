package broadsheet.console.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a search: words, {@code "phrases"}, {@code field:value}, {@code field:"a value"}, and {@code -} before any of them.
 * Whatever comes is a search; what cannot be understood is left out, and said. There are no wildcards, no patterns and no
 * brackets, so that nothing that is asked costs more than its words.
 */
public final class SearchQueryReader {

    /** So much of a search is read, in UTF-16 code units. */
    public static final int MOST_CHARACTERS = 1_000;

    /** So many parts of it count. */
    public static final int MOST_CLAUSES = 32;

    private final String text;
    private final Instant now;
    private final List<QueryClause> clauses = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private Optional<Instant> after = Optional.empty();
    private Optional<Instant> before = Optional.empty();
    private int at;

    private SearchQueryReader(String text, Instant now) {
        this.text = text;
        this.now = now;
    }

    /**
     * Reads it.
     *
     * @param now what {@code after:7d} is counted from
     */
    public static SearchQuery read(String text, Instant now) {
        boolean isLong = text.length() > MOST_CHARACTERS;
        var reader = new SearchQueryReader(isLong ? text.substring(0, MOST_CHARACTERS) : text, now);
        reader.read();
        if (isLong) {
            reader.notes.add("only the first " + MOST_CHARACTERS + " characters were read");
        }
        return new SearchQuery(reader.clauses, reader.after, reader.before, reader.notes, reader.parts);
    }

    private void read() {
        while (skipSpace()) {
            if (parts.size() == MOST_CLAUSES) {
                notes.add("only the first " + MOST_CLAUSES + " parts were read");
                return;
            }
            part();
        }
    }

    private boolean skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private void part() {
        int start = at;
        boolean isExcluded = text.charAt(at) == '-' && at + 1 < text.length() && !isSpace(at + 1);
        if (isExcluded) {
            at++;
        }
        QueryField field = field().orElse(QueryField.TEXT);
        boolean isPhrase = at < text.length() && isQuote(text.charAt(at));
        String value = (isPhrase ? quoted() : word()).strip();
        String raw = text.substring(start, at);
        if (value.isEmpty()) {
            if (field != QueryField.TEXT) {
                notes.add(field.word() + ": has no value");
            }
            return;
        }
        boolean isTime = field == QueryField.AFTER || field == QueryField.BEFORE;
        if (isTime) {
            time(field, value, raw);
        } else {
            parts.add(raw);
            clauses.add(new QueryClause(field, value, isPhrase, isExcluded, raw));
        }
    }

    /** Goes past a field's word and its colon, if there is one. */
    private Optional<QueryField> field() {
        int end = at;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        if (end == text.length() || text.charAt(end) != ':') {
            return Optional.empty();
        }
        Optional<QueryField> field = QueryField.of(text.substring(at, end));
        if (field.isPresent()) {
            at = end + 1;
        }
        return field;
    }

    private String quoted() {
        int start = ++at;
        while (at < text.length() && !isQuote(text.charAt(at))) {
            at++;
        }
        String value = text.substring(start, at);
        at = Math.min(text.length(), at + 1);
        return value;
    }

    private String word() {
        int start = at;
        while (at < text.length() && !isSpace(at) && !isQuote(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void time(QueryField field, String value, String raw) {
        Optional<Instant> time = QueryTime.read(value, now);
        if (time.isEmpty()) {
            notes.add(field.word() + ": is no time such as 2026-11-24, 2026-11 or 7d: " + value);
            return;
        }
        parts.add(raw);
        if (field == QueryField.AFTER) {
            after = time;
        } else {
            before = time;
        }
    }

    private boolean isSpace(int index) {
        return Character.isWhitespace(text.charAt(index));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isQuote(int c) {
        return c == '"' || c == '“' || c == '”' || c == '„' || c == '«' || c == '»';
    }
}
