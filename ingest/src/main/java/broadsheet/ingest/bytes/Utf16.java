package broadsheet.ingest.bytes;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells UTF-16, with its mark and without: markup, spaces and digits have a zero in every script, nearly always in the
 * first or nearly always in the second byte of a pair.
 */
final class Utf16 {
    private static final int LOOK = 2048;
    private static final int FEWEST = 4;
    /** One zero in so many pairs: Cyrillic prose has a space for each word, and East Asian pages have their markup. */
    private static final int PAIRS = 32;

    /** A few letters have a zero in the other byte: the sign for one, U+4E00, is usual in Chinese. */
    private static final int LOPSIDED = 8;

    private Utf16() {}

    /** Which of the two it is; empty for any other encoding. */
    static Optional<Charset> of(byte[] bytes) {
        if (startsWith(bytes, 0xff, 0xfe)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        int pairs = Math.min(bytes.length, LOOK) / 2;
        int first = 0;
        int second = 0;
        for (int i = 0; i < pairs; i++) {
            first += bytes[2 * i] == 0 ? 1 : 0;
            second += bytes[2 * i + 1] == 0 ? 1 : 0;
        }
        int enough = Math.max(FEWEST, pairs / PAIRS);
        if (second >= enough && first * LOPSIDED <= second) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return first >= enough && second * LOPSIDED <= first
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    /** The text without its mark. */
    static String decode(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static boolean startsWith(byte[] bytes, int one, int other) {
        return bytes.length >= 2 && (bytes[0] & 0xff) == one && (bytes[1] & 0xff) == other;
    }
}
