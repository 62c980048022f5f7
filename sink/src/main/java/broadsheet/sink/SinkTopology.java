package broadsheet.sink;

import static broadsheet.runtime.stage.Topologies.reading;
import static broadsheet.runtime.stage.Topologies.writing;

import broadsheet.model.Json;
import broadsheet.model.PublishedArticle;
import broadsheet.model.StageName;
import broadsheet.model.Topic;
import broadsheet.model.Topics;
import broadsheet.runtime.stage.StageTopology;
import broadsheet.runtime.takedowns.TakedownsInForce;
import broadsheet.sink.memory.Place;
import broadsheet.sink.publication.Effect;
import broadsheet.sink.publication.Effect.Amend;
import broadsheet.sink.publication.Effect.Ask;
import broadsheet.sink.publication.Effect.Bury;
import broadsheet.sink.publication.Effect.Confirm;
import broadsheet.sink.publication.Effect.Publish;
import broadsheet.sink.publication.Effect.Tell;
import broadsheet.sink.publication.Ruling;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
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
 * of its language are known: a small record asks there, and the ruling comes back to the article. Takedowns are read
 * by every partition. What is published in the end depends on the set of inputs and not on their order; the decision record
 * {@code docs/adr/sink-topology.md} says how.
 */
public final class SinkTopology implements StageTopology {

    private final Topics topics;
    private final SinkSettings settings;
    private final Set<StoreBuilder<?>> memory = WorkOnArticles.memory();
    private final SideWork sideWork = new SideWork();

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

        TakedownsInForce.hold(builder, topics.takedowns());

        var arrived = builder.stream(topics.enrichedArticles().name(), reading(topics.enrichedArticles()))
                .process(steps(given -> new TrackVersions(given, sideWork)), Named.as("track-versions"));

        var ruled = arrived.flatMapValues(only(Ask.class), Named.as("keep-questions"))
                .repartition(Repartitioned.with(Serdes.String(), Json.serde(Ask.class))
                        .withName("ask-for-copies")
                        .withNumberOfPartitions(settings.shards()))
                .process(new JudgeCopies(settings, sideWork), Named.as("judge-copies"))
                .repartition(Repartitioned.with(Serdes.String(), Json.serde(Ruling.class))
                        .withName("bring-rulings")
                        .withNumberOfPartitions(settings.partitions()))
                .process(steps(ApplyRulings::new), Named.as("apply-rulings"));

        var told = arrived.merge(ruled, Named.as("gather-what-is-told"))
                .flatMapValues(only(Amend.class), Named.as("keep-amendments"))
                .repartition(Repartitioned.with(Serdes.String(), Json.serde(Amend.class))
                        .withName("tell-originals")
                        .withNumberOfPartitions(settings.partitions()))
                .process(steps(NameAmendments::new), Named.as("name-amendments"));

        var effects = arrived.merge(ruled, Named.as("gather-articles")).merge(told, Named.as("gather-effects"));
        publish(effects, Place.PUBLISHED, topics.publishedArticles(), "published");
        publish(effects, Place.COPIES, topics.copies(), "copies");
        effects.flatMapValues(only(Tell.class), Named.as("keep-outcomes"))
                .mapValues(Tell::outcome, Named.as("unwrap-outcome"))
                .to(topics.outcomes().name(), writing(topics.outcomes()));
        effects.flatMapValues(only(Confirm.class), Named.as("keep-receipts"))
                .mapValues(Confirm::receipt, Named.as("unwrap-receipt"))
                .to(topics.receipts().name(), writing(topics.receipts()));
        effects.flatMapValues(only(Bury.class), Named.as("keep-dead-letters"))
                .map(SinkTopology::asItWas, Named.as("unwrap-dead-letter"))
                .to(topics.deadLetters().name(), writing(topics.deadLetters()));

        return builder.build();
    }

    private <V> WorkOnArticles.Supplier<V> steps(Function<SinkSettings, WorkOnArticles<V>> step) {
        return new WorkOnArticles.Supplier<>(memory, settings, step);
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

    @SuppressWarnings("NullAway") // A takedown that is lifted has no value; Kafka's annotations do not say that it may.
    private static KeyValue<byte[], byte[]> asItWas(String key, Bury bury) {
        return KeyValue.pair(
                key.getBytes(StandardCharsets.UTF_8), bury.request().value().orElse(null));
    }

    private static <T extends Effect> ValueMapper<Effect, Iterable<T>> only(Class<T> type) {
        return effect -> type.isInstance(effect) ? List.of(type.cast(effect)) : List.of();
    }
}
