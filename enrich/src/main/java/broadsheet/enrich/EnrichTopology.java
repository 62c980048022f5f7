package broadsheet.enrich;

import static broadsheet.runtime.stage.Topologies.reading;
import static broadsheet.runtime.stage.Topologies.writing;

import broadsheet.enrich.EnrichResult.Enriched;
import broadsheet.model.StageName;
import broadsheet.model.Topics;
import broadsheet.runtime.stage.StageTopology;
import broadsheet.runtime.takedowns.TakedownsInForce;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Named;

/**
 * The second stage: articles to enriched articles, under the same key. Articles read = outcomes written = enriched
 * articles written + articles withheld.
 *
 * <p>It keeps no state of its own but a copy of the takedowns. The models are loaded when it is made, once, and shared
 * by all threads.
 */
public final class EnrichTopology implements StageTopology {

    private final Topics topics;
    private final Annotator annotator;

    /** Loads the models; takes a second or two. */
    public EnrichTopology(Topics topics, EnrichSettings settings) {
        this(topics, Annotator.load(settings));
    }

    EnrichTopology(Topics topics, Annotator annotator) {
        this.topics = topics;
        this.annotator = annotator;
    }

    @Override
    public StageName stage() {
        return StageName.ENRICH;
    }

    @Override
    public Topology build(StreamsConfig config) {
        var builder = new StreamsBuilder(new TopologyConfig(config));
        TakedownsInForce.hold(builder, topics.takedowns());

        var results = builder.stream(topics.articles().name(), reading(topics.articles()))
                .processValues(new AnnotateArticles(annotator), Named.as("annotate-articles"));

        results.filter((id, result) -> result instanceof Enriched, Named.as("keep-enriched"))
                .mapValues(result -> ((Enriched) result).article(), Named.as("unwrap-enriched"))
                .to(topics.enrichedArticles().name(), writing(topics.enrichedArticles()));

        results.processValues(NameSource::new, Named.as("name-source"))
                .selectKey((id, result) -> result.origin().text(), Named.as("key-by-origin"))
                .mapValues(EnrichResult::outcome, Named.as("take-outcomes"))
                .to(topics.outcomes().name(), writing(topics.outcomes()));
        return builder.build();
    }
}
