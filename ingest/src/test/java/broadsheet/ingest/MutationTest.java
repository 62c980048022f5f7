package broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged pages, the same for the same seed. Those of our own page always run; those of real pages run where
 * {@code -Dbroadsheet.pages=DIRECTORY} names a directory of {@code *.html.gz}; {@code -Dtest.jvm=-Xmx512m} shows that the
 * heap suffices.
 */
@DisplayName("a damaged page")
class MutationTest {
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final PageParser parser = new PageParser(IngestSettings.defaults());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void alwaysEndsInOneOutcomeInTime(long seed) {
        run(List.of(Samples.HARBOUR_PAGE.getBytes(StandardCharsets.UTF_8)), 40, seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void ofARealSiteAlwaysEndsInOneOutcomeInTime(long seed) throws IOException {
        String directory = System.getProperty("broadsheet.pages", "");
        assumeTrue(!directory.isEmpty(), "no real pages: name their directory with -Dbroadsheet.pages");
        run(pages(Path.of(directory)), 2000, seed);
    }

    private void run(List<byte[]> originals, int count, long seed) {
        var random = new Random(seed);
        Duration slowest = Duration.ZERO;
        long heap = 0;
        for (int i = 0; i < count; i++) {
            byte[] bytes = Damage.damaged(originals, random);
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Parse parse = parser.parse(RawPage.of(bytes, Optional.of("https://courier.example/a"), Samples.FETCHED));
            long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            var used = Duration.ofNanos(end - start);
            assertThat(parse.isCollection() || parse.outcomes().size() == 1)
                    .as("seed %d, page %d", seed, i)
                    .isTrue();
            assertThat(used)
                    .as("seed %d, page %d of %d bytes", seed, i, bytes.length)
                    .isLessThan(LONGEST);
            slowest = used.compareTo(slowest) > 0 ? used : slowest;
            heap = Math.max(heap, heapAfterCollection());
        }
        System.gc();
        heap = Math.max(heap, heapAfterCollection());
        System.out.printf(
                "%d damaged pages, seed %d: the slowest %d ms of CPU, most heap after a collection %d MiB%n",
                count, seed, slowest.toMillis(), heap >> 20);
    }

    /** Bytes that the last collection of each pool of the heap left in it; what is dead already does not count. */
    private static long heapAfterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    private static List<byte[]> pages(Path directory) throws IOException {
        List<byte[]> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                    pages.add(in.readAllBytes());
                }
            }
        }
        return pages;
    }
}
