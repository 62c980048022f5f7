package broadsheet.console;

import broadsheet.export.Bookmark;
import broadsheet.export.Change;
import broadsheet.export.Standing;
import broadsheet.export.StorableText;
import broadsheet.model.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Records as they stand on the downstream topics, invented. */
public final class ConsoleSample {

    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private ConsoleSample() {}

    public static String id(int number) {
        return String.format(Locale.ROOT, "%08x%024x", number * 0x9E3779B1, number);
    }

    /** An article of a quarter of an hour later for each number. */
    public static ObjectNode record(int number, String headline, String body) {
        ObjectNode article = Json.mapper().createObjectNode();
        String host = number % 3 == 0 ? "gazette.example" : "courier.example";
        article.put("id", id(number));
        article.put("url", "https://" + host + "/" + number + "?utm_source=feed");
        article.put("canonicalUrl", "https://" + host + "/" + number);
        article.putObject("source").put("domain", host).put("name", number % 3 == 0 ? "The Gazette" : "The Courier");
        article.put("headline", headline);
        article.putArray("authors").add("Mara Lindqvist");
        article.put("publishedAt", NOON.plusSeconds(900L * number).toString());
        article.put("fetchedAt", NOON.plusSeconds(900L * number + 60).toString());
        article.put("language", "en");
        article.putArray("keywords").add("bridges");
        article.put("body", body);
        article.put("wordCount", body.split(" ", -1).length);
        article.put("confidence", 0.93);
        article.putObject("provenance").put("body", "html").put("headline", "json-ld");
        article.putArray("entities");
        article.putArray("sections");
        article.putArray("annotated").add("entities").add("models-2").add("sections");
        ObjectNode version = article.putObject("version");
        version.put("number", 1).put("change", "new").put("substantive", true);
        version.putArray("changedFields");
        version.put("firstPublished", NOON.toString());
        version.putArray("history").addObject().put("at", NOON.toString()).put("contentHash", "5d41402abc4b2a76");
        return article;
    }

    public static ObjectNode section(ObjectNode article, String name) {
        article.withArray("sections")
                .addObject()
                .put("mediaTopic", "medtop:04000000")
                .put("name", name)
                .put("confidence", 0.8)
                .put("origin", "model");
        return article;
    }

    /** Names it in the body where it stands first, and in a register. */
    public static ObjectNode place(ObjectNode article, String name, String register) {
        ObjectNode entity = article.withArray("entities").addObject();
        entity.put("name", name).put("type", "LOCATION").put("salience", 0.5);
        mention(entity, article, name);
        entity.putObject("link")
                .put("scheme", "geonames")
                .put("id", "2634135")
                .put("name", register)
                .put("latitude", 54.48774)
                .put("longitude", -0.61498);
        return article;
    }

    public static ObjectNode person(ObjectNode article, String name) {
        ObjectNode entity = article.withArray("entities").addObject();
        entity.put("name", name).put("type", "PERSON").put("salience", 0.3);
        mention(entity, article, name);
        return article;
    }

    private static void mention(ObjectNode entity, ObjectNode article, String name) {
        int start = article.path("body").asText().indexOf(name);
        var mentions = entity.putArray("mentions");
        if (start >= 0) {
            mentions.addObject()
                    .put("start", start)
                    .put("end", start + name.length())
                    .put("text", name);
        }
    }

    public static ObjectNode asCopyOf(ObjectNode article, int original) {
        article.putObject("copyOf")
                .put("id", id(original))
                .put("similarity", 0.97)
                .put("method", "bottom-k-4gram/3")
                .put("fuller", false)
                .put("kind", "copy");
        return article;
    }

    /** The change that such a record asks for: a copy's if it says so. */
    public static Change.Upsert upsert(ObjectNode record) {
        byte[] json = Json.bytes(record);
        var article = StorableText.article(json);
        Standing standing = article.copyOf().isPresent() ? Standing.COPY : Standing.ORIGINAL;
        return new Change.Upsert(standing, article.id(), /* offset= */ 0, json, article);
    }

    public static Change.Upsert upsert(int number, String headline, String body, Consumer<ObjectNode> more) {
        ObjectNode record = record(number, headline, body);
        more.accept(record);
        return upsert(record);
    }

    /** One at that offset. */
    public static Bookmark bookmark(int reading, long offset) {
        return new Bookmark("console", reading, NOON, new TreeMap<>(Map.of("news.published-articles-0", offset)));
    }
}
