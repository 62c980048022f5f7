package broadsheet.ingest.wrap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip up to a limit, so that a few bytes cannot become gigabytes. */
public final class Gunzip {
    private Gunzip() {}

    /**
     * The unpacked bytes, or the first {@code limit + 1} of them: the caller sees that it is too much.
     *
     * @throws MalformedWrapping if the bytes are no gzip
     */
    public static byte[] unpack(byte[] packed, int limit) throws MalformedWrapping {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(limit + 1);
        } catch (IOException broken) {
            throw new MalformedWrapping("broken gzip: " + broken.getMessage());
        }
    }
}
