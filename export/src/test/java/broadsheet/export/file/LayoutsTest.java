package broadsheet.export.file;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.export.Column;
import broadsheet.export.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What DuckDB, which knows none of our classes, reads in the files. */
@DisplayName("a file of")
class LayoutsTest {

    @TempDir
    private Path directory = Path.of("");

    private Path write(Layout layout, byte[]... records) throws IOException {
        Path file = directory.resolve("articles");
        layout.begin(file);
        for (byte[] record : records) {
            layout.row(record);
        }
        layout.end();
        return file;
    }

    private static List<List<Object>> ask(String question) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            while (answer.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                    row.add(answer.getObject(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** An article with as little as can be, a body of a million characters, and one with all that makes trouble. */
    private static byte[][] records() {
        byte[] least = Sample.record(2, article -> {
            for (String name : List.of("url", "canonicalUrl", "publishedAt", "accessibleForFree")) {
                article.remove(name);
            }
            article.putObject("source");
            article.putArray("authors");
            article.putArray("entities");
            article.put("section", "");
        });
        byte[] large = Sample.record(3, article -> article.put("body", "Größe 🌉\n".repeat(125_000)));
        return new byte[][] {Sample.record(1), least, large, Sample.copy(4, 1)};
    }

    @Nested
    @DisplayName("Parquet")
    class Parquet {

        @Test
        void hasTheTypesOfTheColumns() throws Exception {
            Path file = write(new ParquetFile(), records());
            List<List<Object>> columns =
                    ask("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet('" + file + "'))");
            assertThat(columns).hasSameSizeAs(Column.all());
            for (int i = 0; i < columns.size(); i++) {
                String wanted = Column.all().get(i).type().replace("TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE");
                assertThat(columns.get(i).get(0)).isEqualTo(Column.all().get(i).word());
                assertThat(columns.get(i).get(1).toString().replace("\"", "")).isEqualTo(wanted.replace("\"", ""));
            }
        }

        @Test
        void keepsEveryCharacterAndWhatIsAbsentAbsent() throws Exception {
            Path file = write(new ParquetFile(), records());
            assertThat(ask("SELECT id, body, authors[2], section FROM read_parquet('" + file
                            + "') WHERE body LIKE '%Ackroyd%' ORDER BY id"))
                    .extracting(row -> row.get(1))
                    .containsExactly(Sample.BODY, Sample.BODY, Sample.BODY);
            assertThat(ask("SELECT count(*) FILTER (url IS NULL AND domain IS NULL AND published_at IS NULL AND"
                            + " len(authors) = 0 AND section = ''), count(*) FILTER (copy_of IS NULL),"
                            + " count(section), max(length(body)) FROM read_parquet('"
                            + file + "')"))
                    .containsExactly(List.of(1L, 3L, 1L, 1_000_000L));
        }

        @Test
        void hasMentionsWhereSqlFindsThem() throws Exception {
            Path file = write(new ParquetFile(), records());
            assertThat(ask("SELECT substr(body, m.start + 1, m.\"end\" - m.start), m.text FROM (SELECT body,"
                            + " unnest(e.mentions) AS m FROM (SELECT body, unnest(entities) AS e FROM read_parquet('"
                            + file
                            + "') WHERE length(body) < 1000))"))
                    .hasSize(4)
                    .allSatisfy(
                            row -> assertThat(row.get(0)).isEqualTo(row.get(1)).isEqualTo("Whitby"));
        }

        @Test
        void leavesNothingBesideIt() throws Exception {
            write(new ParquetFile(), records());
            try (var all = Files.list(directory)) {
                assertThat(all.toList()).containsExactly(directory.resolve("articles"));
            }
        }

        @Test
        void canBeEmpty() throws Exception {
            assertThat(ask("SELECT count(*) FROM read_parquet('" + write(new ParquetFile()) + "')"))
                    .containsExactly(List.of(0L));
        }
    }

    @Nested
    @DisplayName("CSV")
    class Csv {

        private String read(Path file) {
            return "read_csv('" + file + "', header=true, all_varchar=true, max_line_size=10000000, new_line='\\r\\n')";
        }

        @Test
        void keepsEveryCharacterAndWhatIsAbsentAbsent() throws Exception {
            Path file = write(new CsvFile(), records());
            assertThat(ask("SELECT body FROM " + read(file) + " WHERE id = '" + Sample.id(1) + "'"))
                    .containsExactly(List.of(Sample.BODY));
            assertThat(ask("SELECT count(*), count(url), count(copy_of), max(length(body)) FROM " + read(file)))
                    .containsExactly(List.of(4L, 3L, 1L, 1_000_000L));
        }

        @Test
        void hasListsInJson() throws Exception {
            Path file = write(new CsvFile(), records());
            assertThat(ask("SELECT authors->>1, entities->0->>'name' FROM " + read(file) + " WHERE id = '"
                            + Sample.id(1) + "'"))
                    .containsExactly(List.of("O'Hara, {Tobias}", "Whitby"));
        }

        @Test
        void hasTheSameHeaderAsTheOtherTables() throws Exception {
            String header = Files.readAllLines(write(new CsvFile())).get(0);
            assertThat(header.split(",")).hasSameSizeAs(Column.all());
            assertThat(header).startsWith("id,url,canonical_url").isEqualTo(header.toLowerCase(Locale.ROOT));
        }
    }

    @Nested
    @DisplayName("NDJSON")
    class Ndjson {

        @Test
        void hasEachRecordAsItIsOnOneLine() throws Exception {
            byte[] pretty = new String(Sample.record(9), java.nio.charset.StandardCharsets.UTF_8)
                    .replace("{\"id\"", "{\n\"fieldOfALaterContract\": 1, \"id\"")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            Path file = write(new NdjsonFile(), Sample.record(1), pretty);
            assertThat(Files.readAllLines(file))
                    .hasSize(2)
                    .first()
                    .isEqualTo(new String(Sample.record(1), java.nio.charset.StandardCharsets.UTF_8));
            assertThat(Files.readAllLines(file).get(1)).startsWith("{\"fieldOfALaterContract\":1,\"id\"");
        }
    }
}
