package broadsheet.export;

import broadsheet.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a target says of an article, whatever form it has there.
 *
 * @param body its hash: a failure is to be readable
 * @param mentions the texts that its body has where its mentions say that they are
 */
record Told(
        String headline,
        int body,
        Optional<Instant> published,
        Optional<String> description,
        Optional<String> copyOf,
        List<String> mentions) {

    /** How offsets into a body are counted. */
    interface Cut {
        String of(String body, int start, int end);
    }

    static final Cut BY_CODE_UNITS = String::substring;
    static final Cut BY_CODE_POINTS = (body, start, end) -> {
        int from = body.offsetByCodePoints(0, start);
        return body.substring(from, body.offsetByCodePoints(from, end - start));
    };

    /** That of a record of the topics. */
    static Told of(JsonNode record) {
        return new Told(
                record.path("headline").asText(),
                record.path("body").asText().hashCode(),
                text(record.path("publishedAt")).map(Instant::parse),
                text(record.path("description")),
                text(record.at("/copyOf/id")),
                mentions(record.path("body").asText(), record.path("entities"), BY_CODE_UNITS));
    }

    static Told of(byte[] record) {
        return of(json(new String(record, java.nio.charset.StandardCharsets.UTF_8)));
    }

    static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<String> text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node.asText());
    }

    /** Each mention's text, cut out of the body, sorted; it must be what the mention itself says. */
    static List<String> mentions(String body, JsonNode entities, Cut cut) {
        List<String> texts = new ArrayList<>();
        for (JsonNode entity : entities) {
            for (JsonNode mention : entity.path("mentions")) {
                String found = cut.of(
                        body, mention.path("start").asInt(), mention.path("end").asInt());
                texts.add(found.equals(mention.path("text").asText()) ? found : "elsewhere: " + mention);
            }
        }
        return texts.stream().sorted().toList();
    }

    /** What a form has a place for that knows neither copies nor mentions. */
    Told withoutCopyAndMentions() {
        return new Told(headline, body, published, description, Optional.empty(), List.of());
    }
}
