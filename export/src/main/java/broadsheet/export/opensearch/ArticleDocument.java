package broadsheet.export.opensearch;

import broadsheet.export.Change;
import broadsheet.model.Article;
import broadsheet.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A document: the record as it stands on the topic, fields of a later contract included, and two fields more: {@code
 * exportReading}, and {@code search}, in which headline and body stand once more under their language, for its stems. That
 * one is indexed and not kept.
 */
final class ArticleDocument {

    /** Where the words of other languages are. */
    private static final String OTHER = "other";

    private static final Set<String> LANGUAGES = languages();

    private ArticleDocument() {}

    /** Those that the mapping knows how to take apart. */
    private static Set<String> languages() {
        Set<String> names = new TreeSet<>();
        Layouts.template()
                .at("/template/mappings/properties/search/properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    static byte[] of(Change.Upsert upsert, int reading) {
        Article article = upsert.article().enriched().article();
        byte[] more = Json.bytes(Map.of(
                "exportReading",
                reading,
                "search",
                Map.of(field(article.language()), List.of(article.headline(), article.body()))));
        byte[] record = oneLine(upsert.json());
        int end = record.length;
        while (record[end - 1] != '}') {
            end--;
        }
        // A record is never without fields: a comma fits between.
        var document = new ByteArrayOutputStream(end + more.length);
        document.write(record, 0, end - 1);
        document.writeBytes(",".getBytes(StandardCharsets.UTF_8));
        document.write(more, 1, more.length - 1);
        return document.toByteArray();
    }

    /** The field under {@code search} for a BCP 47 tag. */
    static String field(String language) {
        int dash = language.indexOf('-');
        String primary = (dash < 0 ? language : language.substring(0, dash)).toLowerCase(Locale.ROOT);
        return LANGUAGES.contains(primary) ? primary : OTHER;
    }

    private static byte[] oneLine(byte[] json) {
        for (byte b : json) {
            if (b == '\n' || b == '\r') {
                return rewritten(json);
            }
        }
        return json;
    }

    private static byte[] rewritten(byte[] json) {
        try {
            JsonNode read = Json.mapper().readTree(json);
            return Json.bytes(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
