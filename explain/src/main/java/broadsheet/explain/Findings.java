package broadsheet.explain;

import broadsheet.explain.Explanation.Annotated;
import broadsheet.explain.Explanation.Came;
import broadsheet.explain.Explanation.Extracted;
import broadsheet.explain.Explanation.Field;
import broadsheet.ingest.RawPage;
import broadsheet.ingest.RecordFacts;
import broadsheet.ingest.bytes.ContentKind;
import broadsheet.model.Article;
import broadsheet.model.EnrichedArticle;
import broadsheet.model.Facts;
import broadsheet.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.Record;

/** What there is to tell of a record of each topic before the sink. */
final class Findings {

    private static final int LONGEST = 100;

    private Findings() {}

    static Came of(ConsumerRecord<byte[], byte[]> raw) {
        RawPage page = RecordFacts.page(new Record<>(raw.key(), raw.value(), raw.timestamp(), raw.headers()));
        return new Came(
                Instant.ofEpochMilli(raw.timestamp()),
                page.url(),
                ContentKind.of(page.bytes(), page.contentType()).name(),
                page.contentType(),
                page.bytes().length,
                page.fetchedAt(),
                Facts.timesRedriven(raw.headers()));
    }

    static Extracted of(Article article) {
        JsonNode values = Json.mapper().valueToTree(article);
        List<Field> fields = new ArrayList<>();
        article.provenance()
                .forEach((name, where) -> fields.add(new Field(name, where.word(), value(name, values.path(name)))));
        return new Extracted(article.id(), article.wordCount(), article.confidence(), fields);
    }

    /** Of the body nothing: it is what the article is, and long. */
    private static String value(String name, JsonNode value) {
        if (name.equals("body") || value.isMissingNode()) {
            return "";
        }
        String text = value.isTextual() ? value.asText() : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
    }

    static Annotated of(EnrichedArticle enriched) {
        Map<String, Long> entities = enriched.entities().stream()
                .collect(Collectors.groupingBy(entity -> entity.type().name(), Collectors.counting()));
        return new Annotated(enriched.article().language(), enriched.sections(), entities, enriched.annotated());
    }
}
