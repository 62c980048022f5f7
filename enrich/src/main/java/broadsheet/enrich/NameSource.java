package broadsheet.enrich;

import broadsheet.enrich.EnrichResult.Enriched;
import broadsheet.model.Article;
import broadsheet.model.Outcome;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Puts source and language of an article into the headers of its line in the ledger, so that who watches the ledger sees
 * a source fall silent.
 */
final class NameSource extends ContextualFixedKeyProcessor<String, EnrichResult, EnrichResult> {

    @Override
    public void process(FixedKeyRecord<String, EnrichResult> record) {
        if (!(record.value() instanceof Enriched enriched)) {
            context().forward(record);
            return;
        }
        Article article = enriched.article().article();
        // Headers of their own: those of the record also go with the article.
        Headers headers = new RecordHeaders(record.headers());
        article.source().domain().ifPresent(domain -> put(headers, Outcome.SOURCE, domain));
        put(headers, Outcome.LANGUAGE, article.language());
        context().forward(record.withHeaders(headers));
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
