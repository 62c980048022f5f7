package broadsheet.ingest.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Repairs text whose UTF-8 was taken for another encoding and encoded once more at its source: {@code â€™} for an
 * apostrophe, {@code Ð¿} or {@code Рї} for a Cyrillic letter.
 *
 * <p>Letters that as bytes of that encoding are a sequence of UTF-8 are rare side by side in any language, and a text that
 * means them has many others that are none. So it is repaired where at least three sequences are found, and half of all
 * that is not ASCII lies in them; then each of them is, and everything else stays as it is.
 */
final class EncodedTwice {
    private static final int ENOUGH = 3;
    private static final int MOST_TIMES = 2;
    private static final List<EncodedTwice> TAKEN_FOR = List.of(
            new EncodedTwice(Charset.forName("windows-1252")), new EncodedTwice(Charset.forName("windows-1251")));

    /** Above it neither encoding has a letter. */
    private static final int LETTERS = 0x2200;

    /** Bytes of the letters beyond ASCII that the encoding has; 0 for others. */
    private final byte[] bytes = new byte[LETTERS];

    private EncodedTwice(Charset charset) {
        for (int b = 0x80; b <= 0xff; b++) {
            String letter = new String(new byte[] {(byte) b}, charset);
            if (b < 0xa0) {
                // What the encoding leaves open, its tables in use map to the control characters.
                bytes[b] = (byte) b;
            }
            if (letter.charAt(0) < LETTERS) {
                bytes[letter.charAt(0)] = (byte) b;
            }
        }
    }

    /**
     * The text as it was meant; the same if nothing shows that it was meant otherwise.
     *
     * @param utf8 the same text
     */
    static String repaired(String text, byte[] utf8) {
        if (text.length() == utf8.length) {
            return text;
        }
        String best = text;
        byte[] bytes = utf8;
        for (int time = 0; time < MOST_TIMES; time++) {
            String runs = beyondAscii(bytes);
            Optional<EncodedTwice> found =
                    TAKEN_FOR.stream().filter(each -> each.explains(runs)).findFirst();
            if (found.isEmpty()) {
                break;
            }
            best = found.get().replaced(best);
            bytes = best.getBytes(StandardCharsets.UTF_8);
        }
        return best;
    }

    /** The runs of what is not ASCII, all that is looked at: in most texts next to nothing. Only those bytes are negative. */
    private static String beyondAscii(byte[] utf8) {
        var runs = new ByteArrayOutputStream();
        for (int i = firstBeyond(utf8, 0); i < utf8.length; i = firstBeyond(utf8, i)) {
            int start = i;
            while (i < utf8.length && utf8[i] < 0) {
                i++;
            }
            runs.write(utf8, start, i - start);
            runs.write(' ');
        }
        return runs.toString(StandardCharsets.UTF_8);
    }

    /** The next byte beyond ASCII; several are looked at at once, for next to all of a page is ASCII. */
    private static int firstBeyond(byte[] utf8, int start) {
        int i = start;
        while (i + 3 < utf8.length && (utf8[i] | utf8[i + 1] | utf8[i + 2] | utf8[i + 3]) >= 0) {
            i += 4;
        }
        while (i < utf8.length && utf8[i] >= 0) {
            i++;
        }
        return i;
    }

    private boolean explains(String runs) {
        int beyond = 0;
        int inside = 0;
        int sequences = 0;
        for (int i = 0; i < runs.length(); ) {
            if (runs.charAt(i) < 0x80) {
                i++;
                continue;
            }
            int length = sequence(runs, i);
            beyond += Math.max(1, length);
            inside += length;
            sequences += length > 0 ? 1 : 0;
            i += Math.max(1, length);
        }
        return sequences >= ENOUGH && inside * 2 >= beyond;
    }

    private String replaced(String text) {
        var repaired = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int length = text.charAt(i) < 0x80 ? 0 : sequence(text, i);
            if (length == 0) {
                repaired.append(text.charAt(i));
                i++;
            } else {
                repaired.appendCodePoint(codePoint(text, i, length));
                i += length;
            }
        }
        return repaired.toString();
    }

    /** How many letters from there on are a sequence of UTF-8, by their bytes; 0 if none. */
    private int sequence(String text, int start) {
        int length = length(byteOf(text, start));
        if (length == 0 || start + length > text.length()) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((byteOf(text, start + i) & 0xc0) != 0x80) {
                return 0;
            }
        }
        return isShortest(codePoint(text, start, length), length) ? length : 0;
    }

    private static int length(int lead) {
        if (lead >= 0xc2 && lead <= 0xdf) {
            return 2;
        }
        if (lead >= 0xe0 && lead <= 0xef) {
            return 3;
        }
        return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    }

    private static boolean isShortest(int codePoint, int length) {
        return switch (length) {
            case 2 -> codePoint >= 0x80;
            case 3 -> codePoint >= 0x800 && (codePoint < 0xd800 || codePoint > 0xdfff);
            default -> codePoint >= 0x10000 && codePoint <= 0x10ffff;
        };
    }

    private int codePoint(String text, int start, int length) {
        int codePoint = byteOf(text, start) & (0xff >> (length + 1));
        for (int i = 1; i < length; i++) {
            codePoint = (codePoint << 6) | (byteOf(text, start + i) & 0x3f);
        }
        return codePoint;
    }

    private int byteOf(String text, int index) {
        char letter = text.charAt(index);
        return letter < LETTERS ? bytes[letter] & 0xff : 0;
    }
}
