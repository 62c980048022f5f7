package broadsheet.export.postgres;

import broadsheet.export.TargetAway;
import broadsheet.runtime.settings.StartupException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one connection of an export, made when it is needed, with the lock on its schema and with the tables there. Not
 * thread-safe.
 */
final class PostgresConnection implements AutoCloseable {

    /** Classes of SQLSTATE that may be over soon: no connection, no resources, a conflict, an operator at work. */
    private static final Set<String> AWAY = Set.of("08", "40", "53", "55", "57");

    private final DatabaseAddress address;
    private @Nullable Connection connection;

    PostgresConnection(DatabaseAddress address) {
        this.address = address;
    }

    /** Work on a connection. */
    interface Work<T> {
        T on(Connection open) throws SQLException, IOException;
    }

    /** Does it, and commits; what fails is rolled back with the connection, and the next work makes a new one. */
    <T> T in(Work<T> work) {
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
        String said = "PostgreSQL: "
                + String.valueOf(problem.getMessage()).lines().findFirst().orElse("no reason");
        return AWAY.contains(kind(problem)) ? new TargetAway(said, problem) : new StartupException(said, problem);
    }

    /** The class of its SQLSTATE. */
    static String kind(SQLException problem) {
        String state = Objects.requireNonNullElse(problem.getSQLState(), "");
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

    /** Runs a script that is beside this class. */
    static void run(Connection open, String script) throws SQLException, IOException {
        try (InputStream in = Objects.requireNonNull(PostgresConnection.class.getResourceAsStream(script), script);
                Statement statement = open.createStatement()) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
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
