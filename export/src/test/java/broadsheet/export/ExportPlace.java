package broadsheet.export;

import broadsheet.export.opensearch.OpenSearch;
import broadsheet.export.postgres.Postgres;
import java.nio.file.Path;

/** Where articles go in a test: a server that is started for it, or a file. */
record ExportPlace(String where, Runnable closing) implements AutoCloseable {

    static ExportPlace of(Format format, Path directory) {
        return switch (format) {
            case POSTGRES -> {
                Postgres server = Postgres.start();
                yield new ExportPlace(server.url(), server::close);
            }
            case OPENSEARCH -> {
                OpenSearch server = OpenSearch.start();
                yield new ExportPlace(server.url("articles"), server::close);
            }
            default -> new ExportPlace(directory.resolve("articles").toString(), () -> {});
        };
    }

    @Override
    public void close() {
        closing.run();
    }
}
