package broadsheet.ingest;

import static broadsheet.runtime.stage.Topologies.reading;
import static broadsheet.runtime.stage.Topologies.writing;

import broadsheet.ingest.IngestResult.Read;
import broadsheet.ingest.IngestResult.Refused;
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
 * The first stage: raw pages to articles, rejections and outcomes. Records read = outcomes of raw records written; for
 * a feed, one outcome more for each entry.
 */
public final class IngestTopology implements StageTopology {
    private final Topics topics;
    private final IngestSettings settings;

    public IngestTopology(Topics topics, IngestSettings settings) {
        this.topics = topics;
        this.settings = settings;
    }

    @Override
    public StageName stage() {
        return StageName.INGEST;
    }

    @Override
    public Topology build(StreamsConfig config) {
        var builder = new StreamsBuilder(new TopologyConfig(config));
        TakedownsInForce.hold(builder, topics.takedowns());

        var results = builder.stream(topics.rawPages().name(), reading(topics.rawPages()))
                .process(new ParsePages(settings), Named.as("parse-pages"));

        results.filter((origin, result) -> result instanceof Read, Named.as("keep-articles"))
                .mapValues(result -> ((Read) result).article(), Named.as("unwrap-articles"))
                .selectKey((origin, article) -> article.id(), Named.as("key-by-article"))
                .to(topics.articles().name(), writing(topics.articles()));

        results.filter((origin, result) -> result instanceof Refused, Named.as("keep-rejections"))
                .mapValues(result -> ((Refused) result).rejection(), Named.as("unwrap-rejections"))
                .to(topics.rejections().name(), writing(topics.rejections()));

        results.mapValues(IngestResult::outcome, Named.as("take-outcomes"))
                .to(topics.outcomes().name(), writing(topics.outcomes()));
        return builder.build();
    }
}
