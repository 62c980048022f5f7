package broadsheet.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("settings")
class SettingsTest {

    private static RuntimeSettings read(Map<String, String> commandLine, Map<String, String> environment) {
        return read(Settings.of(commandLine, environment, Optional.empty()));
    }

    private static RuntimeSettings read(Settings settings) {
        RuntimeSettings runtime = RuntimeSettings.read(settings);
        settings.finish();
        return runtime;
    }

    @Test
    void haveDefaultsThatRunOnOneMachine() {
        RuntimeSettings settings = read(Map.of(), Map.of());
        assertThat(settings.bootstrapServers()).isEqualTo("localhost:9092");
        assertThat(settings.topics().rawPages().name()).isEqualTo("news.raw-pages");
        assertThat(settings.partitions()).isEqualTo(6);
        assertThat(settings.maxPageBytes()).isEqualTo(10 * 1024 * 1024);
        assertThat(settings.commitInterval()).isEqualTo(Duration.ofMillis(100));
        assertThat(settings.httpHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void mapEveryName() {
        RuntimeSettings settings = read(
                Map.of(
                        "topic-prefix", "acme.wire",
                        "partitions", "12",
                        "replication", "3",
                        "retention.raw-pages", "36h",
                        "max-page-bytes", "2MiB",
                        "threads", "4",
                        "standbys", "1",
                        "commit-interval", "1s",
                        "http-port", "0",
                        "kafka.security.protocol", "SSL"),
                Map.of());
        assertThat(settings.topics().copies().name()).isEqualTo("acme.wire.copies");
        assertThat(settings.partitions()).isEqualTo(12);
        assertThat(settings.replication()).isEqualTo(3);
        assertThat(settings.retentionOf(settings.topics().rawPages())).contains(Duration.ofHours(36));
        assertThat(settings.retentionOf(settings.topics().copies())).isEmpty();
        assertThat(settings.maxPageBytes()).isEqualTo(2 << 20);
        assertThat(settings.threads()).isEqualTo(4);
        assertThat(settings.standbys()).isEqualTo(1);
        assertThat(settings.commitInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.httpPort()).isZero();
        assertThat(settings.kafka()).containsEntry("security.protocol", "SSL");
    }

    @Nested
    @DisplayName("given in several places")
    class Precedence {

        @Test
        void followTheCommandLineOverTheEnvironmentOverTheFile(@TempDir Path dir) throws IOException {
            Path file = dir.resolve("broadsheet.properties");
            Files.writeString(file, "threads=2\npartitions=2\nstandbys=2\n");
            RuntimeSettings settings = read(Settings.of(
                    Map.of("threads", "4"),
                    Map.of("BROADSHEET_THREADS", "3", "BROADSHEET_PARTITIONS", "3"),
                    Optional.of(file)));
            assertThat(settings.threads()).isEqualTo(4);
            assertThat(settings.partitions()).isEqualTo(3);
            assertThat(settings.standbys()).isEqualTo(2);
        }

        @Test
        void takeKafkaPropertiesFromTheEnvironment() {
            assertThat(read(Map.of(), Map.of("BROADSHEET_KAFKA_SASL_MECHANISM", "PLAIN"))
                            .kafka())
                    .containsEntry("sasl.mechanism", "PLAIN");
        }
    }

    @Test
    void tellOtherInstancesAnAddressThatTheyCanReach() {
        assertThat(read(Map.of(), Map.of()).httpAdvertisedHost()).isEqualTo("127.0.0.1");
        assertThat(read(Map.of("http-host", "10.0.0.7"), Map.of()).httpAdvertisedHost())
                .isEqualTo("10.0.0.7");
        assertThat(read(Map.of("http-host", "0.0.0.0"), Map.of()).httpAdvertisedHost())
                .isNotEqualTo("0.0.0.0")
                .isNotBlank();
        assertThat(read(Map.of("http-host", "0.0.0.0", "http-advertised-host", "sink-1"), Map.of())
                        .httpAdvertisedHost())
                .isEqualTo("sink-1");
    }

    @Nested
    @DisplayName("with mistakes")
    class Mistakes {

        @Test
        void nameThemAllAtOnce() {
            var e = catchThrowableOfType(
                    SettingsException.class,
                    () -> read(
                            Map.of("threads", "many", "commit-interval", "soon", "tread", "1", "topic-prefix", "a b"),
                            Map.of()));
            assertThat(e.mistakes())
                    .containsExactlyInAnyOrder(
                            "threads: not a whole number from 1 to 64: many",
                            "commit-interval: not a duration such as 250ms, 30s, 5m, 12h or 7d: soon",
                            "topic-prefix: letters, digits, dots, hyphens and underscores only: a b",
                            "tread: no such setting");
        }

        @Test
        void refuseAKafkaPropertyThatThePromisesRestOn() {
            assertThatThrownBy(() -> read(Map.of("kafka.processing.guarantee", "at_least_once"), Map.of()))
                    .hasMessage(
                            "kafka.processing.guarantee: cannot be passed through: what Broadsheet promises rests on it");
        }

        @Test
        void passOverForeignNamesInTheEnvironment() {
            assertThat(read(Map.of(), Map.of("BROADSHEET_SOMEBODY_ELSES", "x"))).isNotNull();
        }

        @Test
        void sayThatAFileCannotBeRead() {
            assertThatThrownBy(() -> read(Settings.of(Map.of(), Map.of(), Optional.of(Path.of("/nowhere.properties")))))
                    .hasMessage("config: cannot read /nowhere.properties (NoSuchFileException)");
        }
    }
}
