package broadsheet.enrich;

import broadsheet.enrich.EnrichResult.Enriched;
import broadsheet.enrich.EnrichResult.Withheld;
import broadsheet.model.Article;
import broadsheet.model.Origin;
import broadsheet.runtime.takedowns.TakedownsInForce;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Annotates each article, unless a takedown holds it back. Key, timestamp and headers stay as they are. */
record AnnotateArticles(Annotator annotator) implements FixedKeyProcessorSupplier<String, Article, EnrichResult> {

    @Override
    public FixedKeyProcessor<String, Article, EnrichResult> get() {
        return new Annotating(annotator);
    }

    private static final class Annotating implements FixedKeyProcessor<String, Article, EnrichResult> {

        private final Annotator annotator;

        @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record.
        private FixedKeyProcessorContext<String, EnrichResult> context;

        @SuppressWarnings("NullAway.Init")
        private TakedownsInForce takedowns;

        Annotating(Annotator annotator) {
            this.annotator = annotator;
        }

        @Override
        public void init(FixedKeyProcessorContext<String, EnrichResult> streams) {
            context = streams;
            takedowns = TakedownsInForce.of(streams);
        }

        @Override
        public void process(FixedKeyRecord<String, Article> record) {
            Article article = Objects.requireNonNull(record.value(), "a tombstone is no article");
            Origin origin = Origin.from(record.headers());
            context.forward(record.withValue(
                    takedowns.forbid(article)
                            ? new Withheld(article.id(), origin)
                            : new Enriched(annotator.annotate(article), origin)));
        }
    }
}
