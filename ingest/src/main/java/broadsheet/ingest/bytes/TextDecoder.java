package broadsheet.ingest.bytes;

import broadsheet.ingest.limits.Clip;
import broadsheet.ingest.limits.WordEdges;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns bytes into text. In this order: a byte order mark, or the zeros of UTF-16; strict UTF-8, which other encodings do
 * not pass by accident, and ISO-2022-JP inside it; what the server and then the document declare, if the bytes agree, if
 * need be but for a few of them; a guess by how well the letters fit. What was encoded twice at its source is repaired.
 */
public final class TextDecoder {
    private static final int HEAD = 4096;
    private static final Pattern DECLARED = Pattern.compile(
            "(?:charset|encoding)\\s{0,20}=\\s{0,20}[\"']?\\s{0,20}([a-zA-Z0-9_:.-]{2,30})", Pattern.CASE_INSENSITIVE);
    private static final Pattern LANGUAGE = Pattern.compile(
            WordEdges.near("\\blang\\s{0,20}=\\s{0,20}[\"']?([a-zA-Z-]{2,10})"), Pattern.CASE_INSENSITIVE);
    private static final char ESCAPE = '\u001b';
    /** Japanese mail and old pages shift into kanji by an escape that no other text has; all their bytes are ASCII. */
    private static final Pattern SHIFT = Pattern.compile("\u001b\\$[@B]");

    private static final Charset SHIFTED = Charset.forName("x-windows-iso2022jp");
    private static final int FEW_BROKEN = 50;

    private TextDecoder() {}

    /**
     * The text that the bytes stand for. Never fails: what no encoding explains comes out with replacement characters.
     *
     * @param contentType media type as served, with charset where given
     */
    public static String decode(byte[] bytes, Optional<String> contentType) {
        Optional<String> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return utf8.filter(text ->
                            text.indexOf(ESCAPE) >= 0 && SHIFT.matcher(text).find())
                    .flatMap(shifts -> strictly(bytes, SHIFTED))
                    .orElseGet(() -> EncodedTwice.repaired(utf8.get(), bytes));
        }
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Optional<Charset> served = contentType.flatMap(TextDecoder::declaration);
        Optional<Charset> written = declaration(head);
        return served.flatMap(charset -> strictly(bytes, charset))
                .or(() -> written.flatMap(charset -> strictly(bytes, charset)))
                .or(() -> served.flatMap(charset -> nearly(bytes, charset)))
                .or(() -> written.flatMap(charset -> nearly(bytes, charset)))
                .orElseGet(() -> guess(bytes, head));
    }

    /** As declared, with a few replacements: the page was cut inside a letter, or some bytes of it are broken. */
    private static Optional<String> nearly(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        long broken = text.chars().filter(c -> c == '\ufffd').count();
        long beyond = text.chars().filter(c -> c >= 0x80).count();
        return isNear(broken, beyond) ? Optional.of(text) : Optional.empty();
    }

    /** One in fifty, and one in ten or more: fewer letters cannot tell a broken one from another encoding. */
    static boolean isNear(long broken, long beyond) {
        return broken * FEW_BROKEN <= beyond || (broken == 1 && beyond >= 10);
    }

    private static String guess(byte[] bytes, String head) {
        if (Utf8Share.of(bytes) > 0.9) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        Matcher language = LANGUAGE.matcher(head);
        return EncodingGuess.decode(bytes, language.find() ? language.group(1).toLowerCase(Locale.ROOT) : "");
    }

    private static Optional<String> byMark(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
            return Optional.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
        }
        return Utf16.of(bytes).map(charset -> Utf16.decode(bytes, charset));
    }

    private static Optional<Charset> declaration(String text) {
        Matcher at = DECLARED.matcher(Clip.to(HEAD, text));
        return at.find() ? EncodingLabels.charset(at.group(1)) : Optional.empty();
    }

    static Optional<String> strictly(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            // Several times faster than its decoder; only a replacement leaves open whether the page wrote it.
            String lenient = new String(bytes, charset);
            if (lenient.indexOf('\ufffd') < 0) {
                return Optional.of(lenient);
            }
        }
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException wrongCharset) {
            return Optional.empty();
        }
    }
}
