package broadsheet.export;

import broadsheet.model.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/** Records as they stand on the topics, invented. */
public final class Sample {

    /** With what makes trouble: beyond the basic plane, quotes, tabs, line ends of all kinds, backslashes, commas. */
    public static final String BODY =
            "“Glad,” 🌉 said Helen Ackroyd of Whitby;\ta \\N in it.\n\nTwo, \"three\"\r\nfour 😀 Whitby 𝔘.";

    private Sample() {}

    public static String id(int number) {
        return String.format(Locale.ROOT, "%032x", number);
    }

    /** One record. */
    public static byte[] record(int number, Consumer<ObjectNode> change) {
        ObjectNode article = Json.mapper().createObjectNode();
        article.put("id", id(number));
        article.put("url", "https://courier.example/" + number + "?utm_source=feed");
        article.put("canonicalUrl", "https://courier.example/" + number);
        article.putObject("source").put("domain", "courier.example").put("name", "The Example Courier");
        article.put("headline", "Bridge, “number” " + number + " opens");
        article.putArray("authors").add("Mara \"M.\" Lindqvist").add("O'Hara, {Tobias}");
        article.put("publishedAt", "2026-11-18T08:30:00Z");
        article.put("fetchedAt", "2026-11-19T15:00:00.250Z");
        article.put("language", "en");
        article.putArray("keywords").add("bridges");
        article.put("body", BODY);
        article.put("wordCount", 17);
        article.put("accessibleForFree", true);
        article.put("confidence", 0.93);
        article.putObject("provenance").put("body", "html").put("headline", "json-ld");
        ObjectNode whitby = article.putArray("entities").addObject();
        whitby.put("name", "Whitby").put("type", "LOCATION").put("salience", 0.6);
        mention(whitby.putArray("mentions").addObject(), BODY.indexOf("Whitby"));
        mention(whitby.withArray("mentions").addObject(), BODY.lastIndexOf("Whitby"));
        whitby.putObject("link")
                .put("scheme", "geonames")
                .put("id", "2634135")
                .put("name", "Whitby")
                .put("latitude", 54.48774)
                .put("longitude", -0.61498);
        article.putArray("sections")
                .addObject()
                .put("mediaTopic", "medtop:04000000")
                .put("name", "economy, business and finance")
                .put("confidence", 0.81)
                .put("origin", "model");
        article.putArray("annotated").add("entities").add("models-2").add("sections");
        ObjectNode version = article.putObject("version");
        version.put("number", 1).put("change", "new").put("substantive", true);
        version.putArray("changedFields");
        version.put("firstPublished", "2026-11-18T08:30:00Z");
        version.putArray("history")
                .addObject()
                .put("at", "2026-11-19T15:00:00.250Z")
                .put("contentHash", "5d41402abc4b2a76");
        change.accept(article);
        return Json.bytes(article);
    }

    private static void mention(ObjectNode mention, int start) {
        mention.put("start", start).put("end", start + "Whitby".length()).put("text", "Whitby");
    }

    public static byte[] record(int number) {
        return record(number, article -> {});
    }

    public static byte[] copy(int number, int original) {
        return record(
                number,
                article -> article.putObject("copyOf")
                        .put("id", id(original))
                        .put("similarity", 0.97)
                        .put("method", "bottom-k-4gram/3")
                        .put("fuller", false)
                        .put("kind", "copy"));
    }

    public static Change.Upsert upsert(Standing standing, byte[] json) {
        return upsert(standing, 0, json);
    }

    /** The change that a record at that offset asks for. */
    public static Change.Upsert upsert(Standing standing, long offset, byte[] json) {
        var article = StorableText.article(json);
        return new Change.Upsert(standing, article.id(), offset, json, article);
    }

    public static byte[] key(int number) {
        return id(number).getBytes(StandardCharsets.UTF_8);
    }
}
