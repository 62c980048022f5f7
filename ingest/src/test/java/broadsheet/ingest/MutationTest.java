package broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a damaged page")
class MutationTest {
    private static final int PAGES = 250;

    private final PageParser parser = new PageParser(IngestSettings.defaults());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void alwaysEndsInOneOutcomeInTime(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < PAGES; i++) {
            byte[] bytes = mutate(Samples.HARBOUR_PAGE.getBytes(StandardCharsets.UTF_8), random);
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Parse parse = parser.parse(RawPage.of(bytes, Optional.of("https://courier.example/a"), Samples.FETCHED));
            long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            assertThat(parse.isCollection() || parse.outcomes().size() == 1)
                    .as("seed %d, page %d", seed, i)
                    .isTrue();
            assertThat(Duration.ofNanos(used)).as("seed %d, page %d", seed, i).isLessThan(Duration.ofSeconds(2));
        }
    }

    /** Up to eight damages: bytes changed, stretches lost, repeated many times, or moved. */
    static byte[] mutate(byte[] page, Random random) {
        byte[] bytes = page;
        for (int damage = 1 + random.nextInt(8); damage > 0; damage--) {
            int at = random.nextInt(Math.max(1, bytes.length));
            int length = random.nextInt(1 + Math.min(400, bytes.length - at));
            bytes = switch (random.nextInt(4)) {
                case 0 -> changed(bytes, at, random);
                case 1 -> spliced(bytes, at, at + length, 0);
                case 2 -> spliced(bytes, at, at + length, 1 + random.nextInt(60));
                default -> Arrays.copyOf(bytes, Math.max(1, at));
            };
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, int at, Random random) {
        byte[] copy = bytes.clone();
        for (int i = 0; i < 20 && copy.length > 0; i++) {
            copy[(at + i * 7) % copy.length] = (byte) random.nextInt(256);
        }
        return copy;
    }

    private static byte[] spliced(byte[] bytes, int start, int end, int times) {
        byte[] copy = new byte[bytes.length + (times - 1) * (end - start)];
        System.arraycopy(bytes, 0, copy, 0, start);
        int at = start;
        for (int i = 0; i < times; i++) {
            System.arraycopy(bytes, start, copy, at, end - start);
            at += end - start;
        }
        System.arraycopy(bytes, end, copy, at, bytes.length - end);
        return copy;
    }
}
