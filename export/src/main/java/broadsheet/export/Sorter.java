package broadsheet.export;

import broadsheet.model.Article;
import broadsheet.model.PublishedArticle;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Says what a record is to an export. Pure. */
record Sorter(Selection selection) {

    Sorted sort(Standing standing, long offset, byte @Nullable [] key, byte @Nullable [] value) {
        if (key == null) {
            return new Sorted.Poison("no key");
        }
        String id = new String(key, StandardCharsets.UTF_8);
        if (!Article.isId(id)) {
            return new Sorted.Poison("the key is no article id");
        }
        if (value == null) {
            return new Sorted.Withdrawn(new Change.Delete(standing, id, offset));
        }
        PublishedArticle article;
        try {
            article = StorableText.article(value);
        } catch (SerializationException e) {
            return new Sorted.Poison(e.getMessage()
                    + Optional.ofNullable(e.getCause())
                            .map(cause -> ": " + firstLine(cause))
                            .orElse(""));
        }
        if (!article.id().equals(id)) {
            return new Sorted.Poison("the key is not the article's id: " + article.id());
        }
        Optional<String> lacking = lacking(article);
        if (lacking.isPresent()) {
            return new Sorted.Poison("lacks " + lacking.get());
        }
        var upsert = new Change.Upsert(standing, id, offset, value, article);
        return selection.wants(upsert)
                ? new Sorted.Wanted(upsert)
                : new Sorted.PassedOver(new Change.Delete(standing, id, offset));
    }

    /** The contract's required fields whose absence the reading of JSON lets pass. */
    private static Optional<String> lacking(PublishedArticle published) {
        Article article = published.enriched().article();
        Map<String, @Nullable Object> required = new LinkedHashMap<>();
        required.put("body", article.body());
        required.put("source", article.source());
        required.put("fetchedAt", article.fetchedAt());
        required.put("language", article.language());
        required.put("version", published.version());
        return required.entrySet().stream()
                .filter(field -> field.getValue() == null)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String firstLine(Throwable problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    }
}
