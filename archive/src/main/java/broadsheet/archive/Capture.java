package broadsheet.archive;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcResponse;

/**
 * An HTTP response that somebody has archived, and what its record says of it. Only the response itself has to be there:
 * each of the other facts may be missing or beyond reading.
 */
public final class Capture {

    private static final String HTTP = "application/http";
    private static final int BUFFER = 1 << 14;

    private final MessageHeaders record;
    private final HttpResponse http;

    private Capture(MessageHeaders record, HttpResponse http) {
        this.record = record;
        this.http = http;
    }

    /**
     * The response in a record.
     *
     * @param record the record's own headers
     * @param block what follows them
     * @throws MalformedWrapping if that is no response over HTTP
     */
    static Capture of(MessageHeaders record, byte[] block) throws MalformedWrapping {
        Optional<String> other = otherThanHttp(record);
        if (other.isPresent()) {
            throw new MalformedWrapping(other.get());
        }
        try {
            HttpResponse http = new WarcResponse.Builder("")
                    .body(MediaType.HTTP_RESPONSE, block)
                    .build()
                    .http();
            if (http.status() == 0) {
                throw new MalformedWrapping("WARC response without a status");
            }
            return new Capture(record, http);
        } catch (IOException | IllegalArgumentException broken) {
            throw new MalformedWrapping("WARC response that is none: " + firstLine(broken));
        }
    }

    /**
     * What a record is if it is no response over HTTP: a request, or what Heritrix keeps of its questions for addresses
     * ({@code text/dns}).
     */
    static Optional<String> otherThanHttp(MessageHeaders record) {
        String type = record.first("WARC-Type").orElse("unknown");
        if (!type.equals("response")) {
            return Optional.of("WARC record of type " + type);
        }
        return record.first("Content-Type")
                .map(Capture::mediaType)
                .filter(media -> !media.equals(HTTP))
                .map(media -> "WARC response of type " + media);
    }

    private static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    static String firstLine(Exception broken) {
        String message = broken.getMessage();
        return message == null
                ? broken.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /** What was asked for; wget puts it in angle brackets. */
    public Optional<String> url() {
        return record.first("WARC-Target-URI")
                .map(uri -> uri.startsWith("<") && uri.endsWith(">") ? uri.substring(1, uri.length() - 1) : uri)
                .map(String::strip)
                .filter(uri -> !uri.isEmpty());
    }

    /** When it was captured; empty if the record does not say so in a way that can be read. */
    public Optional<Instant> fetchedAt() {
        return record.first("WARC-Date").flatMap(WarcDate::read);
    }

    /** The status of the answer. */
    public int status() {
        return http.status();
    }

    /** The media type with its parameters, as the server said it. */
    public Optional<String> contentType() {
        return http.headers().first("Content-Type").map(String::strip).filter(type -> !type.isEmpty());
    }

    /** The media type without parameters, in small letters. */
    public Optional<String> mediaType() {
        return contentType().map(Capture::mediaType);
    }

    /**
     * The page, out of its chunks and unpacked, or the first {@code limit + 1} bytes of it. To be asked for once.
     *
     * @throws MalformedWrapping if it is not what its headers say
     */
    public byte[] page(int limit) throws MalformedWrapping {
        Optional<String> encoding = Optional.of(String.join(",", http.headers().all("Content-Encoding")));
        byte[] sent;
        try {
            sent = readWhatThereIs(http.body().stream(), limit);
        } catch (IOException | IllegalArgumentException broken) {
            throw new MalformedWrapping("HTTP response that is broken: " + firstLine(broken));
        }
        return Packing.undo(sent, encoding, limit);
    }

    /** What there is, up to a limit: of a response that was cut off while it was captured, what had come. */
    private static byte[] readWhatThereIs(InputStream stream, int limit) throws IOException {
        var all = new ByteArrayOutputStream();
        byte[] some = new byte[BUFFER];
        try {
            int read = 0;
            while (read >= 0 && all.size() <= limit) {
                all.write(some, 0, read);
                read = stream.read(some, 0, Math.min(BUFFER, limit + 1 - all.size()));
            }
        } catch (EOFException cutOff) {
            if (all.size() == 0) {
                throw cutOff;
            }
        }
        return all.toByteArray();
    }
}
