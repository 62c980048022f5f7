package broadsheet.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a page that its server has packed")
class PackingTest {
    private static final String PAGE = "<html><title>Harbour is dear</title><p>" + "The council met. ".repeat(40);
    private static final int LIMIT = 100_000;
    /** "Hello, hello" and so on as Brotli packs it. */
    private static final byte[] BROTLI = Base64.getDecoder().decode("CwKASGVsbG8D");

    private static byte[] packed(byte[] bytes, String how) {
        try {
            return switch (how) {
                case "gzip" -> {
                    var out = new ByteArrayOutputStream();
                    try (var gzip = new GZIPOutputStream(out)) {
                        gzip.write(bytes);
                    }
                    yield out.toByteArray();
                }
                case "zstd" -> Zstd.compress(bytes);
                default -> {
                    var out = new ByteArrayOutputStream();
                    try (var deflate =
                            new DeflaterOutputStream(out, new Deflater(6, how.equals("deflate without wrapping")))) {
                        deflate.write(bytes);
                    }
                    yield out.toByteArray();
                }
            };
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String undone(byte[] bytes, String encoding) throws MalformedWrapping {
        return new String(Packing.undo(bytes, Optional.of(encoding), LIMIT), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd", "deflate", "deflate without wrapping"})
    void isUnpacked(String how) throws MalformedWrapping {
        assertThat(undone(packed(PAGE.getBytes(UTF_8), how), how.split(" ", 2)[0]))
                .isEqualTo(PAGE);
    }

    @Test
    void isUnpackedFromBrotli() throws MalformedWrapping {
        assertThat(undone(BROTLI, "br")).isEqualTo("Hello");
    }

    @Test
    void isUnpackedLayerByLayer() throws MalformedWrapping {
        byte[] twice = packed(packed(PAGE.getBytes(UTF_8), "deflate"), "gzip");
        assertThat(undone(twice, "deflate, GZIP")).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "br", "zstd", "deflate", "identity", ""})
    void isLeftAsItIsWhereAnArchiveHasUnpackedIt(String encoding) throws MalformedWrapping {
        assertThat(undone(PAGE.getBytes(UTF_8), encoding)).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd", "deflate"})
    void comesNoFurtherThanTheLimit(String how) throws MalformedWrapping {
        byte[] bomb = packed(new byte[50_000_000], how);
        assertThat(Packing.undo(bomb, Optional.of(how), LIMIT)).hasSize(LIMIT + 1);
    }

    @Test
    void isMalformedWhereItIsBroken() {
        byte[] half = packed(PAGE.getBytes(UTF_8), "gzip");
        half[20] ^= 0x55;
        assertThatThrownBy(() -> undone(half, "gzip")).isInstanceOf(MalformedWrapping.class);
        assertThatThrownBy(() -> undone(new byte[] {1, 2, 3, 4, 5}, "br")).isInstanceOf(MalformedWrapping.class);
        assertThatThrownBy(() -> undone(new byte[] {1, 2, 3}, "compress")).isInstanceOf(MalformedWrapping.class);
        assertThatThrownBy(() -> undone(half, "gzip,gzip,gzip,gzip")).isInstanceOf(MalformedWrapping.class);
    }
}
