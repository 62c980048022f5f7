package broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ExplainTest {
    private static final String PAGE =
            "<html><body><p>The ferry to the island sails again from Monday.</p></body></html>";

    @Test
    void aPackedPageIsExplainedAsTheUnpackedOne() throws IOException {
        byte[] plain = PAGE.getBytes(StandardCharsets.UTF_8);
        assertThat(explained(packed(plain))).isEqualTo(explained(plain)).contains("The ferry to the island");
    }

    @Test
    void aBrokenPackageIsNamed() {
        assertThat(explained(new byte[] {0x1f, (byte) 0x8b, 8, 0})).startsWith("# broken gzip");
    }

    private static byte[] packed(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static String explained(byte[] bytes) {
        var lines = new ByteArrayOutputStream();
        new Explain(new PrintStream(lines, true, StandardCharsets.UTF_8))
                .page(RawPage.of(bytes, Optional.empty(), Instant.parse("2026-01-01T00:00:00Z")));
        return lines.toString(StandardCharsets.UTF_8);
    }
}
