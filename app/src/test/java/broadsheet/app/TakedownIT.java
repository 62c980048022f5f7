package broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
