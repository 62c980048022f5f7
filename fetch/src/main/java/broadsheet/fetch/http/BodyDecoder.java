package broadsheet.fetch.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Takes off what a body was packed in for the way, and stops where it grows too large: a few bytes can stand for gigabytes. */
public final class BodyDecoder {

    /** What we say that we can read. */
    public static final String ACCEPTED = "gzip, br, deflate";

    /** Nobody packs thrice; who says so wants work done. */
    private static final int MOST_LAYERS = 2;

    private static final int PIECE = 16 << 10;

    private BodyDecoder() {}

    /** What comes of a body. */
    public sealed interface Decoded {
        /**
         * The bytes as they were before they were packed.
         *
         * @param bytes not to be changed
         */
        @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
        record Plain(byte[] bytes) implements Decoded {}

        /**
         * Not to be had.
         *
         * @param tooLarge whether for its size
         * @param why for a person
         */
        record Failed(boolean tooLarge, String why) implements Decoded {}
    }

    /**
     * Unpacks.
     *
     * @param encoding value of {@code Content-Encoding}, if any
     * @param limit the most bytes that may come out
     */
    public static Decoded decode(byte[] body, Optional<String> encoding, int limit) {
        List<String> layers = layers(encoding);
        if (layers.size() > MOST_LAYERS) {
            return new Decoded.Failed(false, "packed " + layers.size() + " times");
        }
        byte[] bytes = body;
        for (String layer : layers) {
            try {
                Optional<byte[]> plain = unpack(bytes, layer, limit);
                if (plain.isEmpty()) {
                    return new Decoded.Failed(true, "more than " + limit + " bytes when unpacked");
                }
                bytes = plain.get();
            } catch (IOException | IllegalStateException damaged) {
                return new Decoded.Failed(false, "cannot be unpacked: " + layer);
            }
        }
        return bytes.length > limit
                ? new Decoded.Failed(true, "more than " + limit + " bytes")
                : new Decoded.Plain(bytes);
    }

    /** The layers from the outermost in. */
    private static List<String> layers(Optional<String> encoding) {
        List<String> layers = new ArrayList<>();
        for (String layer : encoding.orElse("").toLowerCase(Locale.ROOT).split(",", 10)) {
            if (!layer.isBlank() && !layer.strip().equals("identity")) {
                layers.add(layer.strip());
            }
        }
        Collections.reverse(layers);
        return layers;
    }

    private static Optional<byte[]> unpack(byte[] bytes, String layer, int limit) throws IOException {
        var in = new ByteArrayInputStream(bytes);
        return switch (layer) {
            // Servers say gzip of what they have not packed after all.
            case "gzip", "x-gzip" -> isGzip(bytes) ? read(new GZIPInputStream(in), limit) : Optional.of(bytes);
            case "br" -> read(new BrotliInputStream(in), limit);
            case "deflate" -> inflate(bytes, limit);
            default -> throw new IOException("unknown encoding: " + layer);
        };
    }

    /** Whether bytes are packed by gzip, whatever anybody says of them. */
    public static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    }

    /** With the wrapping that RFC 9110 asks for, or without it, as many servers do. */
    private static Optional<byte[]> inflate(byte[] bytes, int limit) throws IOException {
        boolean wrapped =
                bytes.length > 1 && (bytes[0] & 0x0f) == 8 && (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) % 31 == 0;
        var inflater = new Inflater(!wrapped);
        try {
            return read(new InflaterInputStream(new ByteArrayInputStream(bytes), inflater), limit);
        } finally {
            inflater.end();
        }
    }

    private static Optional<byte[]> read(InputStream in, int limit) throws IOException {
        var out = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            if (out.size() + count > limit) {
                return Optional.empty();
            }
            out.write(piece, 0, count);
        }
        return Optional.of(out.toByteArray());
    }
}
