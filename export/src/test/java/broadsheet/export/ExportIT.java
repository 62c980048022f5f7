package broadsheet.export;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.Main;
import broadsheet.export.Broker.Put;
import broadsheet.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("an export from a real broker")
class ExportIT {

    private static final String ORIGINALS = "published-articles";
    private static final String COPIES = "copies";

    private static Broker broker;
    private static Map<String, String> filled = Map.of();

    @TempDir
    private Path directory = Path.of("");

    @BeforeAll
    static void start() throws IOException {
        broker = Broker.start();
        filled = fill("once");
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static Put original(int number) {
        return new Put(ORIGINALS, Sample.key(number), Sample.record(number));
    }

    private static Put copy(int number, int of) {
        return new Put(COPIES, Sample.key(number), Sample.copy(number, of));
    }

    private static Put gone(String topic, int number) {
        return new Put(topic, Sample.key(number), null);
    }

    /** A revision, a withdrawal, a copy that becomes an original, an original that becomes a copy, and what never was. */
    private static Map<String, String> fill(String prefix) {
        broker.makeTopics(prefix);
        Map<String, String> expected = new TreeMap<>();
        for (int number = 1; number <= 40; number++) {
            broker.write(prefix, original(number));
            expected.put(Sample.id(number), "Bridge, “number” " + number + " opens");
        }
        broker.write(prefix, new Put(ORIGINALS, Sample.key(41), Sample.record(41, ExportIT::enlarge)));
        expected.put(Sample.id(41), "Bridge, “number” 41 opens");
        broker.write(prefix, copy(51, 1), copy(52, 2));
        expected.put(Sample.id(51), "Bridge, “number” 51 opens");
        broker.write(
                prefix,
                new Put(ORIGINALS, Sample.key(1), Sample.record(1, article -> article.put("headline", "Later"))));
        expected.put(Sample.id(1), "Later");
        broker.write(prefix, gone(ORIGINALS, 2));
        expected.remove(Sample.id(2));
        broker.write(prefix, original(52), gone(COPIES, 52));
        expected.put(Sample.id(52), "Bridge, “number” 52 opens");
        broker.write(prefix, copy(3, 1), gone(ORIGINALS, 3));
        broker.abort(prefix, original(99), gone(ORIGINALS, 4));
        return expected;
    }

    private static void enlarge(com.fasterxml.jackson.databind.node.ObjectNode article) {
        article.put("body", "Größe 🌉\n".repeat(110_000));
    }

    private static List<String> words(String prefix, Format format, String where, String... more) {
        List<String> words =
                new ArrayList<>(List.of("export", format.name().toLowerCase(java.util.Locale.ROOT), where));
        words.addAll(List.of("--bootstrap-servers", broker.address(), "--topic-prefix", prefix));
        words.addAll(List.of(more));
        return words;
    }

    private static int run(List<String> words) {
        return Main.run(words.toArray(new String[0]));
    }

    /** Headlines by ids. */
    private static Map<String, String> rows(Format format, String where) throws IOException, SQLException {
        Map<String, String> rows = new TreeMap<>();
        ExportedRows.read(format, where).forEach((id, told) -> rows.put(id, told.headline()));
        return rows;
    }

    @ParameterizedTest
    @EnumSource
    void hasEachArticleOnceAsItIsNow(Format format) throws Exception {
        try (ExportPlace place = ExportPlace.of(format, directory)) {
            assertThat(run(words("once", format, place.where()))).isZero();
            assertThat(rows(format, place.where())).isEqualTo(filled);
            assertThat(run(words("once", format, place.where()))).as("again").isZero();
            assertThat(rows(format, place.where())).isEqualTo(filled);
        }
    }

    @Test
    void takesOnlyWhatIsAskedFor() throws Exception {
        broker.makeTopics("asked");
        broker.write(
                "asked",
                original(1),
                new Put(ORIGINALS, Sample.key(2), Sample.record(2, article -> article.put("language", "de"))),
                new Put(ORIGINALS, Sample.key(3), Sample.record(3, article -> article.put("wordCount", 5))),
                copy(4, 1));
        String file = directory.resolve("some.ndjson").toString();
        assertThat(run(words(
                        "asked", Format.NDJSON, file, "--language", "en", "--query", "wordCount>10", "--no-copies")))
                .isZero();
        assertThat(rows(Format.NDJSON, file)).containsOnlyKeys(Sample.id(1));
        assertThat(run(words("asked", Format.NDJSON, file, "--since", "2030-01-01T00:00:00Z")))
                .isZero();
        assertThat(rows(Format.NDJSON, file)).isEmpty();
        assertThat(run(words("asked", Format.NDJSON, file, "--query", "nonsense")))
                .isEqualTo(2);
        assertThat(run(words("asked", Format.NDJSON, file, "--since", "yesterday")))
                .isEqualTo(2);
        assertThat(run(words("asked", Format.POSTGRES, file))).isEqualTo(2);
        assertThat(run(words("asked", Format.OPENSEARCH, file))).isEqualTo(2);
    }

    @Test
    void putsPoisonAsideWithItsReasonOnceAndCarriesOn() throws Exception {
        broker.makeTopics("poison");
        byte[] broken = "{\"id\": 1".getBytes(StandardCharsets.UTF_8);
        broker.write("poison", original(1), new Put(ORIGINALS, Sample.key(2), broken), original(3));
        String file = directory.resolve("good.ndjson").toString();
        assertThat(run(words("poison", Format.NDJSON, file))).isEqualTo(1);
        assertThat(run(words("poison", Format.NDJSON, file))).isEqualTo(1);
        assertThat(rows(Format.NDJSON, file)).containsOnlyKeys(Sample.id(1), Sample.id(3));
        List<String> aside = Files.readAllLines(Path.of(file + ".poison.ndjson"));
        assertThat(aside).singleElement().satisfies(line -> {
            JsonNode poison = Json.mapper().readTree(line);
            assertThat(poison.path("topic").asText()).isEqualTo("poison.published-articles");
            assertThat(poison.path("reason").asText()).startsWith("not an article in JSON: ");
            assertThat(poison.path("value").binaryValue()).isEqualTo(broken);
        });
    }

    @Test
    void saysInOneLineThatNoBrokerAnswersOrThatTheTopicsAreMissing() {
        String file = directory.resolve("none.ndjson").toString();
        assertThat(run(words("nobody-made-these", Format.NDJSON, file))).isEqualTo(1);
        assertThat(Path.of(file)).doesNotExist();
    }
}
