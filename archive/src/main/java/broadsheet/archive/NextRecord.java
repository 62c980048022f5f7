package broadsheet.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.netpreserve.jwarc.WarcCompression;

/** Where in an archive the next record begins, by its first bytes: of gzip those of a member, else those of a version. */
final class NextRecord {

    private static final byte[] MEMBER = {0x1f, (byte) 0x8b, 8};
    private static final byte[] VERSION = "\nWARC/".getBytes(StandardCharsets.US_ASCII);
    private static final int WINDOW = 1 << 16;

    private final FileChannel file;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW);

    NextRecord(FileChannel file) {
        this.file = file;
    }

    /** The first beginning after a place, in bytes from the beginning of the file. */
    Optional<Long> after(long position, WarcCompression compression) {
        boolean packed = compression == WarcCompression.GZIP;
        try {
            return packed ? find(MEMBER, position + 1) : find(VERSION, position).map(line -> line + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read on", e);
        }
    }

    private Optional<Long> find(byte[] sign, long from) throws IOException {
        for (long start = from; fill(start) >= sign.length; start += window.limit() - sign.length + 1L) {
            for (int at = 0; at + sign.length <= window.limit(); at++) {
                if (stands(sign, at)) {
                    return Optional.of(start + at);
                }
            }
        }
        return Optional.empty();
    }

    private boolean stands(byte[] sign, int at) {
        for (int i = 0; i < sign.length; i++) {
            if (window.get(at + i) != sign[i]) {
                return false;
            }
        }
        return true;
    }

    /** Fills the window from a place of the file; how many bytes there are. */
    private int fill(long start) throws IOException {
        window.clear();
        long at = start;
        for (int read = 0; window.hasRemaining() && read >= 0; at += Math.max(0, read)) {
            read = file.read(window, at);
        }
        window.flip();
        return window.limit();
    }
}
