package broadsheet.publish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** An archive written byte by byte, as other tools write theirs, and not by the library that reads it. */
final class ArchiveBytes {

    private final List<byte[]> records = new ArrayList<>();

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] gzip(byte[] plain) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }

    /** A body in two chunks. */
    static byte[] chunked(byte[] body) {
        int half = body.length / 2;
        return joined(
                bytes(Integer.toHexString(half) + ";name=value\r\n"),
                java.util.Arrays.copyOf(body, half),
                bytes("\r\n" + Integer.toHexString(body.length - half) + "\r\n"),
                java.util.Arrays.copyOfRange(body, half, body.length),
                bytes("\r\n0\r\n\r\n"));
    }

    /** Lines of a head, and the empty one. */
    static byte[] head(String... lines) {
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1);
    }

    /** A record: its head, to which its length is added as the last line, and its block. */
    ArchiveBytes record(byte[] block, String... lines) {
        String[] all = java.util.Arrays.copyOf(lines, lines.length + 1);
        all[lines.length] = "Content-Length: " + block.length;
        return raw(joined(bytes(String.join("\r\n", all) + "\r\n\r\n"), block, bytes("\r\n\r\n")));
    }

    /** A record as these bytes. */
    ArchiveBytes raw(byte[] record) {
        records.add(record);
        return this;
    }

    /** Each record a member, as tools write it. */
    Path gzipped(Path file) throws IOException {
        return Files.write(file, joined(records.stream().map(ArchiveBytes::gzip).toArray(byte[][]::new)));
    }

    /** All in one member, as {@code gzip} makes it of a finished archive. */
    Path gzippedAsOne(Path file) throws IOException {
        return Files.write(file, gzip(joined(records.toArray(byte[][]::new))));
    }

    Path plain(Path file) throws IOException {
        return Files.write(file, joined(records.toArray(byte[][]::new)));
    }
}
