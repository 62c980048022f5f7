package broadsheet.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("the schemas")
class SchemaTest {

    @ParameterizedTest
    @MethodSource("schemas")
    @DisplayName("say of each member what the record writes, and describe it")
    void agreeWithTheRecords(String name) {
        Class<?> type = Objects.requireNonNull(Contract.SCHEMAS.get(name));
        assertThat(RecordShape.differences(type, Contract.schema(name))).isEmpty();
    }

    @Test
    void areOneForEachFile() throws Exception {
        try (Stream<Path> files = Files.list(folder("schema"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".schema.json", "")))
                    .containsExactlyInAnyOrderElementsOf(Contract.SCHEMAS.keySet());
        }
    }

    static Stream<String> schemas() {
        return Contract.SCHEMAS.keySet().stream().sorted();
    }

    @Nested
    @DisplayName("a golden example")
    class Golden {

        @ParameterizedTest(name = "{0}/{1}")
        @MethodSource("broadsheet.model.SchemaTest#golden")
        void isValid(String schema, Path file) throws IOException {
            assertThat(Contract.errors(schema, Files.readString(file))).isEmpty();
        }

        @ParameterizedTest(name = "{0}/{1}")
        @MethodSource("broadsheet.model.SchemaTest#golden")
        @DisplayName("is read and written again byte for byte")
        void survivesTheRoundTrip(String schema, Path file) throws IOException {
            String text = Files.readString(file).strip();
            Class<?> type = Objects.requireNonNull(Contract.SCHEMAS.get(schema));
            assertThat(Json.line(Json.read(Files.readAllBytes(file), type))).isEqualTo(text);
        }

        @Test
        void existsForEachSchema() throws Exception {
            assertThat(golden().map(it -> it.get()[0])).containsAll(List.copyOf(Contract.SCHEMAS.keySet()));
        }
    }

    @Nested
    @DisplayName("a wrong record")
    class Wrong {

        @ParameterizedTest(name = "{0}: {1} = {2}")
        @MethodSource("broadsheet.model.SchemaTest#mistakes")
        void isRefused(String schema, String pointer, String value) throws IOException {
            ObjectNode record = (ObjectNode) Json.mapper()
                    .readTree(Files.readString(folder("examples/" + schema).resolve("full.json")));
            change(record, pointer, value);
            assertThat(Contract.errors(schema, record.toString())).isNotEmpty();
        }

        @ParameterizedTest
        @MethodSource("broadsheet.model.SchemaTest#schemas")
        @DisplayName("without one of the required members is refused")
        void withoutARequiredMember(String schema) throws IOException {
            String full = Files.readString(folder("examples/" + schema).resolve("full.json"));
            for (JsonNode required : Contract.schema(schema).path("required")) {
                ObjectNode record = (ObjectNode) Json.mapper().readTree(full);
                record.remove(required.asText());
                assertThat(Contract.errors(schema, record.toString())).isNotEmpty();
            }
        }

        private static void change(ObjectNode record, String pointer, String value) throws IOException {
            int last = pointer.lastIndexOf('/');
            var parent = (ObjectNode) record.at(pointer.substring(0, last));
            assertThat(parent.has(pointer.substring(last + 1)))
                    .as("the example has " + pointer)
                    .isTrue();
            parent.set(pointer.substring(last + 1), Json.mapper().readTree(value));
        }
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("article", "/id", "\"0F3A\""),
                Arguments.of("article", "/headline", "\"\""),
                Arguments.of("article", "/authors", "\"Mara Lindqvist\""),
                Arguments.of("article", "/publishedAt", "\"2 March 2026\""),
                Arguments.of("article", "/publishedAt", "null"),
                Arguments.of("article", "/wordCount", "1.5"),
                Arguments.of("article", "/confidence", "1.01"),
                Arguments.of("article", "/provenance/headline", "\"guessed\""),
                Arguments.of("enriched-article", "/headline", "7"),
                Arguments.of("enriched-article", "/entities/0/type", "\"PER\""),
                Arguments.of("enriched-article", "/entities/0/mentions/0/start", "-1"),
                Arguments.of("enriched-article", "/entities/0/salience", "2"),
                Arguments.of("enriched-article", "/sections/0/mediaTopic", "\"sport\""),
                Arguments.of("enriched-article", "/sections/0/origin", "\"MODEL\""),
                Arguments.of("published-article", "/body", "[]"),
                Arguments.of("published-article", "/version/number", "0"),
                Arguments.of("published-article", "/version/change", "\"NEW\""),
                Arguments.of("published-article", "/version/history/0/at", "1772442000"),
                Arguments.of("published-article", "/copyOf/id", "\"the other one\""),
                Arguments.of("rejection", "/origin", "\"0/12\""),
                Arguments.of("rejection", "/reason", "\"not an article\""),
                Arguments.of("rejection", "/stage", "\"INGEST\""),
                Arguments.of("outcome", "/kind", "\"LOST\""),
                Arguments.of("outcome", "/items", "\"3\""),
                Arguments.of("takedown", "/at", "\"yesterday\""),
                Arguments.of("receipt", "/takedown/at", "\"yesterday\""),
                Arguments.of("receipt", "/withdrawn", "-1"),
                Arguments.of("subscription", "/kind", "\"FEED\""),
                Arguments.of("subscription", "/minutes", "0"),
                Arguments.of("fetch-request", "/expires", "\"soon\""),
                Arguments.of("fetch-request", "/why", "\"BECAUSE\""),
                Arguments.of("fetch", "/outcome", "\"LOST\""),
                Arguments.of("fetch", "/request", "\"3/17\""),
                Arguments.of("fetch", "/quietHours", "[24]"),
                Arguments.of("host-state", "/failures", "-1"));
    }

    static Stream<Arguments> golden() throws IOException {
        try (Stream<Path> files = Files.walk(folder("examples"))) {
            return files
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(file ->
                            Arguments.of(file.resolveSibling("").getFileName().toString(), file))
                    .toList()
                    .stream();
        }
    }

    private static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(SchemaTest.class.getResource("/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
