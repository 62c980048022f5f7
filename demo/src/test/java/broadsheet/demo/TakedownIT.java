package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.Stages;
import broadsheet.model.StageName;
import broadsheet.runtime.settings.Settings;
import broadsheet.runtime.stage.StageService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** That it is confirmed by a sink that runs is seen in {@link ExplainIT}. */
@DisplayName("a takedown that no sink has heard")
class TakedownIT {

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBrokerOnly() throws IOException {
        broker = EmbeddedBroker.start(Files.createTempDirectory("broadsheet-it").resolve("broker"), 0, Map.of());
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static Printed takedown(String... more) {
        List<String> all = new ArrayList<>(List.of("takedown", "courier.example"));
        all.addAll(List.of(more));
        all.add("--bootstrap-servers=" + broker.bootstrapServers());
        return Printed.of(all.toArray(new String[0]));
    }

    /** A stage that starts has to read what stands on the topic by the same rule as what comes later. */
    @Test
    void isHeldByAStageThatStartsLaterInAnySpelling() throws IOException {
        Printed.of(
                "takedown",
                "http://WWW.Gazette.example/bridge/",
                "--by=desk",
                "--why=wish",
                "--wait=0",
                "--bootstrap-servers=" + broker.bootstrapServers());
        var settings = new HashMap<>(new Workspace(Files.createTempDirectory("broadsheet-it")).settings());
        settings.put("bootstrap-servers", broker.bootstrapServers());
        Stages stages = Stages.read(Settings.of(settings, Map.of(), Optional.empty()));
        try (var client = new OutsideClient(broker.bootstrapServers());
                StageService ingest = StageService.start(
                        stages.runtime(), stages.topology(StageName.INGEST), new SimpleMeterRegistry())) {
            String page = PipelineIT.page("Bridge opens to cyclists", "bridge");
            String origin = client.send(page, Map.of("url", "https://gazette.example/bridge"));
            assertThat(client.awaitOutcome(origin)).isEqualTo("WITHHELD");
            assertThat(ingest.health().isLive()).isTrue();
        }
    }

    @Test
    void isNotReportedAsDone() {
        assertThat(takedown("--by=desk", "--why=wish", "--wait=1")).isEqualTo(new Printed(1, ""));
    }

    @Test
    void isOnlyRequestedIfNobodyWaits() {
        assertThat(takedown("--by=desk", "--why=wish", "--wait=0")).isEqualTo(new Printed(0, ""));
    }

    @Test
    void needsARecordOfWhoAndWhy() {
        assertThat(takedown("--why=wish").code()).isNotZero();
    }
}
