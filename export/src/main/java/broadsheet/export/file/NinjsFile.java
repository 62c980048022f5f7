package broadsheet.export.file;

import broadsheet.export.StorableText;
import broadsheet.model.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One ninjs 3.0 item a line. */
public final class NinjsFile implements Layout {

    private OutputStream out = OutputStream.nullOutputStream();

    @Override
    public void begin(Path file) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    @Override
    public void row(byte[] json) throws IOException {
        out.write(Json.bytes(NinjsItem.of(StorableText.article(json))));
        out.write('\n');
    }

    @Override
    public void end() throws IOException {
        out.close();
    }
}
