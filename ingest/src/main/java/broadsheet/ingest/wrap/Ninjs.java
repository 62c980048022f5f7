package broadsheet.ingest.wrap;

import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.Limits;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A news item of a wire service in ninjs 1 or 2.
 *
 * <p>Source: IPTC ninjs.
 *
 * @param headline plain text
 * @param url the item's own URL, where it is one of the Web
 * @param byline as written
 * @param published as written
 * @param modified as written
 * @param language tag
 * @param body the fullest body
 * @param isMarkup whether the body is markup, not plain text
 * @param provider who sends it
 * @param keywords names of its subjects
 */
public record Ninjs(
        Optional<String> headline,
        Optional<String> url,
        Optional<String> byline,
        Optional<String> published,
        Optional<String> modified,
        Optional<String> language,
        String body,
        boolean isMarkup,
        Optional<String> provider,
        List<String> keywords) {

    /** Whether a JSON document is a ninjs item. */
    public static boolean isNinjs(JsonNode document) {
        boolean named = document.has("uri")
                || document.path("standard").path("name").asText("").equals("ninjs");
        return named
                && (document.has("headline")
                        || document.has("headlines")
                        || document.path("type").isTextual());
    }

    /** Reads an item; what it lacks is empty. */
    public static Ninjs read(JsonNode item) {
        Optional<String> markup =
                text(item, "body_xhtml").or(() -> text(item, "body_html")).or(() -> body(item, true));
        Optional<String> plain = text(item, "body_text").or(() -> body(item, false));
        List<String> keywords = new ArrayList<>();
        item.path("subject").forEach(subject -> line(subject, "name").ifPresent(keywords::add));
        item.path("subjects").forEach(subject -> line(subject, "name").ifPresent(keywords::add));
        return new Ninjs(
                line(item, "headline").or(() -> line(item.path("headlines").path(0), "value")),
                text(item, "canonicalurl")
                        .or(() -> text(item, "uri"))
                        .filter(uri -> uri.startsWith("http") && uri.length() <= Limits.URL),
                line(item, "byline").or(() -> line(item, "by")),
                line(item, "firstcreated").or(() -> line(item, "firstCreated")).or(() -> line(item, "versioncreated")),
                line(item, "versioncreated").or(() -> line(item, "versionCreated")),
                line(item, "language"),
                markup.or(() -> plain).orElse(""),
                markup.isPresent(),
                line(item, "copyrightholder").or(() -> line(item, "provider")),
                keywords.stream().limit(Limits.KEYWORDS).toList());
    }

    private static Optional<String> body(JsonNode item, boolean markup) {
        for (JsonNode body : item.path("bodies")) {
            boolean isMarkup = body.path("contenttype")
                    .asText(body.path("contentType").asText(""))
                    .contains("html");
            if (isMarkup == markup) {
                return text(body, "value");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asText("").strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<String> line(JsonNode node, String field) {
        return text(node, field).map(text -> Clip.to(Limits.LINE, text));
    }
}
