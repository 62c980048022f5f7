package broadsheet.ingest;

import broadsheet.ingest.IngestResult.Expanded;
import broadsheet.ingest.IngestResult.Read;
import broadsheet.ingest.IngestResult.Refused;
import broadsheet.ingest.IngestResult.Withheld;
import broadsheet.ingest.ParseOutcome.Parsed;
import broadsheet.ingest.ParseOutcome.Rejected;
import broadsheet.ingest.identity.ArticleId;
import broadsheet.model.Article;
import broadsheet.model.Origin;
import broadsheet.model.Rejection;
import broadsheet.model.StageName;
import broadsheet.model.url.ArticleUrl;
import broadsheet.runtime.takedowns.TakedownsInForce;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Parses raw pages. The results are keyed by origin and carry nothing of the raw record's headers but the origin; their
 * timestamp is the raw record's.
 */
record ParsePages(IngestSettings settings) implements ProcessorSupplier<byte[], byte[], String, IngestResult> {

    @Override
    public Processor<byte[], byte[], String, IngestResult> get() {
        return new Parsing(new PageParser(settings));
    }

    private static final class Parsing implements Processor<byte[], byte[], String, IngestResult> {
        private final PageParser parser;

        @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
        private ProcessorContext<String, IngestResult> context;

        @SuppressWarnings("NullAway.Init")
        private TakedownsInForce takedowns;

        Parsing(PageParser parser) {
            this.parser = parser;
        }

        @Override
        public void init(ProcessorContext<String, IngestResult> context) {
            this.context = context;
            takedowns = TakedownsInForce.of(context);
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            var metadata = context.recordMetadata().orElseThrow();
            Origin origin = Origin.of(metadata.partition(), metadata.offset());
            Parse parse = parser.parse(RecordFacts.page(record));
            if (!parse.isCollection()) {
                forward(record, origin, result(parse.outcomes().get(0), origin));
                return;
            }
            forward(record, origin, new Expanded(origin, parse.outcomes().size()));
            for (int i = 0; i < parse.outcomes().size(); i++) {
                Origin item = origin.withItem(i);
                forward(record, item, result(parse.outcomes().get(i), item));
            }
        }

        private IngestResult result(ParseOutcome outcome, Origin origin) {
            if (outcome instanceof Rejected rejected) {
                return new Refused(new Rejection(
                        StageName.INGEST, rejected.reason().name(), rejected.detail(), origin, rejected.url()));
            }
            Article article = ((Parsed) outcome).article();
            return isTakenDown(article) ? new Withheld(article.id(), origin) : new Read(article, origin);
        }

        private boolean isTakenDown(Article article) {
            // Without its canonical URL a page has the id of the URL that it came from: that may be what was taken
            // down.
            return takedowns.forbid(article)
                    || article.url()
                            .flatMap(ArticleUrl::of)
                            .map(ArticleId::of)
                            .filter(takedowns::forbidId)
                            .isPresent();
        }

        private void forward(Record<byte[], byte[]> raw, Origin origin, IngestResult result) {
            context.forward(new Record<>(origin.text(), result, raw.timestamp(), origin.writeTo(new RecordHeaders())));
        }
    }
}
