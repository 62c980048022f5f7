package broadsheet.ingest.wrap;

import broadsheet.ingest.limits.Lower;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One WARC record of type {@code response}, with the HTTP response in it; chunks and packing are undone.
 *
 * <p>Source: ISO 28500 (WARC 1.1); RFC 9112.
 */
public final class WarcResponse {
    private WarcResponse() {}

    /**
     * Takes the page out.
     *
     * @param limit most bytes that the page may have after unpacking; one more comes out if it has more
     * @throws MalformedWrapping if it is another type of record, or broken
     */
    public static Wrapped open(byte[] record, int limit) throws MalformedWrapping {
        int http = headEnd(record, 0);
        Map<String, String> warc = headers(record, 0, http);
        String type = warc.getOrDefault("warc-type", "");
        if (!type.equals("response")) {
            throw new MalformedWrapping("WARC record of type " + (type.isEmpty() ? "unknown" : type));
        }
        int body = headEnd(record, http);
        Map<String, String> response = headers(record, http, body);
        int end = Math.min(record.length, http + contentLength(warc, record.length - http));
        byte[] bytes = slice(record, body, Math.max(body, end));
        if (response.getOrDefault("transfer-encoding", "").contains("chunked")) {
            bytes = joinChunks(bytes);
        }
        bytes = Packing.undo(bytes, Optional.ofNullable(response.get("content-encoding")), limit);
        return new Wrapped(
                bytes,
                Optional.ofNullable(warc.get("warc-target-uri")).map(uri -> uri.replaceAll("^<|>$", "")),
                Optional.ofNullable(response.get("content-type")),
                Optional.ofNullable(warc.get("warc-date")).flatMap(WarcResponse::time),
                status(record, http));
    }

    private static int contentLength(Map<String, String> warc, int rest) {
        String stated = warc.getOrDefault("content-length", "");
        return stated.matches("\\d{1,9}") ? Integer.parseInt(stated) : rest;
    }

    private static Optional<Integer> status(byte[] record, int start) {
        String line = new String(record, start, Math.min(40, record.length - start), StandardCharsets.ISO_8859_1);
        String[] parts = line.split(" ", 3);
        boolean found = parts.length > 1 && line.startsWith("HTTP/") && parts[1].matches("\\d{3}");
        return found ? Optional.of(Integer.parseInt(parts[1])) : Optional.empty();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The index after the empty line that ends a head. */
    private static int headEnd(byte[] bytes, int start) throws MalformedWrapping {
        for (int i = start; i + 1 < bytes.length; i++) {
            if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
                return i + 2;
            }
            if (bytes[i] == '\n' && i + 2 < bytes.length && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') {
                return i + 3;
            }
        }
        throw new MalformedWrapping("WARC record without an end of its head");
    }

    private static Map<String, String> headers(byte[] bytes, int start, int end) {
        Map<String, String> headers = new HashMap<>();
        String head = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        head.lines().skip(1).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        Lower.of(line.substring(0, colon).strip()),
                        line.substring(colon + 1).strip());
            }
        });
        return headers;
    }

    private static byte[] joinChunks(byte[] bytes) throws MalformedWrapping {
        var joined = new ByteArrayOutputStream(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            int lineEnd = at;
            while (lineEnd < bytes.length && bytes[lineEnd] != '\n') {
                lineEnd++;
            }
            String size = new String(bytes, at, lineEnd - at, StandardCharsets.ISO_8859_1).split(";", 2)[0].strip();
            if (!size.matches("[0-9a-fA-F]{1,7}")) {
                // Some archives keep the header but store the body joined already.
                if (at == 0) {
                    return bytes;
                }
                throw new MalformedWrapping("broken chunk in an HTTP response");
            }
            int length = Integer.parseInt(size, 16);
            if (length == 0) {
                break;
            }
            int start = Math.min(bytes.length, lineEnd + 1);
            joined.write(bytes, start, Math.min(length, bytes.length - start));
            at = start + length + 2;
        }
        return joined.toByteArray();
    }

    private static byte[] slice(byte[] bytes, int start, int end) {
        return java.util.Arrays.copyOfRange(bytes, start, end);
    }
}
