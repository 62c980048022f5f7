package broadsheet.enrich;

import broadsheet.enrich.EnrichResult.Enriched;
import broadsheet.enrich.EnrichResult.Withheld;
import broadsheet.model.Article;
import broadsheet.model.Origin;
import broadsheet.model.Takedown;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

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
        private ReadOnlyKeyValueStore<String, ValueAndTimestamp<Takedown>> takedowns;

        Annotating(Annotator annotator) {
            this.annotator = annotator;
        }

        @Override
        public void init(FixedKeyProcessorContext<String, EnrichResult> streams) {
            context = streams;
            takedowns = streams.getStateStore(EnrichTopology.TAKEDOWNS);
        }

        @Override
        public void process(FixedKeyRecord<String, Article> record) {
            Article article = Objects.requireNonNull(record.value(), "a tombstone is no article");
            Origin origin = Origin.from(record.headers());
            context.forward(record.withValue(
                    isTakenDown(article)
                            ? new Withheld(article.id(), origin)
                            : new Enriched(annotator.annotate(article), origin)));
        }

        /** Whether a takedown names it: its id, a URL of it, its domain or one above. */
        private boolean isTakenDown(Article article) {
            Stream<String> names = Stream.of(
                            Stream.of(article.id()),
                            article.url().stream(),
                            article.canonicalUrl().stream(),
                            article.source().domain().stream().flatMap(Annotating::domains))
                    .flatMap(some -> some);
            return names.anyMatch(name -> takedowns.get(name) != null);
        }

        private static Stream<String> domains(String domain) {
            return Stream.iterate(
                    domain,
                    name -> !name.isEmpty(),
                    name -> name.contains(".") ? name.substring(name.indexOf('.') + 1) : "");
        }
    }
}
