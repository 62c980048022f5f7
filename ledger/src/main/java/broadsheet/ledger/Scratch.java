package broadsheet.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Memory on disk: a temporary file that is mapped piece by piece, so that what is counted may be larger than the heap. It
 * holds nothing that cannot be read again from the topics, and is gone with the process. Not thread-safe.
 */
final class Scratch implements AutoCloseable {

    /** Systems allow some ten thousand mappings; small pieces share one. */
    private static final int SEGMENT = 8 << 20;

    private final FileChannel file;
    private final Map<Integer, Deque<ByteBuffer>> free = new HashMap<>();
    private ByteBuffer segment = ByteBuffer.allocate(0);
    private int used;
    private long end;

    Scratch() {
        try {
            Path path = Files.createTempFile("broadsheet-ledger", ".tmp");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary file for the ledger in java.io.tmpdir: " + e.getMessage(), e);
        }
    }

    /** A piece of zeros; its length is a multiple of eight. */
    ByteBuffer take(int bytes) {
        ByteBuffer given =
                free.computeIfAbsent(bytes, size -> new ArrayDeque<>()).poll();
        if (given != null) {
            for (int i = 0; i < bytes; i += Long.BYTES) {
                given.putLong(i, 0);
            }
            return given;
        }
        if (bytes > SEGMENT / 8) {
            return map(bytes);
        }
        if (segment.capacity() - used < bytes) {
            segment = map(SEGMENT);
            used = 0;
        }
        ByteBuffer piece = segment.slice(used, bytes);
        used += bytes;
        return piece;
    }

    private ByteBuffer map(int bytes) {
        try {
            ByteBuffer piece = file.map(MapMode.READ_WRITE, end, bytes);
            end += bytes;
            return piece;
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger's temporary file cannot grow: " + e.getMessage(), e);
        }
    }

    /** A piece that nobody uses any more, to be taken again. */
    void giveBack(ByteBuffer piece) {
        free.computeIfAbsent(piece.capacity(), size -> new ArrayDeque<>()).add(piece);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
