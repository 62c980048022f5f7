package broadsheet.export;

import broadsheet.cli.UsageException;
import broadsheet.export.file.CsvFile;
import broadsheet.export.file.FileTarget;
import broadsheet.export.file.Layout;
import broadsheet.export.file.NdjsonFile;
import broadsheet.export.file.NinjsFile;
import broadsheet.export.file.ParquetFile;
import broadsheet.export.opensearch.OpenSearchTarget;
import broadsheet.export.postgres.PostgresTarget;
import java.nio.file.Path;
import java.util.function.Supplier;

/** What can be written. */
enum Format {
    NDJSON(file(NdjsonFile::new)),
    CSV(file(CsvFile::new)),
    PARQUET(Format::parquet),
    NINJS(file(NinjsFile::new)),
    POSTGRES((where, follow) -> PostgresTarget.open(where)),
    OPENSEARCH((where, follow) -> OpenSearchTarget.open(where));

    /** Opens what a caller names. */
    private interface Opening {
        Target open(String where, boolean follow);
    }

    @SuppressWarnings("ImmutableEnumChecker") // None of them has a state.
    private final Opening opening;

    Format(Opening opening) {
        this.opening = opening;
    }

    private static Opening file(Supplier<Layout> layout) {
        return (where, follow) -> {
            if (where.contains("://")) {
                throw new UsageException("not a file: " + where);
            }
            return FileTarget.open(Path.of(where), layout.get(), follow);
        };
    }

    private static Target parquet(String where, boolean follow) {
        if (!ParquetFile.canBeWritten()) {
            throw new UsageException("parquet is not written here: the image for stages comes without duckdb_jdbc");
        }
        return file(ParquetFile::new).open(where, follow);
    }

    Target open(String where, boolean follow) {
        return opening.open(where, follow);
    }

    /** Where poison goes if nobody says. */
    Path poisonFor(String where) {
        return Path.of(where.contains("://") ? "broadsheet-poison.ndjson" : where + ".poison.ndjson");
    }
}
