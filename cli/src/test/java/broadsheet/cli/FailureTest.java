package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.runtime.settings.Settings;
import broadsheet.runtime.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("a failure")
class FailureTest {

    private static String line(Exception problem) {
        return Failure.of(problem).orElseThrow().lines().get(0);
    }

    @Test
    void ofAFileSaysWhy() {
        assertThat(line(new NoSuchFileException("a.html"))).isEqualTo("a.html: no such file or directory");
        assertThat(line(new AccessDeniedException("a.html"))).isEqualTo("a.html: permission denied");
        assertThat(line(new FileSystemException("a.html", null, "No space left on device")))
                .isEqualTo("a.html: No space left on device");
    }

    @Test
    void ofAFileSaysWhyWhoeverWrappedIt() {
        assertThat(line(new UncheckedIOException(new NoSuchFileException("a.html"))))
                .isEqualTo("a.html: no such file or directory");
        assertThat(line(new UncheckedIOException("cannot list pages", new AccessDeniedException("pages/x"))))
                .isEqualTo("cannot list pages: pages/x: permission denied");
    }

    @Test
    void ofWhatIsThereIsToldFromWhatIsNot(@TempDir Path directory) {
        Exception thrown = new IOException();
        try {
            Files.newBufferedReader(directory.resolve("nothing"));
        } catch (IOException e) {
            thrown = e;
        }
        assertThat(line(thrown)).endsWith("nothing: no such file or directory");
    }

    @Test
    void ofSeveralSettingsSaysEachOnce() {
        Settings settings = Settings.of(Map.of(), Map.of(), Optional.empty());
        settings.mistake("a", "wrong");
        settings.mistake("b", "wrong");
        settings.mistake("a", "wrong");
        assertThatThrownBy(settings::finish)
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        problem -> assertThat(Failure.of(problem))
                                .contains(new Failure(2, List.of("a: wrong", "b: wrong"))));
    }

    @Test
    void ofUsageIsCodeTwo() {
        assertThat(Failure.of(new UsageException("which?"))).contains(new Failure(2, List.of("which?")));
        assertThat(Main.run("audit", "--since", "yesterday")).isEqualTo(2);
        assertThat(Main.run("takedown", "courier.example")).isEqualTo(2);
        assertThat(Main.run("redrive", "--topic=raw-pages")).isEqualTo(2);
        assertThat(Main.run("demo-nothing")).isEqualTo(2);
    }

    @Test
    void ofOurOwnIsNone() {
        assertThat(Failure.of(new IllegalStateException("a bug"))).isEmpty();
    }
}
