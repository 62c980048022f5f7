package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("what a person meets who starts it wrong")
class StartupErrorsIT {

    @Test
    void isToldThatNoBrokerAnswers() {
        assertThat(Ending.of("ingest", "--bootstrap-servers", "127.0.0.1:" + EmbeddedBroker.freePort()))
                .satisfies(ending -> {
                    assertThat(ending.code()).isEqualTo(1);
                    assertThat(ending.said())
                            .startsWith("broadsheet: no broker answers at 127.0.0.1:")
                            .hasLineCount(1);
                });
    }

    @Test
    void isToldThatTheHostIsUnknown() {
        assertThat(Ending.of("topics", "--bootstrap-servers", "nowhere.invalid:9092"))
                .satisfies(ending -> {
                    assertThat(ending.code()).isEqualTo(1);
                    assertThat(ending.said())
                            .startsWith("broadsheet: cannot connect to nowhere.invalid:9092: ")
                            .hasLineCount(1);
                });
    }

    @Test
    void isToldOfEveryWrongSettingAtOnce() {
        assertThat(Ending.of("sink", "--set", "threads=many", "--set", "tread=2", "--topic-prefix", "a b"))
                .isEqualTo(new Ending(
                        2,
                        String.join(
                                System.lineSeparator(),
                                "broadsheet: topic-prefix: letters, digits, dots, hyphens and underscores only: a b",
                                "broadsheet: threads: not a whole number from 1 to 64: many",
                                "broadsheet: tread: no such setting",
                                "")));
    }

    @Test
    void isToldThatAnOptionIsUnknown() {
        assertThat(Ending.of("demo", "--paages=x")).satisfies(ending -> {
            assertThat(ending.code()).isEqualTo(2);
            assertThat(ending.said()).startsWith("broadsheet: Unknown option: '--paages=x'");
        });
    }

    @Test
    void isToldThatThePagesAreNotThere() {
        assertThat(Ending.of("demo", "--pages", "/nowhere"))
                .isEqualTo(new Ending(1, "broadsheet: no such file or directory: /nowhere" + System.lineSeparator()));
    }

    @Test
    void isToldThatTheStateDirectoryCannotBeWritten(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        Path logs = Files.createTempDirectory("broadsheet-it");
        try (EmbeddedBroker broker = EmbeddedBroker.start(logs, 0, Map.of())) {
            assertThat(Ending.of(
                            "ingest",
                            "--bootstrap-servers",
                            broker.bootstrapServers(),
                            "--set",
                            "state-dir=" + file.resolve("state")))
                    .isEqualTo(new Ending(
                            1,
                            "broadsheet: state directory cannot be written: " + file.resolve("state")
                                    + System.lineSeparator()));
        }
    }

    @Test
    void isNotTakenToAClusterThatOnlyAFileNamesWhenTryingTheDemo(@TempDir Path directory) throws IOException {
        Path config = directory.resolve("broadsheet.properties");
        Files.writeString(config, "bootstrap-servers=127.0.0.1:" + EmbeddedBroker.freePort() + "\n");
        Path page = Files.writeString(directory.resolve("page.html"), PipelineIT.page("Ferry is back", "ferry"));
        assertThat(Ending.of("demo", "--config", config.toString(), "--pages", page.toString())
                        .code())
                .isZero();
    }
}
