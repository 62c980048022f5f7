package broadsheet.fetch;

import static broadsheet.runtime.stage.Topologies.reading;
import static broadsheet.runtime.stage.Topologies.writing;

import broadsheet.fetch.http.WebAddress;
import broadsheet.fetch.plan.PageWish;
import broadsheet.model.Fetch;
import broadsheet.model.FetchRequest;
import broadsheet.model.Json;
import broadsheet.model.StageName;
import broadsheet.model.Topics;
import broadsheet.runtime.stage.StageTopology;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The half of {@code fetch} that plans: subscriptions and the fetch ledger in, requests out, each under its host. It never
 * asks for anything itself.
 */
public final class PlanTopology implements StageTopology {

    private final Topics topics;
    private final FetchSettings settings;

    public PlanTopology(Topics topics, FetchSettings settings) {
        this.topics = topics;
        this.settings = settings;
    }

    @Override
    public StageName stage() {
        return StageName.FETCH;
    }

    @Override
    public Topology build(StreamsConfig config) {
        var builder = new StreamsBuilder(new TopologyConfig(config));

        KStream<String, Planned> written = builder.stream(
                        topics.subscriptions().name(), reading(topics.subscriptions()))
                .mapValues(value -> new Planned.Written(Optional.ofNullable(value)), Named.as("see-subscription"));
        KStream<String, Planned> answered = builder.stream(topics.fetches().name(), reading(topics.fetches()))
                .mapValues(Planned.Answered::new, Named.as("see-answer"));

        KStream<String, Planned> feeds = written.merge(
                        answered.filterNot((task, value) -> isPage(value), Named.as("keep-answers-of-feeds")),
                        Named.as("gather-for-feeds"))
                .process(new PlanFeeds(settings.perSecond(), settings.hubs().isPresent()), Named.as("plan-feeds"));

        KStream<String, Planned> wishes = feeds.flatMapValues(PlanTopology::wish, Named.as("keep-pages"))
                .repartition(Repartitioned.<String, PageWish>as("pages")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Json.serde(PageWish.class)))
                .mapValues(Planned.Wished::new, Named.as("see-page"));

        KStream<String, Planned> pages = wishes.merge(
                        answered.filter((task, value) -> isPage(value), Named.as("keep-answers-of-pages")),
                        Named.as("gather-for-pages"))
                .process(new PlanPages(settings.again()), Named.as("plan-pages"));

        feeds.merge(pages, Named.as("gather-requests"))
                .flatMap(PlanTopology::underHost, Named.as("put-under-host"))
                .to(topics.fetchRequests().name(), writing(topics.fetchRequests()));
        return builder.build();
    }

    private static boolean isPage(Planned value) {
        return value instanceof Planned.Answered answered && isPage(answered.fetch());
    }

    private static boolean isPage(Fetch fetch) {
        return fetch.kind() == FetchRequest.Kind.PAGE;
    }

    private static List<PageWish> wish(Planned planned) {
        return planned instanceof Planned.Wished wished ? List.of(wished.wish()) : List.of();
    }

    private static List<KeyValue<String, FetchRequest>> underHost(String task, Planned planned) {
        return planned instanceof Planned.Asked asked
                ? List.of(KeyValue.pair(WebAddress.host(asked.request().url()), asked.request()))
                : List.of();
    }
}
