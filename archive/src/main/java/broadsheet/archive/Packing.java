package broadsheet.archive;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
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

/**
 * Unpacks what servers pack pages with, up to a limit, so that a few bytes cannot become gigabytes. What a server calls
 * packed and is not, because an archive has unpacked it and kept the header, stays as it is.
 *
 * <p>Source: RFC 9110 section 8.4, RFC 8878 and RFC 9659 (Zstandard with a window of 8 MiB at most).
 */
public final class Packing {
    private static final int LAYERS = 3;
    private static final int ZSTD_WINDOW = 23;

    private Packing() {}

    /**
     * The bytes of something that says by its first bytes how it is packed, or the first {@code limit + 1} of them: the
     * caller sees that it is too much.
     *
     * @throws MalformedWrapping if they are broken
     */
    public static byte[] unpack(byte[] packed, int limit) throws MalformedWrapping {
        return undo(packed, isZstd(packed) ? "zstd" : "gzip", limit);
    }

    /**
     * What a {@code Content-Encoding} says undone, the last layer first; likewise.
     *
     * @throws MalformedWrapping if the bytes are broken, or packed in a way that nobody knows
     */
    public static byte[] undo(byte[] bytes, Optional<String> encoding, int limit) throws MalformedWrapping {
        List<String> layers = new ArrayList<>();
        for (String layer : encoding.orElse("").toLowerCase(Locale.ROOT).split(",", LAYERS + 1)) {
            layers.add(layer.strip());
        }
        if (layers.size() > LAYERS) {
            throw new MalformedWrapping("packed more than " + LAYERS + " times");
        }
        Collections.reverse(layers);
        byte[] unpacked = bytes;
        for (String layer : layers) {
            unpacked = layer.isEmpty() || layer.equals("identity") ? unpacked : undo(unpacked, layer, limit);
        }
        return unpacked;
    }

    private static byte[] undo(byte[] bytes, String layer, int limit) throws MalformedWrapping {
        if (isUnpacked(bytes, layer)) {
            return bytes;
        }
        try (InputStream in = stream(bytes, layer)) {
            return in.readNBytes(limit + 1);
        } catch (IOException | IllegalStateException broken) {
            throw new MalformedWrapping("broken " + layer + ": " + broken.getMessage());
        }
    }

    private static InputStream stream(byte[] bytes, String layer) throws IOException, MalformedWrapping {
        var in = new ByteArrayInputStream(bytes);
        return switch (layer) {
            case "gzip", "x-gzip" -> new GZIPInputStream(in);
            case "br" -> new BrotliInputStream(in);
            case "zstd" -> new ZstdInputStream(in).setLongMax(ZSTD_WINDOW);
            // With the wrapping that the RFC asks for, or without it, as many servers do.
            case "deflate" -> inflated(in, new Inflater(!isZlib(bytes)));
            default -> throw new MalformedWrapping("packed by " + layer);
        };
    }

    private static InputStream inflated(InputStream in, Inflater inflater) {
        return new InflaterInputStream(in, inflater) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }

    private static boolean isUnpacked(byte[] bytes, String layer) {
        return switch (layer) {
            case "gzip", "x-gzip" -> !startsWith(bytes, 0x1f, 0x8b);
            case "zstd" -> !isZstd(bytes);
            default -> isMarkup(bytes);
        };
    }

    /** Neither Brotli nor deflate has a sign of its own; markup, JSON and WARC have. */
    private static boolean isMarkup(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && (bytes[start] == '\n' || bytes[start] == '\r' || bytes[start] == ' ')) {
            start++;
        }
        return start + 1 < bytes.length
                && (bytes[start] == '<' || bytes[start] == '{')
                && bytes[start + 1] >= '\t'
                && bytes[start + 1] < 0x7f;
    }

    private static boolean isZlib(byte[] bytes) {
        return bytes.length > 1 && (bytes[0] & 0x0f) == 8 && (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) % 31 == 0;
    }

    private static boolean isZstd(byte[] bytes) {
        return startsWith(bytes, 0x28, 0xb5, 0x2f, 0xfd);
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
