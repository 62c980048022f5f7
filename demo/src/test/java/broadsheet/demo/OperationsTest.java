package broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.Main;
import broadsheet.model.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is for a machine that this build has not got: held are shape, references and what of it is ours. */
@DisplayName("what operators are handed")
class OperationsTest {

    private static final Path OPS = Path.of("..", "ops");

    @Nested
    @DisplayName("for systemd")
    class ForSystemd {

        private final String unit = read("systemd/broadsheet@.service");

        @Test
        void givesAStageTheTimeToStopAndStartsItAgain() {
            assertThat(unit).contains("TimeoutStopSec=15\n", "Restart=always\n", "SuccessExitStatus=143\n");
            assertThat(unit.lines().filter(line -> line.matches("\\[\\w+]")))
                    .containsExactly("[Unit]", "[Service]", "[Install]");
            assertThat(unit.lines().filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("[")))
                    .allMatch(line -> line.matches("[A-Z][A-Za-z]+=.*"));
        }

        @Test
        void keepsItsStateWhereSystemdMakesItsDirectory() {
            assertThat(unit)
                    .contains("StateDirectory=broadsheet/%i\n", "BROADSHEET_STATE_DIR=/var/lib/broadsheet/%i\n");
        }
    }

    @Nested
    @DisplayName("for Compose")
    class ForCompose {

        @Test
        void namesByDigestEachImageThatTheFileNamesByTag() throws IOException {
            Map<String, String> byTag = images(Path.of("..", "docker-compose.yml"));
            Map<String, String> byDigest = images(OPS.resolve("images.yml"));
            byTag.values().removeIf(image -> image.startsWith("broadsheet:"));
            assertThat(byTag).hasSize(6);
            assertThat(byDigest.keySet()).isEqualTo(byTag.keySet());
            byTag.forEach((service, image) ->
                    assertThat(byDigest.get(service)).matches(Pattern.quote(image) + "@sha256:[0-9a-f]{64}"));
        }

        @Test
        void exportsWithWordsThatTheCommandKnowsToADatabaseOfTheSameProfile() throws IOException {
            JsonNode services = services(Path.of("..", "docker-compose.yml"));
            Map<String, String> profiles = Map.of("export-search", "opensearch", "export-postgres", "postgres");
            profiles.forEach((export, server) -> {
                JsonNode service = services.path(export);
                List<String> words = new ArrayList<>();
                service.path("command").forEach(word -> words.add(word.asText()));
                assertThat(Main.line().parseArgs(words.toArray(new String[0])).errors())
                        .isEmpty();
                assertThat(URI.create(words.get(2)).getHost()).isEqualTo(server);
                assertThat(service.path("depends_on")
                                .path(server)
                                .path("condition")
                                .asText())
                        .isEqualTo("service_healthy");
                assertThat(service.path("profiles"))
                        .isEqualTo(services.path(server).path("profiles"));
                assertThat(service.at("/healthcheck/disable").asBoolean())
                        .as("the image asks a port that an export has not got")
                        .isTrue();
            });
        }

        @Test
        void opensItsPortsToThisMachineAlone() throws IOException {
            for (JsonNode service : services(Path.of("..", "docker-compose.yml"))) {
                assertThat(service.path("ports")).allMatch(port -> port.asText().startsWith("127.0.0.1:"));
            }
        }

        private static JsonNode services(Path compose) throws IOException {
            return new YAMLMapper().readTree(compose.toFile()).path("services");
        }

        private static Map<String, String> images(Path compose) throws IOException {
            Map<String, String> images = new TreeMap<>();
            services(compose).properties().forEach(service -> {
                if (service.getValue().has("image")) {
                    images.put(
                            service.getKey(), service.getValue().path("image").asText());
                }
            });
            return images;
        }
    }

    /** Connect and its connectors are not here: docs/connect.md says with which the files were tried. */
    @Nested
    @DisplayName("for Kafka Connect")
    class ForConnect {

        private static final String STRINGS = "org.apache.kafka.connect.storage.StringConverter";

        @Test
        void readsKeysAsIdsAndOnlyWhatIsCommitted() {
            assertThat(properties("connect/worker.properties"))
                    .containsEntry("key.converter", STRINGS)
                    .containsEntry("value.converter", STRINGS)
                    .containsEntry("consumer.isolation.level", "read_committed")
                    .containsKeys("bootstrap.servers", "offset.storage.file.filename", "plugin.path");
        }

        @ParameterizedTest
        @ValueSource(strings = {"file-sink", "jdbc-sink"})
        void readsTheDownstreamTopics(String sink) {
            Properties read = properties("connect/" + sink + ".properties");
            Topics topics = Topics.withPrefix("news");
            assertThat(read.getProperty("topics").split(",", -1))
                    .containsExactly(
                            topics.publishedArticles().name(), topics.copies().name());
            assertThat(read).containsKeys("name", "connector.class", "tasks.max");
        }

        @Test
        void makesATableOfEachTopicAndAColumnOfKeyAndRecord() {
            Properties jdbc = properties("connect/jdbc-sink.properties");
            for (String transform : List.of(jdbc.getProperty("transforms").split(",", -1))) {
                assertThat(jdbc).containsKey("transforms." + transform + ".type");
            }
            String pattern = jdbc.getProperty("transforms.asTable.regex");
            String table = jdbc.getProperty("transforms.asTable.replacement");
            assertThat("news.published-articles".replaceFirst(pattern, table)).isEqualTo("articles");
            assertThat("news.copies".replaceFirst(pattern, table)).isEqualTo("copies");
            assertThat(jdbc)
                    .containsEntry("insert.mode", "upsert")
                    .containsEntry("primary.key.mode", "record_key")
                    .containsEntry("primary.key.fields", jdbc.getProperty("transforms.asId.field"));
        }

        private static Properties properties(String name) {
            Properties properties = new Properties();
            try {
                properties.load(new StringReader(read(name)));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(name, e);
            }
            return properties;
        }
    }

    private static String read(String name) {
        try {
            return Files.readString(OPS.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(name, e);
        }
    }
}
