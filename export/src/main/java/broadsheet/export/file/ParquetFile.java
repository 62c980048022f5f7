package broadsheet.export.file;

import broadsheet.export.Column;
import broadsheet.export.StorableText;
import broadsheet.model.Json;
import broadsheet.model.PublishedArticle;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Parquet, one row an article, lists and entities nested. DuckDB writes it, from rows as JSON in a file beside, in bounded
 * memory.
 */
public final class ParquetFile implements Layout {

    /** What DuckDB may take outside of the heap before it goes to the disk. */
    private static final String MEMORY = "256MB";

    /** The longest row: a body of a million characters and its mentions, all of them escaped. */
    private static final int LONGEST_ROW = 32 << 20;

    private Path parquet = Path.of("");
    private Path rows = Path.of("");
    private OutputStream out = OutputStream.nullOutputStream();

    /** Whether DuckDB is there. */
    public static boolean canBeWritten() {
        return DriverManager.drivers()
                .anyMatch(driver -> driver.getClass().getName().startsWith("org.duckdb."));
    }

    @Override
    public void begin(Path file) throws IOException {
        parquet = file;
        rows = Path.of(file + ".rows");
        out = new BufferedOutputStream(Files.newOutputStream(rows), 1 << 16);
    }

    @Override
    public void row(byte[] json) throws IOException {
        PublishedArticle article = StorableText.article(json);
        Map<String, Object> row = new LinkedHashMap<>();
        for (Column column : Column.all()) {
            column.value(article).ifPresent(value -> row.put(column.word(), value));
        }
        out.write(Json.bytes(row));
        out.write('\n');
    }

    @Override
    public void end() throws IOException {
        out.close();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("SET memory_limit='" + MEMORY + "'");
            statement.execute("SET threads=1");
            statement.execute("SET preserve_insertion_order=false");
            statement.execute("SET temp_directory=" + quoted(parquet + ".spill"));
            statement.execute("COPY (SELECT * FROM read_json(" + quoted(rows.toString())
                    + ", format='newline_delimited', maximum_object_size=" + LONGEST_ROW + ", columns={" + columns()
                    + "})) TO " + quoted(parquet.toString())
                    + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE_BYTES '16MB')");
        } catch (SQLException e) {
            throw new IOException("DuckDB cannot write " + parquet + ": " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(rows);
        }
    }

    private static String columns() {
        return Column.all().stream()
                .map(column -> quoted(column.word()) + ": " + quoted(column.type()))
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
