package broadsheet.sink.publication;

import broadsheet.model.Article;
import broadsheet.model.Facts;
import broadsheet.model.PublishedArticle;
import broadsheet.model.Version;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Headers of what goes downstream. Source: CloudEvents 1.0.2, Kafka protocol binding, binary content mode. */
public final class CloudEvent {

    private static final String SOURCE = "/broadsheet/sink";

    private CloudEvent() {}

    public static Headers of(Effect.Publish publish) {
        Headers headers = new RecordHeaders();
        put(headers, Facts.CE_SPECVERSION, "1.0");
        put(headers, Facts.CE_SOURCE, SOURCE);
        put(headers, Facts.CE_SUBJECT, publish.id());
        publish.article().ifPresentOrElse(article -> describe(headers, article), () -> {
            put(headers, Facts.CE_ID, publish.id() + "/withdrawn/" + publish.place());
            put(headers, Facts.CE_TYPE, "broadsheet.article.withdrawn");
        });
        publish.origin().ifPresent(origin -> origin.writeTo(headers));
        return headers;
    }

    private static void describe(Headers headers, PublishedArticle published) {
        Article article = published.enriched().article();
        Version version = published.version();
        put(
                headers,
                Facts.CE_ID,
                article.id() + "/" + version.number() + (published.copyOf().isPresent() ? "/copy" : ""));
        put(headers, Facts.CE_TYPE, type(published));
        put(headers, Facts.CE_TIME, article.contentTime().toString());
        put(headers, Facts.CONTENT_TYPE, "application/json");
    }

    private static String type(PublishedArticle published) {
        if (published.copyOf().isPresent()) {
            return "broadsheet.article.copied";
        }
        return published.version().change() == Version.Change.NEW
                ? "broadsheet.article.published"
                : "broadsheet.article.revised";
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
