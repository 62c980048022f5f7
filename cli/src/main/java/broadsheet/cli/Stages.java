package broadsheet.cli;

import broadsheet.enrich.EnrichSettings;
import broadsheet.enrich.EnrichTopology;
import broadsheet.explain.ExplainFromState;
import broadsheet.fetch.FetchSettings;
import broadsheet.fetch.PlanTopology;
import broadsheet.fetch.door.Outbox;
import broadsheet.fetch.door.PageDoor;
import broadsheet.fetch.host.Fetcher;
import broadsheet.fetch.host.HubDoor;
import broadsheet.fetch.host.Hubs;
import broadsheet.fetch.http.AddressRules;
import broadsheet.fetch.http.HttpWeb;
import broadsheet.fetch.http.Web;
import broadsheet.ingest.IngestSettings;
import broadsheet.ingest.IngestTopology;
import broadsheet.model.StageName;
import broadsheet.model.Topics;
import broadsheet.runtime.endpoint.StatusEndpoint;
import broadsheet.runtime.settings.RuntimeSettings;
import broadsheet.runtime.settings.Settings;
import broadsheet.runtime.stage.StageService;
import broadsheet.runtime.stage.StageTopology;
import broadsheet.sink.SinkSettings;
import broadsheet.sink.SinkTopology;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/**
 * The stages, made from settings.
 *
 * @param runtime what every process needs to know
 * @param fetch what {@code fetch} needs to know besides
 * @param ingest what {@code ingest} needs to know besides
 * @param enrich what {@code enrich} needs to know besides
 * @param sink what {@code sink} needs to know besides
 */
public record Stages(
        RuntimeSettings runtime, FetchSettings fetch, IngestSettings ingest, EnrichSettings enrich, SinkSettings sink) {

    /** Reads the settings of all of them, so that one file can serve every stage; reports every mistake at once. */
    public static Stages read(Settings settings) {
        RuntimeSettings runtime = RuntimeSettings.read(settings);
        Stages stages = new Stages(
                runtime,
                FetchSettings.read(settings, runtime.maxPageBytes()),
                new IngestSettings(runtime.maxPageBytes()),
                EnrichSettings.read(settings),
                SinkSettings.read(settings));
        settings.leave("console-");
        settings.finish();
        return stages;
    }

    /** Starts the stage of that name, and has the endpoint answer what is asked of it. */
    public StageService start(StageName stage, MeterRegistry meters, StatusEndpoint endpoint) {
        StageService service = StageService.start(runtime, topology(stage), meters, endpoint);
        if (stage == StageName.FETCH) {
            Web web = HttpWeb.open(
                    AddressRules.of(fetch.allowPrivate()), fetch.userAgent(), fetch.timeout(), fetch.hosts());
            service.with(Fetcher.start(runtime, fetch, web, meters, service::breakDown));
            service.with(openDoors(endpoint));
        }
        if (stage == StageName.SINK) {
            endpoint.answer("/explain", new ExplainFromState(sink, service));
        }
        return service;
    }

    private Outbox openDoors(StatusEndpoint endpoint) {
        var outbox = new Outbox(runtime);
        PageDoor pages = PageDoor.to(outbox, fetch.token(), runtime.maxPageBytes(), runtime.topics());
        endpoint.take(PageDoor.PATH, pages.limit(), pages::refusal, pages::take);
        fetch.hubs().ifPresent(hubs -> {
            var door = new HubDoor(hubs, InstantSource.system(), outbox::write);
            endpoint.answer(Hubs.PATH, door::confirm);
            endpoint.take(Hubs.PATH, runtime.maxPageBytes(), door::refusal, door::take);
        });
        return outbox;
    }

    /** The stage of that name. */
    public StageTopology topology(StageName stage) {
        Topics topics = runtime.topics();
        return switch (stage) {
            case FETCH -> new PlanTopology(topics, fetch);
            case INGEST -> new IngestTopology(topics, ingest);
            case ENRICH -> new EnrichTopology(topics, enrich);
            case SINK -> new SinkTopology(topics, sink);
        };
    }
}
