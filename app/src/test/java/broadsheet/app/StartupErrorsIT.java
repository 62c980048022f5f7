package broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("what a person meets who starts it wrong")
class StartupErrorsIT {

    private record Ending(int code, String said) {}

    private static Ending run(String... arguments) {
        PrintStream usual = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            int code = Main.run(arguments);
            return new Ending(code, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(usual);
        }
    }

    @Test
    void isToldThatNoBrokerAnswers() {
        assertThat(run("ingest", "--bootstrap-servers", "127.0.0.1:" + EmbeddedBroker.freePort()))
                .satisfies(ending -> {
                    assertThat(ending.code()).isEqualTo(1);
                    assertThat(ending.said())
                            .startsWith("broadsheet: no broker answers at 127.0.0.1:")
                            .hasLineCount(1);
                });
    }

    @Test
    void isToldThatTheHostIsUnknown() {
        assertThat(run("topics", "--bootstrap-servers", "nowhere.invalid:9092")).satisfies(ending -> {
            assertThat(ending.code()).isEqualTo(1);
            assertThat(ending.said())
                    .startsWith("broadsheet: cannot connect to nowhere.invalid:9092: ")
                    .hasLineCount(1);
        });
    }

    @Test
    void isToldOfEveryWrongSettingAtOnce() {
        assertThat(run("sink", "--set", "threads=many", "--set", "tread=2", "--topic-prefix", "a b"))
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
        assertThat(run("demo", "--paages=x")).satisfies(ending -> {
            assertThat(ending.code()).isEqualTo(2);
            assertThat(ending.said()).startsWith("broadsheet: Unknown option: '--paages=x'");
        });
    }

    @Test
    void isToldThatThePagesAreNotThere() {
        assertThat(run("demo", "--pages", "/nowhere"))
                .isEqualTo(new Ending(1, "broadsheet: no such file or directory: /nowhere" + System.lineSeparator()));
    }

    @Test
    void isToldThatTheStateDirectoryCannotBeWritten(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        Path logs = Files.createTempDirectory("broadsheet-it");
        try (EmbeddedBroker broker = EmbeddedBroker.start(logs, 0, Map.of())) {
            assertThat(run(
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
}
