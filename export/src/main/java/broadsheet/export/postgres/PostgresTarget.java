package broadsheet.export.postgres;

import broadsheet.export.Bookmark;
import broadsheet.export.Change;
import broadsheet.export.Target;
import broadsheet.export.TargetAway;
import broadsheet.model.Json;
import broadsheet.runtime.settings.StartupException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A PostgreSQL database: {@code articles}, {@code copies}, and of articles their entities, mentions, sections, versions and
 * amendments. Rows are taken out and put in again with the bookmark in one transaction; others see the one state or the
 * other. One export at a time is at work in a schema.
 */
public final class PostgresTarget implements Target {

    /** Classes of SQLSTATE that speak of the data alone. */
    private static final Set<String> REFUSALS = Set.of("22", "23", "54");

    /** Classes of SQLSTATE that may be over soon: no connection, no resources, a conflict, an operator at work. */
    private static final Set<String> AWAY = Set.of("08", "40", "53", "55", "57");

    private static final List<String> OF_ARTICLES =
            List.of("entities", "mentions", "sections", "versions", "amendments");

    private final DatabaseAddress address;
    private @Nullable Connection connection;
    private int swept;

    private PostgresTarget(DatabaseAddress address) {
        this.address = address;
    }

    /** One at that address; the first request connects. */
    public static PostgresTarget open(String url) {
        return new PostgresTarget(DatabaseAddress.of(url, Optional.ofNullable(System.getenv("PGPASSWORD"))));
    }

    /** Work on a connection. */
    private interface Work<T> {
        T on(Connection open) throws SQLException, IOException;
    }

    private <T> T in(Work<T> work) {
        try {
            Connection open = connected();
            T done = work.on(open);
            open.commit();
            return done;
        } catch (SQLException e) {
            close();
            throw failure(e);
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException failure(SQLException problem) {
        String state = Objects.requireNonNullElse(problem.getSQLState(), "");
        String said = "PostgreSQL: "
                + String.valueOf(problem.getMessage()).lines().findFirst().orElse("no reason");
        return AWAY.contains(kind(state)) ? new TargetAway(said, problem) : new StartupException(said, problem);
    }

    private static String kind(String state) {
        return state.length() < 2 ? "" : state.substring(0, 2);
    }

    private Connection connected() throws SQLException, IOException {
        Connection open = connection;
        if (open != null) {
            return open;
        }
        open = DriverManager.getConnection(address.jdbc(), address.login());
        connection = open;
        open.setAutoCommit(false);
        if (!isTrue(open, "SELECT pg_try_advisory_lock(hashtext('broadsheet export'), hashtext(current_schema()))")) {
            throw new SQLException("another export is at work in this schema", "55006");
        }
        if (!isTrue(open, "SELECT to_regclass('export_bookmark') IS NOT NULL")) {
            if (isTrue(open, "SELECT to_regclass('articles') IS NOT NULL")) {
                throw new StartupException(
                        "there is a table articles that this export has not made: choose another schema,"
                                + " ?currentSchema=NAME");
            }
            run(open, "tables.sql");
        }
        open.commit();
        return open;
    }

    private static boolean isTrue(Connection open, String question) throws SQLException {
        try (Statement statement = open.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void run(Connection open, String script) throws SQLException, IOException {
        try (InputStream in = Objects.requireNonNull(PostgresTarget.class.getResourceAsStream(script), script);
                Statement statement = open.createStatement()) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public Optional<Bookmark> bookmark() {
        return in(open -> {
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
        in(open -> {
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
        return REFUSALS.contains(kind(Objects.requireNonNullElse(problem.getSQLState(), "")));
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
        in(open -> {
            if (swept < now.reading()) {
                sweep(open, now.reading());
                run(open, "indexes.sql");
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
        return in(open -> {
            try (Statement count = open.createStatement();
                    ResultSet counted = count.executeQuery(
                            "SELECT (SELECT count(*) FROM articles) + (SELECT count(*) FROM copies)")) {
                return counted.next() ? counted.getLong(1) : 0;
            }
        });
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (SQLException e) {
            // It is gone then; what was not committed is not there.
        }
    }
}
