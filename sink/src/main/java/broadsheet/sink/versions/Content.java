package broadsheet.sink.versions;

import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a fetch says, apart from when and under which of its URLs it was made: two fetches of an unchanged page have the
 * same content. It is the publisher's words that count, in {@link #WORDS}; what our models make of them, how sure we are
 * and where on the page we found them is carried along, and the best of what came with the same words is kept.
 *
 * @param article with the fields that tell one fetch from another set to fixed values
 * @param hash of the publisher's words, 16 hexadecimal digits
 * @param fields for each of the fields that are the publisher's a short hash
 * @param reading how good that is which is carried along
 */
public record Content(EnrichedArticle article, String hash, Map<String, String> fields, ReadingQuality reading) {

    /** The fields that make a version, by their JSON names. */
    static final List<String> WORDS = List.of(
            "headline",
            "authors",
            "publishedAt",
            "section",
            "keywords",
            "image",
            "body",
            "description",
            "wordCount",
            "accessibleForFree");

    public static Content of(EnrichedArticle fetched) {
        EnrichedArticle article =
                dated(fetched, fetched.article().id(), Optional.empty(), Optional.empty(), Instant.EPOCH);
        ObjectNode tree = Json.mapper().valueToTree(article);
        tree.retain(WORDS);
        Map<String, String> fields = new TreeMap<>();
        tree.properties().forEach(field -> fields.put(field.getKey(), hash(Json.bytes(field.getValue()), 4)));
        return new Content(article, hash(Json.bytes(tree), 8), fields, ReadingQuality.of(fetched, article));
    }

    /** The article with this id, and as it was fetched. */
    public static EnrichedArticle dated(
            EnrichedArticle content, String id, Optional<String> url, Optional<Instant> modified, Instant fetched) {
        Article a = content.article();
        var article = new Article(
                id,
                url,
                a.canonicalUrl(),
                a.source(),
                a.headline(),
                a.authors(),
                a.publishedAt(),
                modified,
                fetched,
                a.language(),
                a.section(),
                a.keywords(),
                a.image(),
                a.body(),
                a.description(),
                a.wordCount(),
                a.accessibleForFree(),
                a.confidence(),
                a.provenance());
        return new EnrichedArticle(article, content.entities(), content.sections(), content.annotated());
    }

    public static String hash(byte[] bytes, int length) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
