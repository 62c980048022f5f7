package broadsheet.stories;

import broadsheet.model.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One line of input.
 *
 * @param id the article's id, not empty
 * @param title its headline; empty if there is none
 * @param text its body; empty if there is none
 * @param published its content time; empty if none is said that can be read
 * @param language primary subtag in small letters; empty if none is said
 */
record ArticleLine(String id, String title, String text, Optional<Instant> published, Optional<String> language) {

    private static final List<Function<String, Instant>> WRITINGS = List.of(
            Instant::parse,
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is no JSON object with an id
     */
    static ArticleLine read(String line) {
        JsonNode fields;
        try {
            fields = Json.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
        String id = string(fields, "id");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("no id");
        }
        return new ArticleLine(
                id,
                string(fields, "title"),
                string(fields, "text"),
                time(string(fields, "published")),
                language(string(fields, "language")));
    }

    private static String string(JsonNode fields, String name) {
        JsonNode field = fields.path(name);
        return field.isValueNode() && !field.isNull() ? field.asText().strip() : "";
    }

    private static Optional<Instant> time(String text) {
        for (Function<String, Instant> writing : WRITINGS) {
            try {
                return Optional.of(writing.apply(text));
            } catch (DateTimeException e) {
                // Perhaps it is written in the next way.
            }
        }
        return Optional.empty();
    }

    /** {@code en} of {@code en-GB}; Bokmål and Nynorsk are Norwegian, as for the detector. */
    private static Optional<String> language(String tag) {
        String primary = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return switch (primary) {
            case "", "und", "mul", "zxx" -> Optional.empty();
            case "nb", "nn" -> Optional.of("no");
            default -> Optional.of(primary);
        };
    }
}
