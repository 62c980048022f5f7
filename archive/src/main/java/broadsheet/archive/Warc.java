package broadsheet.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * Reads WARC archives and single records (ISO 28500:2017) with jwarc. A record that cannot be read costs itself: the
 * next one is looked for, by the sign with which it begins.
 */
public final class Warc {

    /** What the headers of a response may take beside the page, in bytes. */
    private static final int HEADERS = 1 << 20;

    private Warc() {}

    /** Is told what an archive holds, record by record. */
    public interface Reader {

        /**
         * A response over HTTP.
         *
         * @param position where its record begins in the file, in bytes
         */
        void capture(long position, Capture capture);

        /** A record that holds none, and is not meant to; {@code what} it is, for a person. */
        void other(long position, String what);

        /** Something that should be a record and cannot be read; {@code why}, for a person. */
        void broken(long position, String why);
    }

    /**
     * The capture in a single record, which ends where the bytes end, whatever length it says.
     *
     * @throws MalformedWrapping if it is another type of record, or broken
     */
    public static Capture one(byte[] record) throws MalformedWrapping {
        int block = headEnd(record);
        MessageHeaders headers = headers(Arrays.copyOf(record, block));
        int rest = record.length - block;
        int length = headers.first("Content-Length")
                .filter(said -> said.matches("\\d{1,9}"))
                .map(said -> Math.min(rest, Integer.parseInt(said)))
                .orElse(rest);
        return Capture.of(headers, Arrays.copyOfRange(record, block, block + length));
    }

    private static MessageHeaders headers(byte[] head) throws MalformedWrapping {
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(head))) {
            reader.setLenient(true);
            return reader.next()
                    .orElseThrow(() -> new MalformedWrapping("no WARC record"))
                    .headers();
        } catch (IOException | IllegalArgumentException broken) {
            throw new MalformedWrapping("WARC record with a broken head: " + Capture.firstLine(broken));
        }
    }

    /** The index after the empty line that ends the head. */
    private static int headEnd(byte[] record) throws MalformedWrapping {
        for (int i = 0; i + 1 < record.length; i++) {
            if (record[i] == '\n' && record[i + 1] == '\n') {
                return i + 2;
            }
            if (record[i] == '\n' && i + 2 < record.length && record[i + 1] == '\r' && record[i + 2] == '\n') {
                return i + 3;
            }
        }
        throw new MalformedWrapping("WARC record without an end of its head");
    }

    /**
     * Reads an archive, gzipped or not, one record in memory at a time.
     *
     * @param limit most bytes that a page may have as it was sent; a longer one is broken
     * @throws IOException if the file cannot be opened
     */
    public static void read(Path archive, int limit, Reader found) throws IOException {
        try (FileChannel file = FileChannel.open(archive)) {
            NextRecord next = new NextRecord(file);
            Optional<Long> start = Optional.of(0L);
            while (start.isPresent()) {
                start = readFrom(file.position(start.get()), limit, found)
                        .flatMap(failed -> next.after(failed.position(), failed.compression()));
            }
        }
    }

    /** Where reading came to an end before the file did. */
    private record Failed(long position, WarcCompression compression) {}

    /** Reads until the end, which is empty, or until a record that cannot be read. The reader does not own the file. */
    @SuppressWarnings("resource")
    private static Optional<Failed> readFrom(FileChannel file, int limit, Reader found) throws IOException {
        long begin = file.position();
        WarcReader reader;
        try {
            reader = new WarcReader(file);
        } catch (IOException broken) {
            found.broken(begin, Capture.firstLine(broken));
            return Optional.of(new Failed(begin, WarcCompression.NONE));
        }
        reader.setLenient(true);
        try {
            for (var record = reader.next(); record.isPresent(); record = reader.next()) {
                take(record.get(), reader.position(), limit, found);
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException broken) {
            found.broken(reader.position(), Capture.firstLine(broken));
            return Optional.of(new Failed(reader.position(), reader.compression()));
        }
    }

    private static void take(WarcRecord record, long position, int limit, Reader found) throws IOException {
        if (record.headers().first("Content-Length").isEmpty()) {
            throw new IOException("WARC record that does not say how long it is");
        }
        Optional<String> other = Capture.otherThanHttp(record.headers());
        if (other.isPresent()) {
            found.other(position, other.get());
            return;
        }
        byte[] block = record.body().stream().readNBytes(limit + HEADERS + 1);
        if (block.length > limit + HEADERS) {
            found.broken(position, "larger than " + limit + " bytes");
            return;
        }
        show(record.headers(), block, position, found);
    }

    private static void show(MessageHeaders record, byte[] block, long position, Reader found) {
        try {
            found.capture(position, Capture.of(record, block));
        } catch (MalformedWrapping none) {
            found.broken(position, String.valueOf(none.getMessage()));
        }
    }
}
