package broadsheet.export.postgres;

import broadsheet.export.Bookmark;
import broadsheet.export.Change;
import broadsheet.export.Target;
import broadsheet.model.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/**
 * A PostgreSQL database: {@code articles}, {@code copies}, and of articles their entities, mentions, sections, versions and
 * amendments. Rows are taken out and put in again with the bookmark in one transaction; others see the one state or the
 * other. One export at a time is at work in a schema.
 */
public final class PostgresTarget implements Target {

    /** Classes of SQLSTATE that speak of the data alone. */
    private static final Set<String> REFUSALS = Set.of("22", "23", "54");

    private static final List<String> OF_ARTICLES =
            List.of("entities", "mentions", "sections", "versions", "amendments");

    private final PostgresConnection connection;
    private int swept;

    private PostgresTarget(DatabaseAddress address) {
        connection = new PostgresConnection(address);
    }

    /** One at that address; the first request connects. */
    public static PostgresTarget open(String url) {
        return new PostgresTarget(DatabaseAddress.of(url, Optional.ofNullable(System.getenv("PGPASSWORD"))));
    }

    @Override
    public Optional<Bookmark> bookmark() {
        return connection.in(open -> {
            try (Statement statement = open.createStatement();
                    ResultSet found = statement.executeQuery("SELECT bookmark FROM export_bookmark")) {
                return found.next()
                        ? Optional.of(Json.mapper().readValue(found.getString(1), Bookmark.class))
                        : Optional.empty();
            }
        });
    }

    @Override
    public void take(List<Change> changes, Bookmark after, Consumer<Refusal> refused) {
        connection.in(open -> {
            Savepoint before = open.setSavepoint();
            try {
                write(open, Rows.of(changes, after.reading()));
            } catch (SQLException e) {
                if (!isRefusal(e)) {
                    throw e;
                }
                open.rollback(before);
                writeOneByOne(open, changes, after, refused);
            }
            remember(open, after);
            return changes.size();
        });
    }

    private static boolean isRefusal(SQLException problem) {
        return REFUSALS.contains(PostgresConnection.kind(problem));
    }

    private static void writeOneByOne(Connection open, List<Change> changes, Bookmark after, Consumer<Refusal> refused)
            throws SQLException, IOException {
        for (Change change : changes) {
            Savepoint before = open.setSavepoint();
            try {
                write(open, Rows.of(List.of(change), after.reading()));
                open.releaseSavepoint(before);
            } catch (SQLException e) {
                if (!isRefusal(e)) {
                    throw e;
                }
                open.rollback(before);
                refused.accept(new Refusal(change, String.valueOf(e.getMessage())));
            }
        }
    }

    private static void write(Connection open, Rows rows) throws SQLException, IOException {
        for (String table : OF_ARTICLES) {
            delete(open, table, "article_id", rows.originals());
        }
        delete(open, "articles", "id", rows.originals());
        delete(open, "copies", "id", rows.copied());
        for (CopyRows table : rows.tables()) {
            if (!table.isEmpty()) {
                open.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(table.command(), new ByteArrayInputStream(table.bytes()));
            }
        }
    }

    private static void delete(Connection open, String table, String column, List<String> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement delete =
                open.prepareStatement("DELETE FROM " + table + " WHERE " + column + " = ANY (?)")) {
            delete.setArray(1, open.createArrayOf("text", ids.toArray()));
            delete.executeUpdate();
        }
    }

    private static void remember(Connection open, Bookmark after) throws SQLException {
        try (PreparedStatement write = open.prepareStatement(
                "INSERT INTO export_bookmark (bookmark) VALUES (?::jsonb) ON CONFLICT (single) DO UPDATE"
                        + " SET bookmark = excluded.bookmark")) {
            write.setString(1, Json.line(after));
            write.executeUpdate();
        }
    }

    @Override
    public void settle(Bookmark now) {
        connection.in(open -> {
            if (swept < now.reading()) {
                sweep(open, now.reading());
                PostgresConnection.run(open, "indexes.sql");
            }
            remember(open, now);
            return now;
        });
        swept = now.reading();
    }

    /** What no record of this reading stands for is gone. */
    private static void sweep(Connection open, int reading) throws SQLException {
        try (Statement delete = open.createStatement()) {
            for (String table : OF_ARTICLES) {
                delete.executeUpdate("DELETE FROM " + table
                        + " WHERE article_id IN (SELECT id FROM articles WHERE reading < " + reading + ")");
            }
            delete.executeUpdate("DELETE FROM articles WHERE reading < " + reading);
            delete.executeUpdate("DELETE FROM copies WHERE reading < " + reading);
        }
    }

    @Override
    public long rows() {
        return connection.in(open -> {
            try (Statement count = open.createStatement();
                    ResultSet counted = count.executeQuery(
                            "SELECT (SELECT count(*) FROM articles) + (SELECT count(*) FROM copies)")) {
                return counted.next() ? counted.getLong(1) : 0;
            }
        });
    }

    @Override
    public void close() {
        connection.close();
    }
}
