package broadsheet.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.fetch.http.BodyDecoder.Decoded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bodies as they are packed for the way")
class BodyDecoderTest {

    private static final int LIMIT = 1 << 20;
    private static final byte[] TEXT =
            "The bridge reopens on Monday.".repeat(20).getBytes(StandardCharsets.UTF_8);

    @Test
    void behaviour12UnpacksGzip() throws IOException {
        assertThat(plain(gzip(TEXT), "gzip")).isEqualTo(TEXT);
        assertThat(plain(gzip(TEXT), "X-GZIP")).isEqualTo(TEXT);
    }

    @Test
    void behaviour12UnpacksDeflateWithAndWithoutItsWrapping() throws IOException {
        assertThat(plain(deflate(TEXT, false), "deflate")).isEqualTo(TEXT);
        assertThat(plain(deflate(TEXT, true), "deflate")).isEqualTo(TEXT);
    }

    @Test
    void behaviour12UnpacksBrotli() {
        // "hello world" by the reference encoder.
        byte[] packed = Base64.getDecoder().decode("CwWAaGVsbG8gd29ybGQD");
        assertThat(plain(packed, "br")).asString(StandardCharsets.UTF_8).isEqualTo("hello world");
    }

    @Test
    void behaviour12UnpacksTwoLayersButNotThree() throws IOException {
        assertThat(plain(gzip(deflate(TEXT, false)), "deflate, gzip")).isEqualTo(TEXT);
        assertThat(BodyDecoder.decode(gzip(gzip(gzip(TEXT))), Optional.of("gzip, gzip, gzip"), LIMIT))
                .isInstanceOf(Decoded.Failed.class);
    }

    @Test
    void behaviour12TakesABodyThatIsNotPackedAfterAll() {
        assertThat(plain(TEXT, "gzip")).isEqualTo(TEXT);
    }

    @Test
    void behaviour12StopsABombAtTheLimit() throws IOException {
        byte[] bomb = gzip(new byte[200 << 20]);
        assertThat(bomb.length).isLessThan(LIMIT);
        assertThat(BodyDecoder.decode(bomb, Optional.of("gzip"), LIMIT))
                .isEqualTo(new Decoded.Failed(true, "more than 1048576 bytes when unpacked"));
    }

    @Test
    void behaviour12SaysWhatIsDamaged() throws IOException {
        byte[] cut = java.util.Arrays.copyOf(gzip(TEXT), 20);
        assertThat(BodyDecoder.decode(cut, Optional.of("gzip"), LIMIT))
                .isEqualTo(new Decoded.Failed(false, "cannot be unpacked: gzip"));
        assertThat(BodyDecoder.decode(TEXT, Optional.of("br"), LIMIT)).isInstanceOf(Decoded.Failed.class);
        assertThat(BodyDecoder.decode(TEXT, Optional.of("rot13"), LIMIT)).isInstanceOf(Decoded.Failed.class);
    }

    private static byte[] plain(byte[] body, String encoding) {
        return ((Decoded.Plain) BodyDecoder.decode(body, Optional.of(encoding), LIMIT)).bytes();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, boolean bare) throws IOException {
        var out = new ByteArrayOutputStream();
        try (OutputStream deflate = new DeflaterOutputStream(out, new Deflater(6, bare))) {
            deflate.write(bytes);
        }
        return out.toByteArray();
    }
}
