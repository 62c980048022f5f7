package broadsheet.runtime.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.runtime.settings.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the state that a stage finds on its disk")
class StateDirectoryTest {

    private static final String SINK = "news-sink";

    @TempDir
    private Path directory;

    private void leave(String file) throws IOException {
        Path left = directory.resolve(SINK).resolve(file);
        Files.createDirectories(left.getParent());
        Files.writeString(left, "state");
    }

    private void claim(int generation) {
        StateDirectory.claim(directory, SINK, generation);
    }

    @Test
    void isTakenIfThereIsNone() {
        claim(2);
        assertThat(directory.resolve("news-sink.generation")).hasContent("2");
    }

    @Test
    void isTakenIfTheSameGenerationLeftIt() throws IOException {
        claim(2);
        leave("0_1/rocksdb/CURRENT");
        assertThatCode(() -> claim(2)).doesNotThrowAnyException();
    }

    @Nested
    @DisplayName("of another build")
    class OfAnotherBuild {

        @Test
        void isRefusedInOneLineThatSaysWhatToDo() throws IOException {
            claim(1);
            leave("0_1/rocksdb/CURRENT");
            assertThatThrownBy(() -> claim(2))
                    .isInstanceOf(StartupException.class)
                    .message()
                    .contains("generation 1, this one reads 2", "delete that directory", "docs/upgrade.md")
                    .doesNotContain("\n");
        }

        @Test
        void isRefusedIfThatBuildDidNotSayWhichItWas() throws IOException {
            leave("kafka-streams-process-metadata");
            assertThatThrownBy(() -> claim(1)).hasMessageContaining("generation unknown");
        }

        @Test
        void isTakenOverWhenItHasBeenDeleted() throws IOException {
            claim(1);
            claim(2);
            leave("0_1/rocksdb/CURRENT");
            assertThatCode(() -> claim(2)).doesNotThrowAnyException();
        }
    }
}
