package broadsheet.sink;

import static broadsheet.runtime.Topologies.reading;
import static broadsheet.runtime.Topologies.writing;

import broadsheet.model.Json;
import broadsheet.model.Origin;
import broadsheet.model.PublishedArticle;
import broadsheet.model.StageName;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import broadsheet.runtime.StageTopology;
import broadsheet.sink.Effect.Ask;
import broadsheet.sink.Effect.Confirm;
import broadsheet.sink.Effect.Place;
import broadsheet.sink.Effect.Publish;
import broadsheet.sink.Effect.Tell;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.kstream.ValueMapper;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The last stage: enriched articles to one record per article downstream.
 *
 * <p>Articles are kept by id, in the partitions in which they come. Whose copy an article is can only be said where all
 * of its language are known: a small record asks there, and the ruling comes back to the article. Takedowns go to every
 * partition. What is published in the end depends on the set of inputs and not on their order; the decision record
 * {@code docs/adr/sink-topology.md} says how.
 */
public final class SinkTopology implements StageTopology {

    private final Topics topics;
    private final SinkSettings settings;
    private final Set<StoreBuilder<?>> memory = Memory.stores();

    /**
     * @param topics the topics to read and write
     * @param settings see there
     */
    public SinkTopology(Topics topics, SinkSettings settings) {
        this.topics = topics;
        this.settings = settings;
    }

    @Override
    public StageName stage() {
        return StageName.SINK;
    }

    @Override
    public Topology build(StreamsConfig config) {
        var builder = new StreamsBuilder(new TopologyConfig(config));

        var arrived = builder.stream(topics.enrichedArticles().name(), reading(topics.enrichedArticles()))
                .process(
                        work((articles, in) -> articles.arrive(in.value(), Origin.from(in.headers()), in.timestamp())),
                        Named.as("track-versions"));

        var removed = builder.stream(topics.takedowns().name(), reading(topics.takedowns()))
                .processValues(TakeRemoval::new, Named.as("take-removal"))
                .repartition(toEveryPartition())
                .process(work((articles, in) -> articles.remove(in.value())), Named.as("withdraw-articles"));

        var ruled = arrived.merge(removed, Named.as("gather-questions"))
                .flatMapValues(only(Ask.class), Named.as("keep-questions"))
                .repartition(Repartitioned.with(Serdes.String(), Json.serde(Ask.class))
                        .withName("ask-for-copies")
                        .withNumberOfPartitions(settings.shards()))
                .process(new JudgeCopies(settings), Named.as("judge-copies"))
                .repartition(Repartitioned.with(Serdes.String(), Json.serde(Ruling.class))
                        .withName("bring-rulings")
                        .withNumberOfPartitions(settings.partitions()))
                .process(work((articles, in) -> articles.rule(in.value())), Named.as("apply-rulings"));

        var effects = arrived.merge(removed, Named.as("gather-effects")).merge(ruled, Named.as("gather-all-effects"));
        publish(effects, Place.PUBLISHED, topics.publishedArticles(), "published");
        publish(effects, Place.COPIES, topics.copies(), "copies");
        effects.flatMapValues(only(Tell.class), Named.as("keep-outcomes"))
                .mapValues(Tell::outcome, Named.as("unwrap-outcome"))
                .to(topics.outcomes().name(), writing(topics.outcomes()));
        effects.flatMapValues(only(Confirm.class), Named.as("keep-receipts"))
                .mapValues(Confirm::receipt, Named.as("unwrap-receipt"))
                .to(topics.receipts().name(), writing(topics.receipts()));

        return builder.build();
    }

    private <V> WorkOnArticles<V> work(WorkOnArticles.Step<V> step) {
        return new WorkOnArticles<>(memory, settings, step);
    }

    private Repartitioned<String, Removal> toEveryPartition() {
        return Repartitioned.with(Serdes.String(), Json.serde(Removal.class))
                .withName("spread-removals")
                .withNumberOfPartitions(settings.partitions())
                .withStreamPartitioner((topic, key, removal, partitions) ->
                        Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet())));
    }

    private static void publish(
            KStream<String, Effect> effects, Place place, Topic<String, PublishedArticle> topic, String name) {
        effects.flatMapValues(only(Publish.class), Named.as("keep-" + name))
                .filter((id, publish) -> publish.place() == place, Named.as("sort-out-" + name))
                .mapValues(SinkTopology::articleOrTombstone, Named.as("unwrap-" + name))
                .to(topic.name(), writing(topic));
    }

    @SuppressWarnings("NullAway") // A tombstone is a null value; Kafka's annotations do not say that it may be.
    private static PublishedArticle articleOrTombstone(Publish publish) {
        return publish.article().orElse(null);
    }

    private static <T extends Effect> ValueMapper<Effect, Iterable<T>> only(Class<T> type) {
        return effect -> type.isInstance(effect) ? List.of(type.cast(effect)) : List.of();
    }
}
