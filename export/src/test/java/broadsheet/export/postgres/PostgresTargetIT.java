package broadsheet.export.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.export.Bookmark;
import broadsheet.export.Change;
import broadsheet.export.Column;
import broadsheet.export.Sample;
import broadsheet.export.Standing;
import broadsheet.export.Target;
import broadsheet.export.TargetAway;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a PostgreSQL database")
class PostgresTargetIT {

    private static Postgres server;
    private static int schemas;

    private String schema = "";
    private PostgresTarget target;

    @BeforeAll
    static void start() {
        server = Postgres.start();
    }

    @AfterAll
    static void stop() {
        Optional.ofNullable(server).ifPresent(Postgres::close);
    }

    @BeforeEach
    void makeSchema() throws SQLException {
        schema = "s" + ++schemas;
        execute("CREATE SCHEMA " + schema);
        target = open();
    }

    @AfterEach
    void close() {
        target.close();
    }

    private PostgresTarget open() {
        return PostgresTarget.open(server.url() + "?currentSchema=" + schema);
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + server.url().replace("news@", "") + "?currentSchema=" + schema, "news", "");
    }

    private void execute(String command) throws SQLException {
        try (Connection open = connection();
                Statement statement = open.createStatement()) {
            statement.execute(command);
        }
    }

    private List<List<Object>> ask(String question) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (Connection open = connection();
                Statement statement = open.createStatement();
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

    private static Bookmark at(int reading, long offset) {
        return new Bookmark("all", reading, Instant.EPOCH, new TreeMap<>(Map.of("news.copies-0", offset)));
    }

    private List<Target.Refusal> put(Bookmark after, Change... changes) {
        List<Target.Refusal> refusals = new ArrayList<>();
        target.take(List.of(changes), after, refusals::add);
        return refusals;
    }

    private static Change original(int number) {
        return Sample.upsert(Standing.ORIGINAL, Sample.record(number));
    }

    @Test
    void hasAnArticleWithAllThatBelongsToIt() throws SQLException {
        put(
                at(1, 1),
                Sample.upsert(
                        Standing.ORIGINAL,
                        Sample.record(
                                1,
                                article -> article.putArray("amendedBy")
                                        .addObject()
                                        .put("id", Sample.id(9))
                                        .put("kind", "update"))));
        target.settle(at(1, 1));
        assertThat(ask("SELECT body, authors[2], accessible_for_free, published_at = '2026-11-18T08:30:00Z',"
                        + " provenance->>'body', modified_at FROM articles"))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly(Sample.BODY, "O'Hara, {Tobias}", true, true, "html", null);
        assertThat(ask("SELECT name, link_id, latitude FROM entities"))
                .containsExactly(List.of("Whitby", "2634135", 54.48774));
        assertThat(ask("SELECT media_topic, confidence FROM sections"))
                .containsExactly(List.of("medtop:04000000", 0.81));
        assertThat(ask("SELECT count(*) FROM versions")).containsExactly(List.of(1L));
        assertThat(ask("SELECT copy_id, kind FROM amendments")).containsExactly(List.of(Sample.id(9), "update"));
    }

    @Test
    void hasMentionsWhereSqlFindsThem() throws SQLException {
        put(at(1, 1), original(1));
        assertThat(ask("SELECT substr(body, from_character + 1, to_character - from_character), text FROM mentions"
                        + " JOIN articles ON id = article_id"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).containsExactly("Whitby", "Whitby"));
    }

    @Test
    void findsTextByTheWordsOfItsLanguage() throws SQLException {
        byte[] german =
                Sample.record(2, article -> article.put("language", "de").put("body", "Die Brücken wurden geöffnet."));
        put(at(1, 1), original(1), Sample.upsert(Standing.ORIGINAL, german));
        target.settle(at(1, 1));
        assertThat(ask("SELECT id FROM articles WHERE search @@ websearch_to_tsquery('german', 'Brücke')"))
                .containsExactly(List.of(Sample.id(2)));
        assertThat(ask("SELECT id FROM articles WHERE search @@ websearch_to_tsquery('english', 'opening')"))
                .hasSize(1 + 1);
    }

    @Test
    void hasTheColumnsThatOtherFormsHave() throws SQLException {
        put(at(1, 1), original(1));
        assertThat(ask("SELECT column_name::text FROM information_schema.columns WHERE table_name = 'copies' AND"
                        + " table_schema = '"
                        + schema + "'"))
                .extracting(row -> row.get(0).toString())
                .containsAll(Column.all().stream()
                        .map(Column::word)
                        .filter(name -> !name.equals("amended_by"))
                        .toList());
    }

    @Test
    void hasColumnsOfTheTypesOfTheContract() throws SQLException {
        put(at(1, 1), original(1));
        Map<String, String> types = new TreeMap<>();
        for (List<Object> column :
                ask("SELECT table_name || '.' || column_name, data_type FROM information_schema.columns"
                        + " WHERE table_schema = '" + schema + "'")) {
            types.put(column.get(0).toString(), column.get(1).toString());
        }
        for (String table : List.of("articles.", "copies.")) {
            assertThat(types)
                    .containsEntry(table + "headline", "text")
                    .containsEntry(table + "authors", "ARRAY")
                    .containsEntry(table + "published_at", "timestamp with time zone")
                    .containsEntry(table + "word_count", "integer")
                    .containsEntry(table + "accessible_for_free", "boolean")
                    .containsEntry(table + "confidence", "double precision")
                    .containsEntry(table + "provenance", "jsonb");
        }
        assertThat(types)
                .containsEntry("articles.search", "tsvector")
                .containsEntry("copies.copy_similarity", "double precision")
                .containsEntry("copies.entities", "jsonb")
                .containsEntry("mentions.from_character", "integer")
                .containsEntry("entities.latitude", "double precision")
                .containsEntry("versions.at", "timestamp with time zone");
    }

    @Test
    void replacesMovesAndWithdraws() throws SQLException {
        put(at(1, 3), original(1), original(2), Sample.upsert(Standing.COPY, Sample.copy(3, 1)));
        put(at(1, 4), Sample.upsert(Standing.ORIGINAL, Sample.record(1, article -> article.put("headline", "New"))));
        put(at(1, 5), new Change.Delete(Standing.ORIGINAL, Sample.id(2), 4));
        put(at(1, 6), original(3), new Change.Delete(Standing.COPY, Sample.id(3), 5));
        assertThat(ask("SELECT id, headline FROM articles ORDER BY id"))
                .containsExactly(List.of(Sample.id(1), "New"), List.of(Sample.id(3), "Bridge, “number” 3 opens"));
        assertThat(ask("SELECT * FROM copies")).isEmpty();
        assertThat(ask("SELECT article_id FROM entities ORDER BY 1"))
                .containsExactly(List.of(Sample.id(1)), List.of(Sample.id(3)));
        assertThat(target.rows()).isEqualTo(2);
    }

    @Test
    void takesTheSameTwiceWithoutDoublingAnything() throws SQLException {
        put(at(1, 1), original(1));
        put(at(1, 1), original(1));
        assertThat(ask("SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM mentions)"))
                .containsExactly(List.of(1L, 2L));
    }

    @Test
    void remembersHowFarItIs() {
        assertThat(target.bookmark()).isEmpty();
        put(at(1, 7), original(1));
        target.close();
        try (PostgresTarget next = open()) {
            assertThat(next.bookmark()).contains(at(1, 7));
        }
    }

    @Test
    void dropsWhatAReadingAnewHasNotFound() throws SQLException {
        put(at(1, 2), original(1), original(2), Sample.upsert(Standing.COPY, Sample.copy(3, 1)));
        target.settle(at(1, 2));
        put(at(2, 1), original(2));
        assertThat(target.rows()).isEqualTo(3);
        target.settle(at(2, 1));
        assertThat(ask("SELECT id FROM articles")).containsExactly(List.of(Sample.id(2)));
        assertThat(ask("SELECT DISTINCT article_id FROM mentions")).containsExactly(List.of(Sample.id(2)));
        assertThat(target.rows()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatItCannotHoldAndSaysWhich() throws SQLException {
        target.rows();
        execute("ALTER TABLE articles ADD CHECK (headline <> 'Refused')");
        byte[] bad = Sample.record(2, article -> article.put("headline", "Refused"));
        assertThat(put(at(1, 3), original(1), Sample.upsert(Standing.ORIGINAL, bad), original(3)))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.change().id()).isEqualTo(Sample.id(2));
                    assertThat(refusal.why()).contains("violates check constraint");
                });
        assertThat(target.bookmark()).contains(at(1, 3));
        assertThat(ask("SELECT id FROM articles ORDER BY id"))
                .containsExactly(List.of(Sample.id(1)), List.of(Sample.id(3)));
    }

    @Test
    void holdsTheLargestBodiesOfDifferentWordsAndOddCharacters() throws SQLException {
        StringBuilder words = new StringBuilder();
        for (int i = 0; words.length() < 990_000; i++) {
            words.append(Integer.toString(i, 36)).append("-𝔘x\0 ");
        }
        assertThat(put(
                        at(1, 1),
                        Sample.upsert(
                                Standing.ORIGINAL, Sample.record(1, article -> article.put("body", words.toString())))))
                .isEmpty();
        assertThat(ask("SELECT length(body) FROM articles"))
                .containsExactly(List.of(words.codePointCount(0, words.length())));
    }

    @Test
    void isForOneExportAtATime() {
        target.rows();
        try (PostgresTarget second = open()) {
            assertThatThrownBy(second::rows)
                    .isInstanceOf(TargetAway.class)
                    .hasMessage("PostgreSQL: another export is at work in this schema");
        }
    }

    @Test
    void leavesTablesOfOthersAlone() throws SQLException {
        execute("CREATE TABLE articles (id int)");
        assertThatThrownBy(target::rows).hasMessageContaining("choose another schema");
    }

    @Test
    void isAwayWhileItsServerIsDownAndGoesOnAfterwards() throws SQLException {
        put(at(1, 1), original(1));
        server.down();
        try {
            assertThatThrownBy(() -> put(at(1, 2), original(2))).isInstanceOf(TargetAway.class);
            assertThatThrownBy(() -> put(at(1, 2), original(2))).isInstanceOf(TargetAway.class);
        } finally {
            server.up();
        }
        put(at(1, 2), original(2));
        assertThat(ask("SELECT count(*) FROM articles")).containsExactly(List.of(2L));
    }
}
