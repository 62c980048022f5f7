package broadsheet.export;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.export.opensearch.OpenSearch;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What is in a target, as a program reads it that knows none of our classes; a row that is there twice fails. */
final class ExportedRows {

    private static final String CSV = "SELECT id, headline, body, published_at, description, copy_of, entities FROM"
            + " read_csv('FILE', header=true, all_varchar=true, max_line_size=10000000, new_line='\\r\\n',"
            + " allow_quoted_nulls=false)";
    private static final String PARQUET = "SELECT id, headline, body, strftime(published_at AT TIME ZONE 'UTC',"
            + " '%Y-%m-%dT%H:%M:%SZ'), description, copy_of, to_json(entities) FROM read_parquet('FILE')";
    private static final String POSTGRES = """
            SELECT id, headline, body, to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), description,
                NULL, (SELECT json_build_array(json_build_object('mentions', json_agg(json_build_object(
                    'start', from_character, 'end', to_character, 'text', text)))) FROM mentions WHERE article_id = id)
            FROM articles
            UNION ALL SELECT id, headline, body, to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                description, copy_of, entities::json FROM copies""";

    private ExportedRows() {}

    static Map<String, Told> read(Format format, String where) throws IOException, SQLException {
        return switch (format) {
            case NDJSON -> lines(where, line -> line.path("id").asText(), Told::of);
            case NINJS ->
                lines(where, line -> line.path("uri").asText().replace("urn:broadsheet:", ""), ExportedRows::ninjs);
            case CSV -> asked("jdbc:duckdb:", CSV.replace("FILE", where));
            case PARQUET -> asked("jdbc:duckdb:", PARQUET.replace("FILE", where));
            case POSTGRES -> asked("jdbc:" + where.replace("news@", "") + "?user=news", POSTGRES);
            case OPENSEARCH -> documents(where);
        };
    }

    private static Map<String, Told> lines(String file, Function<JsonNode, String> id, Function<JsonNode, Told> told)
            throws IOException {
        Map<String, Told> rows = new TreeMap<>();
        try (var all = Files.lines(Path.of(file))) {
            all.map(Told::json).forEach(line -> putOnce(rows, id.apply(line), told.apply(line)));
        }
        return rows;
    }

    private static Told ninjs(JsonNode item) {
        return new Told(
                item.at("/headlines/0/value").asText(),
                item.at("/bodies/0/value").asText().hashCode(),
                Told.text(item.path("contentCreated")).map(Instant::parse),
                Told.text(item.at("/descriptions/0/value")),
                Optional.empty(),
                java.util.List.of());
    }

    private static Map<String, Told> asked(String url, String question) throws SQLException {
        Map<String, Told> rows = new TreeMap<>();
        try (Connection open = DriverManager.getConnection(url);
                Statement statement = open.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            while (answer.next()) {
                String body = answer.getString(3);
                Told told = new Told(
                        answer.getString(2),
                        body.hashCode(),
                        Optional.ofNullable(answer.getString(4)).map(Instant::parse),
                        Optional.ofNullable(answer.getString(5)),
                        Optional.ofNullable(answer.getString(6)),
                        Told.mentions(body, Told.json(answer.getString(7)), Told.BY_CODE_POINTS));
                putOnce(rows, answer.getString(1), told);
            }
        }
        return rows;
    }

    private static Map<String, Told> documents(String where) {
        Map<String, Told> rows = new TreeMap<>();
        for (JsonNode hit : OpenSearch.at(where).found("articles", "{\"match_all\":{}}")) {
            putOnce(rows, hit.path("_id").asText(), Told.of(hit.path("_source")));
        }
        return rows;
    }

    private static void putOnce(Map<String, Told> rows, String id, Told told) {
        assertThat(rows.put(id, told)).as("twice: " + id).isNull();
    }
}
