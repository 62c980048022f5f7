package broadsheet.export.file;

import broadsheet.model.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One record a line, byte for byte as it stands on the topic: nothing is lost, offsets of mentions are the contract's. */
public final class NdjsonFile implements Layout {

    private OutputStream out = OutputStream.nullOutputStream();

    @Override
    public void begin(Path file) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    @Override
    public void row(byte[] json) throws IOException {
        out.write(isOneLine(json) ? json : Json.bytes(Json.mapper().readTree(json)));
        out.write('\n');
    }

    private static boolean isOneLine(byte[] json) {
        for (byte b : json) {
            if (b == '\n' || b == '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void end() throws IOException {
        out.close();
    }
}
