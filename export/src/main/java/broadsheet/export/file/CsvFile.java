package broadsheet.export.file;

import broadsheet.export.Column;
import broadsheet.export.StorableText;
import broadsheet.model.PublishedArticle;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Comma-separated values by RFC 4180, in UTF-8, with a header. What an article does not have is empty; a text that is empty
 * is {@code ""}. Lists and maps are JSON.
 */
public final class CsvFile implements Layout {

    private static final String LINE_END = "\r\n";

    private Writer out = Writer.nullWriter();

    @Override
    public void begin(Path file) throws IOException {
        out = Files.newBufferedWriter(file);
        out.write(Column.all().stream().map(Column::word).collect(Collectors.joining(",")) + LINE_END);
    }

    @Override
    public void row(byte[] json) throws IOException {
        PublishedArticle article = StorableText.article(json);
        for (Column column : Column.all()) {
            if (column != Column.ID) {
                out.write(',');
            }
            Optional<String> text = column.text(article);
            if (text.isPresent()) {
                write(text.get());
            }
        }
        out.write(LINE_END);
    }

    private void write(String text) throws IOException {
        boolean isPlain =
                !text.isEmpty() && text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        out.write(isPlain ? text : '"' + text.replace("\"", "\"\"") + '"');
    }

    @Override
    public void end() throws IOException {
        out.close();
    }
}
