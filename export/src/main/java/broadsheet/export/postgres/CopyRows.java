package broadsheet.export.postgres;

import broadsheet.model.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of one table as {@code COPY … FROM STDIN} takes them: the text format of PostgreSQL. */
final class CopyRows {

    /** As it is, or in JSON. */
    record AsJson(Object value) {}

    private final String table;
    private final List<String> columns;
    private final ByteArrayOutputStream rows = new ByteArrayOutputStream();

    CopyRows(String table, List<String> columns) {
        this.table = table;
        this.columns = columns;
    }

    /** The command that takes the rows. */
    String command() {
        return "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN";
    }

    boolean isEmpty() {
        return rows.size() == 0;
    }

    byte[] bytes() {
        return rows.toByteArray();
    }

    /** Adds a row: text, numbers, times, lists of text, {@link AsJson}, and {@code Optional} of these. */
    void add(List<?> values) {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + columns);
        }
        StringBuilder row = new StringBuilder();
        for (Object value : values) {
            row.append(row.isEmpty() ? "" : "\t").append(value(value));
        }
        rows.writeBytes(row.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String value(Object value) {
        if (value instanceof Optional<?> maybe) {
            return maybe.map(CopyRows::value).orElse("\\N");
        }
        if (value instanceof AsJson json) {
            return escaped(Json.line(json.value()));
        }
        if (value instanceof Collection<?> texts) {
            return escaped(array(texts));
        }
        if (value instanceof Map<?, ?>) {
            return escaped(Json.line(value));
        }
        return escaped(value.toString());
    }

    private static String array(Collection<?> texts) {
        StringBuilder array = new StringBuilder("{");
        for (Object text : texts) {
            array.append(array.length() == 1 ? "" : ",")
                    .append('"')
                    .append(text.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return array.append('}').toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
